#include "diff/evidence.h"

#include <algorithm>
#include <map>

namespace travaux {

namespace {

constexpr std::size_t kScanned = 200'000;             // occurrences looked at for one item
constexpr std::uint64_t kScannedOfAll = 600'000'000;  // and for all items, each held against both drafts: a second or two
constexpr std::size_t kFewTouched = 16;               // fewer than one in so many: sorted, not sought among all

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
  limit_scans();
  from_crowding_ = crowding_of(true);
  to_crowding_ = crowding_of(false);
}

/// Thousands of items of the same words are millions of occurrences an item: each is then allowed its share.
void Evidence::limit_scans() {
  scanned_ = kScanned;
  shared_.assign(std::max(from_words_.size(), to_words_.size()), 0);
  std::uint64_t all = 0;
  for (const auto& [id, postings] : from_index_) {
    const auto other = to_index_.find(id);
    const std::uint64_t both = postings.size() + (other == to_index_.end() ? 0 : other->second.size());
    all += both * both;
  }
  for (const auto& [id, postings] : to_index_) {
    if (!from_index_.contains(id)) all += std::uint64_t{postings.size()} * postings.size();
  }
  sampled_ = all > kScannedOfAll;
  if (sampled_) scanned_ = std::min<std::size_t>(kScanned, kScannedOfAll / (2 * (from_words_.size() + to_words_.size())));
}

std::vector<double> Evidence::crowding_of(bool from_side) const {
  const AllFeatures& all = words(from_side);
  std::vector<double> crowding;
  for (std::size_t k = 0; k < all.size(); ++k) {
    double most = likeliest_other(k, from_side);
    // Where not all words are looked at, the neighbours tell whether the whole draft is of one kind.
    if (sampled_ && k > 0) most = std::max(most, rounded(travaux::likeness(all[k - 1], all[k])));
    if (sampled_ && k + 1 < all.size()) most = std::max(most, rounded(travaux::likeness(all[k], all[k + 1])));
    crowding.push_back(most);
  }
  return crowding;
}

double Evidence::likeliest_other(std::size_t item, bool from_side) const {
  sum_up(words(from_side)[item], from_side);
  const double total = totals(from_side)[item];
  double most = 0;
  for (const std::size_t k : touched_) {
    if (k != item) most = std::max(most, 2 * shared_[k] / (total + totals(from_side)[k]));
    shared_[k] = 0;
  }
  return rounded(most);
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

Evidence::Lists Evidence::lists_of(const Features& own, bool among_from) const {
  const Index& index = among_from ? from_index_ : to_index_;
  Lists lists;
  for (const Features::Entry& entry : own.entries) {
    const auto found = index.find(entry.id);
    if (found != index.end()) lists.emplace_back(&found->second, &entry);
  }
  std::stable_sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.first->size() < b.first->size(); });
  return lists;
}

/// Leaves in `shared_` what each item of a side shares with a text, and in `touched_` which items share anything.
void Evidence::sum_up(const Features& own, bool among_from) const {
  touched_.clear();
  std::size_t scanned = 0;
  for (const auto& [postings, entry] : lists_of(own, among_from)) {
    scanned += postings->size();
    if (scanned > scanned_) break;
    for (const Posting& posting : *postings) {
      double& sum = shared_[posting.item];
      if (sum == 0) touched_.push_back(posting.item);
      sum += entry->weight * std::min(entry->count, posting.count);
    }
  }
}

std::vector<std::pair<std::size_t, double>> Evidence::alike(std::size_t item, bool from_side) const {
  sum_up(words(from_side)[item], !from_side);
  const double total = totals(from_side)[item];
  std::vector<std::pair<std::size_t, double>> result;
  result.reserve(touched_.size());
  const auto take = [&](std::size_t k) {
    result.emplace_back(k, rounded(2 * shared_[k] / (total + totals(!from_side)[k])));
    shared_[k] = 0;
  };
  if (touched_.size() * kFewTouched > totals(!from_side).size()) {
    for (std::size_t k = 0; k < totals(!from_side).size(); ++k) {
      if (shared_[k] > 0) take(k);
    }
  } else {
    std::sort(touched_.begin(), touched_.end());
    for (const std::size_t k : touched_) take(k);
  }
  return result;
}

double Evidence::unseen(std::size_t item, bool from_side) const {
  std::size_t scanned = 0;
  double left = 0;
  for (const auto& [postings, entry] : lists_of(words(from_side)[item], !from_side)) {
    scanned += postings->size();
    if (scanned > scanned_) left += entry->weight * entry->count;
  }
  return left == 0 ? 0 : rounded(2 * left / (totals(from_side)[item] + left));
}

}  // namespace travaux
