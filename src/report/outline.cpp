#include "report/outline.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "report/lookup.h"

namespace travaux::report {

namespace {

using Way = std::vector<std::size_t>;  // down to an item; ways compare in the order of the text

class Builder {
 public:
  Builder(const DocumentDiff& changes, const Document& from, const Document& to)
      : changes_(changes), from_(from.sections.size()), to_(to.sections.size()), counterpart_(from_) {}

  std::vector<OutlineSection> build() {
    add_sections();
    add_items();
    add_citations();
    return std::move(sections_);
  }

 private:
  void add_sections() {
    std::vector<const SectionDiff*> from_diff(from_), to_diff(to_);
    for (const SectionDiff& section : changes_.sections) {
      if (section.from_index && *section.from_index < from_) from_diff[*section.from_index] = &section;
      if (section.to_index && *section.to_index < to_) to_diff[*section.to_index] = &section;
      if (section.from_index && *section.from_index < from_) counterpart_[*section.from_index] = section.to_index;
    }
    // What is gone follows the section it stood behind.
    std::vector<std::vector<std::size_t>> gone_behind(to_ + 1);
    std::size_t behind = 0;
    for (std::size_t s = 0; s < from_; ++s) {
      if (counterpart_[s]) {
        behind = *counterpart_[s] + 1;
      } else {
        gone_behind[behind].push_back(s);
      }
    }
    for (std::size_t s = 0; s <= to_; ++s) {
      if (s > 0) sections_.push_back({std::nullopt, s - 1, to_diff[s - 1], {}});
      for (const std::size_t gone : gone_behind[s]) sections_.push_back({gone, std::nullopt, from_diff[gone], {}});
    }
    index_sections();
  }

  void index_sections() {
    group_of_from_.assign(from_, 0);
    group_of_to_.assign(to_, 0);
    for (std::size_t g = 0; g < sections_.size(); ++g) {
      if (sections_[g].to) group_of_to_[*sections_[g].to] = g;
      if (sections_[g].from) group_of_from_[*sections_[g].from] = g;
    }
    for (std::size_t s = 0; s < from_; ++s) {
      if (!counterpart_[s]) continue;
      group_of_from_[s] = group_of_to_[*counterpart_[s]];
      sections_[group_of_from_[s]].from = s;
    }
  }

  struct Entry {
    std::size_t group;
    Way anchor;  ///< where it stands in the later draft; what is gone: what it stood behind
    bool gone;
    Way from;
    const ItemDiff* item;
  };

  void add_items() {
    std::vector<Entry> entries;
    std::vector<const ItemDiff*> by_from;
    for (const ItemDiff& item : changes_.items) {
      if (!item.from_places.empty() && item.from_places[0].section) by_from.push_back(&item);
      if (item.to_places.empty() || !item.to_places[0].section) continue;
      const Place& place = item.to_places[0];
      entries.push_back({group_of_to_[*place.section], place.item, false, {}, &item});
    }
    const auto place_of = [](const ItemDiff* item) { return std::tie(*item->from_places[0].section, item->from_places[0].item); };
    std::sort(by_from.begin(), by_from.end(), [&](auto* a, auto* b) { return place_of(a) < place_of(b); });
    add_gone(by_from, entries);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.group, a.anchor, a.gone, a.from) < std::tie(b.group, b.anchor, b.gone, b.from);
    });
    for (const Entry& entry : entries) sections_[entry.group].items.push_back({entry.item, {}, {}});
  }

  void add_gone(const std::vector<const ItemDiff*>& by_from, std::vector<Entry>& entries) const {
    Way anchor;
    std::size_t anchor_group = sections_.size();
    for (const ItemDiff* item : by_from) {
      const Place& place = item->from_places[0];
      const std::size_t group = group_of_from_[*place.section];
      if (group != anchor_group) anchor.clear();
      anchor_group = group;
      if (item->to_places.empty()) {
        entries.push_back({group, anchor, true, place.item, item});
      } else if (item->to_places[0].section && group_of_to_[*item->to_places[0].section] == group) {
        anchor = item->to_places.back().item;
      }
    }
  }

  void add_citations() {
    std::map<std::string_view, OutlineItem*> by_from, by_to;
    for (OutlineSection& section : sections_) {
      for (OutlineItem& entry : section.items) {
        for (const std::string& address : entry.item->from) by_from[address] = &entry;
        for (const std::string& address : entry.item->to) by_to[address] = &entry;
      }
    }
    const auto find = [](const auto& map, const std::optional<CitationSide>& side) {
      const auto found = side ? map.find(side->item) : map.end();
      return found == map.end() ? nullptr : found->second;
    };
    for (const CitationDiff& citation : changes_.citations) {
      if (citation.changes.empty()) continue;
      OutlineItem* from = find(by_from, citation.from);
      OutlineItem* to = find(by_to, citation.to);
      if (to == nullptr && from == nullptr) continue;
      (to != nullptr ? to : from)->citations.push_back(&citation);
      if (citation.changes.has(Change::kMoved) && from != nullptr && to != nullptr && from != to) from->left.push_back(&citation);
    }
  }

  const DocumentDiff& changes_;
  std::size_t from_, to_;
  std::vector<std::optional<std::size_t>> counterpart_;  // of the earlier draft's sections
  std::vector<std::size_t> group_of_from_, group_of_to_;
  std::vector<OutlineSection> sections_;
};

}  // namespace

bool OutlineSection::changed() const {
  if (section != nullptr && !section->changes.empty()) return true;
  return std::any_of(items.begin(), items.end(), [](const OutlineItem& item) { return item.changed(); });
}

std::vector<OutlineSection> outline_of(const DocumentDiff& changes, const Document& from, const Document& to) {
  return Builder(changes, from, to).build();
}

std::string number_of(const OutlineSection& section, const Document& from, const Document& to) {
  std::vector<std::string> was, is;
  if (section.from && !from.sections[*section.from].number.empty()) was.push_back(from.sections[*section.from].number);
  if (section.to && !to.sections[*section.to].number.empty()) is.push_back(to.sections[*section.to].number);
  return from_to(was, is);
}

std::string heading_of(const OutlineSection& section, const Document& from, const Document& to) {
  if (section.to) return to.sections[*section.to].heading;
  return section.from ? from.sections[*section.from].heading : std::string();
}

}  // namespace travaux::report
