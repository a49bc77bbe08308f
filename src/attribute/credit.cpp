// Which edit each changed word of a redline shows.
#include <algorithm>
#include <map>
#include <tuple>

#include "travaux/attribute.h"

namespace travaux {

namespace {

/// Tokens [begin, end) of the words of one part of a draft that an edit changes.
struct Range {
  std::size_t begin = 0, end = 0;
  std::size_t edit = 0;
};

/// What is known of one part of a draft: of its words, and of the whole of it.
struct Part {
  std::vector<Range> ranges;
  std::vector<std::size_t> wholes;
};

enum class Side { kFrom, kTo };

using PlaceKey = std::tuple<Side, std::optional<std::size_t>, std::vector<std::size_t>, std::optional<std::size_t>,
                            std::optional<std::size_t>>;

PlaceKey key_of(Side side, const Place& place) { return {side, place.section, place.item, place.citation, place.passage}; }

/// The edits of a comparison by the words and places that they change.
class EditIndex {
 public:
  EditIndex(const Document& from, const Document& to, const DocumentDiff& changes, const Attribution& attribution)
      : from_(from), to_(to), changes_(changes) {
    map_addresses(Side::kFrom, from);
    map_addresses(Side::kTo, to);
    for (std::size_t e = 0; e < attribution.edits.size(); ++e) enter(attribution.edits[e], e);
    for (auto& [key, part] : words_) {
      std::stable_sort(part.begin(), part.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    }
  }

  /// The ranges of words of one role at a place, by where they begin.
  const std::vector<Range>& words(Side side, Role role, const Place& place) const {
    static const std::vector<Range> kNone;
    const auto found = words_.find({role, key_of(side, place)});
    return found == words_.end() ? kNone : found->second;
  }

  /// The edits of the whole that a place lies in, the most particular first.
  std::vector<std::size_t> wholes(Side side, Role role, Place place) const {
    std::vector<std::size_t> edits = at(parts_of_role_, std::pair{role, key_of(side, place)});
    const auto take = [&] {
      for (const std::size_t edit : at(parts_, key_of(side, place))) edits.push_back(edit);
    };
    if (place.passage) take();
    place.passage.reset();
    if (place.citation) take();
    place.citation.reset();
    for (; !place.item.empty(); place.item.pop_back()) take();
    if (place.section) take();
    return edits;
  }

 private:
  template <typename Map, typename Key>
  static std::vector<std::size_t> at(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::vector<std::size_t>() : found->second;
  }

  const Document& document(Side side) const { return side == Side::kFrom ? from_ : to_; }

  void map_addresses(Side side, const Document& document) {
    for_each_item(document, [&](const Item& item, const Place& place) { places_.try_emplace({side, item.address}, place); });
  }

  void whole(Side side, const Place& place, std::size_t edit) { parts_[key_of(side, place)].push_back(edit); }
  void whole(Side side, Role role, const Place& place, std::size_t edit) {
    parts_of_role_[{role, key_of(side, place)}].push_back(edit);
  }

  /// The edits of one part stand together: its words are cut once for all of them.
  const std::vector<Token>& tokens_of(Side side, std::string_view text) {
    Cut& last = side == Side::kFrom ? from_cut_ : to_cut_;
    if (last.text.data() != text.data() || last.text.size() != text.size()) last = {text, tokenize(text)};
    return last.tokens;
  }

  void range(Side side, Role role, const Place& place, std::string_view text, Span bytes, std::size_t edit) {
    if (bytes.empty()) return;
    const std::vector<Token>& tokens = tokens_of(side, text);
    const auto token_at = [&](std::size_t byte) {
      const auto after = [byte](const Token& token) { return token.span.begin < byte; };
      return static_cast<std::size_t>(std::partition_point(tokens.begin(), tokens.end(), after) - tokens.begin());
    };
    words_[{role, key_of(side, place)}].push_back({token_at(bytes.begin), token_at(bytes.end), edit});
  }

  void words_of(Role role, const Place& from, std::string_view before, const Place& to, std::string_view after, const Edit& edit,
                std::size_t e) {
    range(Side::kFrom, role, from, before, edit.from_span, e);
    range(Side::kTo, role, to, after, edit.to_span, e);
  }

  void enter(const AttributedEdit& edit, std::size_t e) {
    switch (edit.target) {
      case EditTarget::kFront:
        return words_of(Role::kFront, {}, from_.front, {}, to_.front, changes_.front[*edit.edit], e);
      case EditTarget::kBack:
        return words_of(Role::kBack, {}, from_.back, {}, to_.back, changes_.back[*edit.edit], e);
      case EditTarget::kSection:
        return enter_section(edit, changes_.sections[*edit.section_index], e);
      case EditTarget::kItem:
        return enter_item(edit, changes_.items[*edit.item], e);
      case EditTarget::kText:
        return enter_text(changes_.items[*edit.item].edits[*edit.edit], e);
      case EditTarget::kCitation:
        return enter_citation(edit, changes_.citations[*edit.citation], e);
    }
  }

  void enter_section(const AttributedEdit& edit, const SectionDiff& section, std::size_t e) {
    const Place from{section.from_index, {}, {}, {}};
    const Place to{section.to_index, {}, {}, {}};
    if (edit.edit) {
      return words_of(Role::kSectionText, from, from_.sections[*section.from_index].text, to,
                      to_.sections[*section.to_index].text, section.text_edits[*edit.edit], e);
    }
    const bool heading = edit.change == name_of(Change::kRetitled);
    for (const Side side : {Side::kFrom, Side::kTo}) {
      const Place& place = side == Side::kFrom ? from : to;
      if (!place.section) continue;
      heading ? whole(side, Role::kSectionHeading, place, e) : whole(side, place, e);
    }
  }

  void enter_item(const AttributedEdit& edit, const ItemDiff& item, std::size_t e) {
    const bool status = edit.change == name_of(Change::kStatus);
    for (const Side side : {Side::kFrom, Side::kTo}) {
      for (const Place& place : side == Side::kFrom ? item.from_places : item.to_places)
        status ? whole(side, Role::kStatus, place, e) : whole(side, place, e);
    }
  }

  void enter_text(const Edit& edit, std::size_t e) {
    const auto from = places_.find({Side::kFrom, edit.from_item});
    const auto to = places_.find({Side::kTo, edit.to_item});
    if (from == places_.end() || to == places_.end()) return;
    words_of(Role::kItem, from->second, item_at(from_, from->second).text, to->second, item_at(to_, to->second).text, edit, e);
  }

  void enter_citation(const AttributedEdit& edit, const CitationDiff& citation, std::size_t e) {
    if (edit.passage) return enter_passage(citation, citation.passages[*edit.passage], e);
    const bool heading = citation.from && citation.to && edit.change != name_of(Change::kMoved);
    for (const Side side : {Side::kFrom, Side::kTo}) {
      const std::optional<CitationSide>& there = side == Side::kFrom ? citation.from : citation.to;
      if (!there) continue;
      heading ? whole(side, Role::kCitation, there->place, e) : whole(side, there->place, e);
    }
  }

  void enter_passage(const CitationDiff& citation, const PassageDiff& passage, std::size_t e) {
    for (const Side side : {Side::kFrom, Side::kTo}) {
      const std::optional<std::size_t>& which = side == Side::kFrom ? passage.from : passage.to;
      if (!which) continue;
      Place place = (side == Side::kFrom ? citation.from : citation.to)->place;
      place.passage = which;
      whole(side, place, e);
    }
  }

  const Document& from_;
  const Document& to_;
  const DocumentDiff& changes_;
  struct Cut {
    std::string_view text;
    std::vector<Token> tokens;
  };
  Cut from_cut_, to_cut_;  ///< the text last met of each draft
  std::map<std::pair<Side, std::string>, Place> places_;
  std::map<std::pair<Role, PlaceKey>, std::vector<Range>> words_;
  std::map<PlaceKey, std::vector<std::size_t>> parts_;
  std::map<std::pair<Role, PlaceKey>, std::vector<std::size_t>> parts_of_role_;
};

/// The runs of one block, divided where edits meet.
class BlockCreditor {
 public:
  BlockCreditor(const EditIndex& index, const RedlineBlock& block)
      : index_(index), block_(block), from_(block.from_token), to_(block.to_token) {}

