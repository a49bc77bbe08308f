#include "diff/evidence.h"

#include <algorithm>
#include <map>

namespace travaux {

namespace {

constexpr std::size_t kScanned = 200'000;  // occurrences looked at for one item, of its rarest words first

AllFeatures words_of(const FlatDocument& side) {
  AllFeatures features;
  for (const FlatItem& item : side.items) features.push_back(features_of(item.text));
  return features;
}

/// Numbers what is cited: equal instruments, and equal passages of one instrument, are one.
class CitationNumbers {
 public:
  Features take(const Item& item) {
    std::map<std::uint64_t, std::uint32_t> counts;
    for (const Citation& citation : item.citations) {
      ++counts[number(citation.instrument)];
      for (const Passage& passage : citation.passages)
        ++counts[number(citation.instrument + "\n" + comparison_form(passage.text))];
    }
    Features features;
    for (const auto& [id, count] : counts) features.entries.push_back({id, count, false, false, 0});
    return features;
  }

 private:
  std::uint64_t number(const std::string& cited) { return numbers_.try_emplace(cited, numbers_.size()).first->second; }

  std::unordered_map<std::string, std::uint64_t> numbers_;
};

void weigh_both(AllFeatures& a, AllFeatures& b) {
  std::vector<Features*> all;
  for (AllFeatures* side : {&a, &b}) {
    for (Features& features : *side) all.push_back(&features);
  }
  weigh(all);
}

std::vector<double> totals_of(const AllFeatures& all) {
  std::vector<double> totals;
  for (const Features& features : all) totals.push_back(total_weight(features));
  return totals;
}

}  // namespace

Evidence::Evidence(const FlatDocument& from, const FlatDocument& to)
    : from_(from), to_(to), from_words_(words_of(from)), to_words_(words_of(to)) {
  CitationNumbers numbers;
  for (const FlatItem& item : from.items) from_cited_.push_back(numbers.take(*item.item));
  for (const FlatItem& item : to.items) to_cited_.push_back(numbers.take(*item.item));
  weigh_both(from_words_, to_words_);
  weigh_both(from_cited_, to_cited_);
  from_totals_ = totals_of(from_words_);
  to_totals_ = totals_of(to_words_);
  from_index_ = index_of(from_words_);
  to_index_ = index_of(to_words_);
  from_crowding_ = crowding_of(true);
  to_crowding_ = crowding_of(false);
}

std::vector<double> Evidence::crowding_of(bool from_side) const {
  std::vector<double> crowding;
  for (std::size_t k = 0; k < words(from_side).size(); ++k) {
    double most = 0;
    for (const auto& [other, alike] : alike(words(from_side)[k], (from_side ? from_totals_ : to_totals_)[k], from_side))
      most = std::max(most, other == k ? 0 : alike);
    crowding.push_back(most);
  }
  return crowding;
}

std::size_t Evidence::content(std::size_t item, bool from_side) const {
  const std::vector<Features::Entry>& entries = words(from_side)[item].entries;
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(), [](const Features::Entry& entry) { return !entry.pair && !entry.light; }));
}

Evidence::Index Evidence::index_of(const AllFeatures& words) {
  Index index;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const Features::Entry& entry : words[i].entries) index[entry.id].push_back({i, entry.count});
  }
  return index;
}

double Evidence::likeness(std::size_t i, std::size_t j) const {
  if (from_.items[i].text.ids == to_.items[j].text.ids) return 1;
  return rounded(travaux::likeness(from_words_[i], to_words_[j]));
}

double Evidence::cited(std::size_t i, std::size_t j) const {
  if (from_cited_[i].entries.empty() || to_cited_[j].entries.empty()) return 0;
  return rounded(travaux::likeness(from_cited_[i], to_cited_[j]));
}

double Evidence::cited_within(std::size_t item, std::size_t other, bool from_side) const {
  const Features& own = (from_side ? from_cited_ : to_cited_)[item];
  if (own.entries.empty()) return 0;
  return rounded(shared_weight(own, (from_side ? to_cited_ : from_cited_)[other]) / total_weight(own));
}

std::vector<std::pair<std::size_t, double>> Evidence::alike(std::size_t item, bool from_side) const {
  return alike(words(from_side)[item], (from_side ? from_totals_ : to_totals_)[item], !from_side);
}

std::vector<std::pair<std::size_t, double>> Evidence::alike(const Features& own, double total, bool among_from) const {
  const Index& index = among_from ? from_index_ : to_index_;
  const std::vector<double>& totals = among_from ? from_totals_ : to_totals_;
  std::vector<std::pair<const std::vector<Posting>*, const Features::Entry*>> lists;
  for (const Features::Entry& entry : own.entries) {
    const auto found = index.find(entry.id);
    if (found != index.end()) lists.emplace_back(&found->second, &entry);
  }
  std::stable_sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.first->size() < b.first->size(); });
  shared_.assign(totals.size(), 0);
  std::size_t scanned = 0;
  for (const auto& [postings, entry] : lists) {
    scanned += postings->size();
    if (scanned > kScanned) break;
    for (const Posting& posting : *postings) shared_[posting.item] += entry->weight * std::min(entry->count, posting.count);
  }
  std::vector<std::pair<std::size_t, double>> result;
  for (std::size_t k = 0; k < shared_.size(); ++k) {
    if (shared_[k] > 0) result.emplace_back(k, rounded(2 * shared_[k] / (total + totals[k])));
  }
  return result;
}

}  // namespace travaux
