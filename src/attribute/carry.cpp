// A proposal on an earlier draft, carried to the draft that was made of it.
#include <algorithm>
#include <map>

#include "attribute/matter.h"

namespace travaux {
namespace {

class Carrier {
 public:
  Carrier(const Document& earlier, const Document& from, const DocumentDiff& since)
      : earlier_(earlier), from_(from), since_(since) {
    for (const ItemDiff& item : since.items) {
      for (const Place& place : item.from_places) items_[place] = &item;
    }
    for (const SectionDiff& section : since.sections) {
      if (section.from_index && section.to_index) sections_[*section.from_index] = &section;
    }
    for (const CitationDiff& citation : since.citations) {
      if (citation.from && citation.to) citations_[citation.from->place] = &citation;
    }
  }

  std::optional<Place> place(const Place& old) const {
    if (!old.section) return old;
    if (old.item.empty()) {
      const auto section = sections_.find(*old.section);
      if (section == sections_.end()) return std::nullopt;
      return Place{section->second->to_index, {}, {}, {}};
    }
    if (old.citation) return cited(old);
    const auto item = items_.find(old);
    if (item == items_.end() || item->second->to_places.empty()) return std::nullopt;
    return item->second->to_places.front();
  }

  /// The change in the newer text; nothing where its text or its words went.
  std::optional<WantedEdit> wanted(const WantedEdit& old) const {
    const std::optional<Place> found = place(old.place);
    if (!found) return std::nullopt;
    WantedEdit edit{old.field, *found, {}, old.text};
    const std::string_view before = text_at(earlier_, {old.field, old.place});
    const std::string_view after = text_at(from_, {edit.field, edit.place});
    const std::vector<Edit> edits = diff_words(before, after);
    edit.span = {moved(old.span.begin, edits, before, after, old.span.empty()), moved(old.span.end, edits, before, after, true)};
    if (edit.span.end < edit.span.begin || edit.span.end > after.size()) return std::nullopt;
    if (!old.span.empty() && edit.span.empty()) return std::nullopt;  // the words that were to go are gone
    return edit;
  }

 private:
  std::optional<Place> cited(const Place& old) const {
    Place citation = old;
    citation.passage.reset();
    const auto found = citations_.find(citation);
    if (found == citations_.end()) return std::nullopt;
    Place now = found->second->to->place;
    if (!old.passage) return now;
    for (const auto& [from, to] : found->second->pairs) {
      if (from == *old.passage) now.passage = to;
    }
    return now.passage ? std::optional(now) : std::nullopt;
  }

  /// Where a byte of the older text stands in the newer: next to the word that it stood next to.
  static std::size_t moved(std::size_t byte, const std::vector<Edit>& edits, std::string_view before, std::string_view after,
                           bool is_end) {
    std::size_t from = 0, to = 0;
    for (const Edit& edit : edits) {
      if (edit.from_span.begin >= byte && !(edit.from_span.begin < byte)) break;
      if (byte < edit.from_span.end) return is_end ? edit.to_span.end : edit.to_span.begin;
      from = edit.from_span.end;
      to = edit.to_span.end;
    }
    // Between the last edit before it and the next, the words agree; white space may not.
    const std::size_t words = tokenize(before.substr(from, byte - from)).size();
    const std::vector<Token> rest = tokenize(after.substr(to));
    if (is_end) return words == 0 ? to : to + rest[std::min(words, rest.size()) - 1].span.end;
    return words < rest.size() ? to + rest[words].span.begin : after.size();
  }

  const Document& earlier_;
  const Document& from_;
  const DocumentDiff& since_;
  std::map<Place, const ItemDiff*, PlaceLess> items_;
  std::map<std::size_t, const SectionDiff*> sections_;
  std::map<Place, const CitationDiff*, PlaceLess> citations_;
};

}  // namespace

Proposal carry(const Proposal& proposal, const Document& earlier, const Document& from, const DocumentDiff& since) {
  const Carrier carrier(earlier, from, since);
  Proposal carried = proposal;
  const auto aim = [&](Target& target) {
    if (!target.place) return;
    target.place = carrier.place(*target.place);
    if (!target.place) return;
    if (target.place->section) target.address = address_at(from, *target.place);
  };
  for (Target& target : carried.targets) aim(target);
  if (carried.destination) aim(*carried.destination);
  carried.wanted.clear();
  for (const WantedEdit& edit : proposal.wanted) {
    if (std::optional<WantedEdit> now = carrier.wanted(edit)) carried.wanted.push_back(std::move(*now));
  }
  return carried;
}

}  // namespace travaux