  std::vector<Run> run() {
    for (const Run& run : block_.runs) {
      if (run.number) {
        take_number(run);
      } else {
        take_words(run);
      }
    }
    return std::move(runs_);
  }

 private:
  const std::optional<Place>& place(Side side) const { return side == Side::kFrom ? block_.from_place : block_.to_place; }

  std::vector<std::size_t> wholes(Side side) const {
    return place(side) ? index_.wholes(side, block_.role, *place(side)) : std::vector<std::size_t>();
  }

  /// A number that only one draft prints goes with the whole; one that became another is no edit.
  void take_number(const Run& run) {
    Run credited = run;
    const bool kept = block_.from_place && block_.to_place;
    if (run.kind != RunKind::kKept && !kept) credited.edits = wholes(run.kind == RunKind::kDeleted ? Side::kFrom : Side::kTo);
    runs_.push_back(std::move(credited));
  }

  void take_words(const Run& run) {
    const std::vector<Token> tokens = tokenize(run.text);
    if (run.kind == RunKind::kKept) {
      from_ += tokens.size();
      to_ += tokens.size();
      runs_.push_back(run);
      return;
    }
    const Side side = run.kind == RunKind::kDeleted ? Side::kFrom : Side::kTo;
    std::size_t& next = side == Side::kFrom ? from_ : to_;
    divide(run, tokens, side, next);
    next += tokens.size();
  }

  void divide(const Run& run, const std::vector<Token>& tokens, Side side, std::size_t first) {
    static const std::vector<Range> kNone;
    const std::vector<Range>& ranges = place(side) ? index_.words(side, block_.role, *place(side)) : kNone;
    const std::vector<std::size_t> whole = wholes(side);
    std::size_t begin = 0;
    std::vector<std::size_t> edits;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      std::vector<std::size_t> here = edits_at(ranges, first + t);
      here.insert(here.end(), whole.begin(), whole.end());
      if (t > 0 && here != edits) {
        put(run, begin, tokens[t].span.begin, std::move(edits));
        begin = tokens[t].span.begin;
      }
      edits = std::move(here);
    }
    put(run, begin, run.text.size(), std::move(edits));
  }

  void put(const Run& run, std::size_t begin, std::size_t end, std::vector<std::size_t> edits) {
    runs_.push_back({run.kind, run.text.substr(begin, end - begin), false, std::move(edits)});
  }

  static std::vector<std::size_t> edits_at(const std::vector<Range>& ranges, std::size_t token) {
    const auto after = std::partition_point(ranges.begin(), ranges.end(), [token](const Range& r) { return r.begin <= token; });
    if (after == ranges.begin() || std::prev(after)->end <= token) return {};
    return {std::prev(after)->edit};
  }

  const EditIndex& index_;
  const RedlineBlock& block_;
  std::size_t from_, to_;
  std::vector<Run> runs_;
};

}  // namespace

Redline credited(Redline redline, const Document& from, const Document& to, const DocumentDiff& changes,
                 const Attribution& attribution) {
  const EditIndex index(from, to, changes, attribution);
  for (RedlineBlock& block : redline.blocks) block.runs = BlockCreditor(index, block).run();
  return redline;
}

}  // namespace travaux
