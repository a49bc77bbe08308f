// The differ's entries, one after the other, as what they ask for.
#include "comment/redraft.h"

#include <algorithm>
#include <set>

#include "comment/apply.h"
#include "comment/brackets.h"
#include "comment/edits.h"
#include "comment/fields.h"
#include "comment/redraft_places.h"

namespace travaux {
namespace {

constexpr std::size_t kAnchorWords = 5;

/// Up to `kAnchorWords` tokens that end at `at` (or, with `forward`, begin there), as they stand in the text.
std::string words_next_to(std::string_view text, std::size_t at, bool forward) {
  std::vector<Token> tokens;
  for (const Token& token : tokenize(text)) {
    if (forward ? token.span.begin >= at : token.span.end <= at) tokens.push_back(token);
  }
  if (tokens.empty()) return {};
  const std::size_t size = std::min(kAnchorWords, tokens.size());
  const std::size_t first = forward ? 0 : tokens.size() - size;
  return std::string(Span{tokens[first].span.begin, tokens[first + size - 1].span.end}.of(text));
}

void want(Proposal& p, Field field, const Place& place, Span span, std::string words) {
  WantedEdit edit;
  edit.field = field;
  edit.place = place;
  edit.span = span;
  edit.text = std::move(words);
  p.wanted.push_back(std::move(edit));
}

std::string text_with_points(const Item& item) {
  std::string text = item.text;
  for (const Item& point : item.items) {
    text += "\n" + (point.number.empty() ? "" : point.number + " ") + text_with_points(point);
  }
  return text;
}

class Reader {
 public:
  Reader(const Compared& compared, const RedraftOptions& options)
      : draft_(compared.draft),
        redraft_(compared.other),
        changes_(compared.changes),
        options_(options),
        places_(compared.draft, compared.other, compared.changes) {}

  std::vector<Proposal> run() {
    read_matter(draft_.front, redraft_.front, Field::kFront);
    for (const SectionDiff& section : changes_.sections) read_section(section);
    for (const ItemDiff& item : changes_.items) read_item(item);
    for (const CitationDiff& citation : changes_.citations) read_citation(citation);
    read_matter(draft_.back, redraft_.back, Field::kBack);
    std::stable_sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) { return a.line < b.line; });
    return std::move(proposals_);
  }

 private:
  Proposal& add(Ask asks) {
    Proposal& p = proposals_.emplace_back();
    p.asks = asks;
    p.by = options_.by;
    p.placed = true;
    return p;
  }

  void add_edits(const std::vector<Edit>& edits, Field field, const Place& from, const Place& to, const Target& target) {
    const std::size_t first = proposals_.size();
    for (const Edit& edit : join_brackets(edits, text_of(draft_, field, from))) {
      Proposal p = word_proposal(edit, field, from, text_of(draft_, field, from));
      p.by = options_.by;
      if (!target.address.empty()) p.targets.assign(1, target);
      const std::string_view text = text_of(redraft_, field, to);
      const std::string before = words_next_to(text, edit.to_span.begin, false);
      const std::string after = words_next_to(text, edit.to_span.end, true);
      p.words = fold_white_space(before + " " + edit.to + " " + after);
      places_.set_line(p, to);
      proposals_.push_back(std::move(p));
    }
    join_lifted(proposals_, first, text_of(draft_, field, from));
  }

  static std::set<std::string> forms_of(const std::string& text, const std::vector<Span>& spans) {
    std::set<std::string> forms;
    for (const Span& span : spans) forms.insert(comparison_form(span.of(text)));
    return forms;
  }

  /// Front and back: only what the draft has in other words. What a redraft puts before the text is its covering note.
  void read_matter(const std::string& from, const std::string& to, Field field) {
    const auto paragraphs = [](const std::string& text) {
      std::vector<Span> spans;
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        spans.push_back({begin, end});
        begin = end + 1;
      }
      return spans;
    };
    const std::vector<Span> old_spans = paragraphs(from);
    const std::vector<Span> new_spans = paragraphs(to);
    const std::set<std::string> kept_of_new = forms_of(to, new_spans);
    const std::set<std::string> kept_of_old = forms_of(from, old_spans);
    for (const Span& old_span : old_spans) {
      const std::string_view old_text = old_span.of(from);
      if (is_version_line(old_text) || kept_of_new.count(comparison_form(old_text)) != 0) continue;
      for (const Span& new_span : new_spans) {
        if (kept_of_old.count(comparison_form(new_span.of(to))) != 0) continue;  // footnotes are often alike
        const std::vector<Edit> edits = diff_words(old_text, new_span.of(to));
        if (!is_reworded(old_text, edits)) continue;
        for (Edit edit : edits) {
          edit.from_span = {edit.from_span.begin + old_span.begin, edit.from_span.end + old_span.begin};
          Proposal p = word_proposal(edit, field, {}, from);
          p.by = options_.by;
          p.line = field == Field::kFront ? 1 : redraft_.blocks.empty() ? 1 : line_of(redraft_.blocks.back().span.begin);
          p.words = fold_white_space(new_span.of(to));
          proposals_.push_back(std::move(p));
        }
        break;
      }
    }
  }

  std::size_t line_of(std::size_t at) const {
    return 1 + static_cast<std::size_t>(
                   std::count(redraft_.source.begin(), redraft_.source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  bool is_version_line(std::string_view paragraph) const {
    return !draft_.label.empty() && comparison_form(paragraph).find(comparison_form(draft_.label)) != std::string::npos;
  }

  /// A paragraph that kept most of its words; not one that kept all.
  static bool is_reworded(std::string_view text, const std::vector<Edit>& edits) {
    std::size_t gone = 0;
    std::size_t come = 0;
    for (const Edit& edit : edits) gone += tokenize(edit.from).size(), come += tokenize(edit.to).size();
    const std::size_t size = tokenize(text).size();
    return !edits.empty() && size >= 6 && gone * 3 < size && come * 2 < size;
  }

  // --- sections ------------------------------------------------------------------------------------------------------

  static Place section_place(std::size_t index) {
    Place place;
    place.section = index;
    return place;
  }

  void read_section(const SectionDiff& section) {
    if (!section.from_index) return add_section(*section.to_index);
    const Target target = places_.section(*section.from_index);
    if (!section.to_index) {
      if (options_.excerpt) return;
      Proposal& p = add(Ask::kRemove);
      p.targets.assign(1, target);
      places_.set_line_of_lost(p, *target.place);
      return;
    }
    const Place to = section_place(*section.to_index);
    const Section& was = draft_.sections[*section.from_index];
    const Section& is = redraft_.sections[*section.to_index];
    if (section.changes.has(Change::kRetitled)) retitle(target, was, is, to);
    if (section.changes.has(Change::kMoved) && !options_.excerpt) {
      Proposal& p = add(Ask::kMove);
      p.targets.assign(1, target);
      places_.set_section_destination(p, *section.to_index);
      finish(p, to, is.number + " " + is.heading);
    }
    if (was.text.empty() && !is.text.empty()) return add_section_text(target, is, to);
    if (options_.excerpt && is.text.empty()) return;
    add_edits(section.text_edits, Field::kSection, *target.place, to, target);
  }

  void finish(Proposal& p, const Place& to, std::string_view words) {
    places_.set_line(p, to);
    p.words = fold_white_space(words);
  }

  void retitle(const Target& target, const Section& was, const Section& is, const Place& to) {
    Proposal& p = add(Ask::kRetitle);
    p.targets.assign(1, target);
    p.old_words = was.heading;
    p.new_words = is.heading;
    want(p, Field::kHeading, *target.place, {0, was.heading.size()}, is.heading);
    finish(p, to, is.number + " " + is.heading);
  }

  void add_section(std::size_t index) {
    Proposal& p = add(Ask::kAdd);
    const Section& section = redraft_.sections[index];
    p.new_words = section.heading.empty() ? section.number : section.heading;
    places_.set_section_destination(p, index);
    p.targets.push_back({section_name(section), {}, true, {}});
    if (!section.text.empty()) p.parts = {section.text};
    finish(p, section_place(index), section.number + " " + section.heading);
  }

  void add_section_text(const Target& target, const Section& is, const Place& to) {
    Proposal& p = add(Ask::kAdd);
    p.targets.assign(1, target);
    p.destination = target;
    p.where = Proposal::Where::kStart;
    p.new_words = is.text;
    want(p, Field::kSection, *target.place, {0, 0}, is.text);
    finish(p, to, is.text);
  }

  // --- items ---------------------------------------------------------------------------------------------------------

  void read_item(const ItemDiff& item) {
    if (item.from_places.empty()) return add_item(item.to_places.front());
    if (item.to_places.empty()) return remove_item(item.from_places.front());
    if (item.changes.has(Change::kSplit)) return split(item);
    if (item.changes.has(Change::kMerged)) return merge(item);
    const Place& from = item.from_places.front();
    const Place& to = item.to_places.front();
    const Target target = places_.item(from, to);
    if (item.changes.has(Change::kMoved)) {
      Proposal& p = add(Ask::kMove);
      p.targets.assign(1, target);
      places_.set_destination(p, to);
      finish(p, to, item_at(redraft_, to).number + " " + item_at(redraft_, to).text);
    }
    add_edits(item.edits, Field::kItem, from, to, target);
  }

  void add_item(const Place& to) {
    added_.insert(to);
    Place parent = to;
    parent.item.pop_back();
    if (added_.count(parent) != 0) return;  // comes with the item above it
    Proposal& p = add(Ask::kAdd);
    const Item& item = item_at(redraft_, to);
    places_.set_destination(p, to);
    p.new_words = text_with_points(item);
    for (const Citation& citation : item.citations) {
      if (citation.passages.empty()) p.citations.emplace_back(citation.heading, "");
      for (const Passage& passage : citation.passages) p.citations.emplace_back(citation.heading, passage.text);
    }
    finish(p, to, item.number + " " + item.text);
  }

  void remove_item(const Place& from) {
    if (options_.excerpt) return;
    removed_.insert(from);
    Place parent = from;
    parent.item.pop_back();
    if (removed_.count(parent) != 0) return;
    Proposal& p = add(Ask::kRemove);
    p.targets.assign(1, places_.item(from, {}));
    p.old_words = item_at(draft_, from).text;
    places_.set_line_of_lost(p, from);
  }

  void split(const ItemDiff& item) {
    Proposal& p = add(Ask::kSplit);
    p.targets.assign(1, places_.item(item.from_places.front(), {}));
    for (const Place& to : item.to_places) p.parts.push_back(item_at(redraft_, to).text);
    std::string words;
    for (const std::string& part : p.parts) words += part + " ";
    finish(p, item.to_places.front(), words);
  }

  void merge(const ItemDiff& item) {
    Proposal& p = add(Ask::kMerge);
    for (const Place& from : item.from_places) p.targets.push_back(places_.item(from, {}));
    const Place& to = item.to_places.front();
    p.new_words = item_at(redraft_, to).text;
    finish(p, to, item_at(redraft_, to).number + " " + p.new_words);
  }

  // --- citations -----------------------------------------------------------------------------------------------------

  static Place item_of(Place place) {
    place.citation.reset();
    place.passage.reset();
    return place;
  }

  const Citation& citation_at(const Document& document, const Place& place) const {
    return item_at(document, place).citations[*place.citation];
  }

  void read_citation(const CitationDiff& citation) {
    if (citation.changes.empty()) return;
    if (!citation.from) return cite(citation);
    if (!citation.to) return uncite(citation);
    const Target target = places_.item(item_of(citation.from->place), {});
    if (citation.changes.has(Change::kMoved)) move_citation(citation, target);
    if (citation.changes.has(Change::kRelabelled) || citation.from->locator != citation.to->locator) {
      add_edits(diff_words(citation.from->heading, citation.to->heading), Field::kCitation, citation.from->place,
                citation.to->place, target);
    }
    for (const PassageDiff& passage : citation.passages) read_passage(citation, passage, target);
  }

  void name_citation(Proposal& p, const CitationDiff& citation, const std::string& heading) {
    p.heading = heading;
    p.instrument = citation.instrument;
  }

  void cite(const CitationDiff& citation) {
    const Place item = item_of(citation.to->place);
    const std::optional<Place> from = places_.origin(item);
    if (!from) return;  // with an added item
    const Citation& is = citation_at(redraft_, citation.to->place);
    if (is.passages.empty()) cite_passage(citation, *from, "");
    for (const Passage& passage : is.passages) cite_passage(citation, *from, passage.text);
  }

  void cite_passage(const CitationDiff& citation, const Place& from, const std::string& passage) {
    Proposal& p = add(Ask::kCite);
    p.targets.assign(1, places_.item(from, item_of(citation.to->place)));
    name_citation(p, citation, citation.to->heading);
    p.new_words = passage;
    finish(p, citation.to->place, citation.to->heading + " " + passage);
  }

  /// An excerpt that reproduces none of an item's citations says nothing of them.
  bool says_nothing_of(const Place& draft_item) const {
    if (!options_.excerpt) return false;
    for (const ItemDiff& item : changes_.items) {
      if (std::find(item.from_places.begin(), item.from_places.end(), draft_item) == item.from_places.end()) continue;
      return std::all_of(item.to_places.begin(), item.to_places.end(),
                         [&](const Place& to) { return item_at(redraft_, to).citations.empty(); });
    }
    return true;
  }

  void uncite(const CitationDiff& citation) {
    const Place item = item_of(citation.from->place);
    if (removed_.count(item) != 0 || options_.excerpt) return;
    Proposal& p = add(Ask::kUncite);
    p.targets.assign(1, places_.item(item, {}));
    p.targets.front().place = citation.from->place;
    name_citation(p, citation, citation.from->heading);
    places_.set_line_of_lost(p, citation.from->place);
  }

  void move_citation(const CitationDiff& citation, const Target& target) {
    Proposal& p = add(Ask::kMove);
    p.targets.assign(1, target);
    p.targets.front().place = citation.from->place;
    const std::optional<Place> to = places_.origin(item_of(citation.to->place));
    p.destination = to ? places_.item(*to, item_of(citation.to->place)) : Target{citation.to->item, {}, false, {}};
    p.where = Proposal::Where::kIn;
    name_citation(p, citation, citation.from->heading);
    finish(p, citation.to->place, citation.to->heading);
  }

  void read_passage(const CitationDiff& citation, const PassageDiff& passage, const Target& target) {
    Place from = citation.from->place;
    Place to = citation.to->place;
    from.passage = passage.from;
    to.passage = passage.to;
    if (passage.from && passage.to) {
      const std::size_t first = proposals_.size();
      add_edits(passage.edits, Field::kPassage, from, to, target);
      for (std::size_t i = first; i < proposals_.size(); ++i) name_citation(proposals_[i], citation, citation.from->heading);
      return;
    }
    if (!passage.to && (options_.excerpt || says_nothing_of(item_of(from)))) return;
    Proposal& p = add(passage.to ? Ask::kCite : Ask::kUncite);
    p.targets.assign(1, target);
    p.targets.front().place->citation = citation.from->place.citation;
    name_citation(p, citation, citation.from->heading);
    (passage.to ? p.new_words : p.old_words) = passage.to ? passage.to_text : passage.from_text;
    if (!passage.to) want(p, Field::kPassage, from, {0, passage.from_text.size()}, {});
    finish(p, citation.to->place, passage.to ? passage.to_text : passage.from_text);
  }

  const Document& draft_;
  const Document& redraft_;
  const DocumentDiff& changes_;
  const RedraftOptions& options_;
  RedraftPlaces places_;
  std::set<Place, PlaceOrder> added_, removed_;
  std::vector<Proposal> proposals_;
};

bool is_mark(std::string_view words, char mark) { return words.size() == 1 && words[0] == mark; }

}  // namespace

Compared compare_with(const Document& draft, Document other, const Registry& registry) {
  Compared compared;
  compared.draft = draft;
  compared.other = std::move(other);
  resolve_instruments({&compared.draft, &compared.other}, registry);
  compared.changes = diff(compared.draft, compared.other);
  return compared;
}

std::vector<Proposal> redraft_proposals(const Compared& compared, const RedraftOptions& options) {
  return Reader(compared, options).run();
}

void number_proposals(std::vector<Proposal>& proposals) {
  for (std::size_t i = 0; i < proposals.size(); ++i) proposals[i].number = std::to_string(i + 1);
}

std::vector<Edit> join_brackets(std::vector<Edit> edits, std::string_view from) {
  std::vector<Edit> joined;
  for (Edit& edit : edits) {
    Edit* open = joined.empty() ? nullptr : &joined.back();
    const bool put_in =
        open != nullptr && open->from.empty() && is_mark(open->to, '[') && edit.from.empty() && is_mark(edit.to, ']');
    const bool taken_out = open != nullptr && open->to.empty() && open->from.starts_with('[') &&
                           open->from.find(']') == std::string::npos && edit.to.empty() && is_mark(edit.from, ']');
    if (!put_in && !taken_out) {
      joined.push_back(std::move(edit));
      continue;
    }
    Span span{open->from_span.begin, edit.from_span.end};
    while (span.begin < span.end && from[span.begin] == ' ') ++span.begin;
    while (span.end > span.begin && from[span.end - 1] == ' ') --span.end;
    const Span between{open->from_span.end, edit.from_span.begin};
    open->from = std::string(span.of(from));
    open->to = put_in ? "[" + open->from + "]" : fold_white_space(between.of(from));
    open->from_span = span;
    open->to_span.end = edit.to_span.end;
  }
  return joined;
}

void join_lifted(std::vector<Proposal>& proposals, std::size_t first, std::string_view text) {
  const auto strikes = [&](const Proposal& p, char mark, std::size_t at) {
    return p.asks == Ask::kDelete && is_mark(p.old_words, mark) && p.wanted.size() == 1 && p.wanted.front().span.begin <= at &&
           at < p.wanted.front().span.end;
  };
  const auto find = [&](char mark, std::size_t at) {
    return std::find_if(proposals.begin() + static_cast<std::ptrdiff_t>(std::min(first, proposals.size())), proposals.end(),
                        [&](const Proposal& p) { return strikes(p, mark, at); });
  };
  const auto is_bare = [](const Proposal& p) { return is_mark(p.old_words, '[') || is_mark(p.old_words, ']'); };
  if (std::none_of(proposals.begin(), proposals.end(), is_bare)) return;
  for (const Bracket& bracket : brackets_in(text)) {
    const auto open = find('[', bracket.span.begin);
    const auto close = find(']', bracket.span.end - 1);
    if (!bracket.closed || open == proposals.end() || close == proposals.end() || open->by != close->by) continue;
    open->asks = Ask::kUnbracket;
    open->old_words = fold_white_space(text.substr(bracket.span.begin + 1, bracket.span.size() - 2));
    open->wanted.push_back(close->wanted.front());
    proposals.erase(close);
  }
}

Proposal word_proposal(const Edit& edit, Field field, const Place& place, std::string_view text) {
  Proposal p;
  p.placed = true;
  p.asks = edit.from.empty() ? Ask::kInsert : edit.to.empty() ? Ask::kDelete : Ask::kReplace;
  p.old_words = edit.from;
  p.new_words = edit.to;
  const auto in_brackets = [](const std::string& outer, const std::string& inner) {
    return outer.size() > 2 && is_mark(outer.substr(0, 1), '[') && is_mark(outer.substr(outer.size() - 1), ']') &&
           comparison_form(bracketed_words(outer)) == comparison_form(inner);
  };
  if (!edit.from.empty() && in_brackets(edit.to, edit.from)) p.asks = Ask::kBracket;
  if (!edit.to.empty() && in_brackets(edit.from, edit.to)) p.asks = Ask::kUnbracket, p.old_words = edit.to;
  if (p.asks == Ask::kInsert) {
    p.anchor = words_next_to(text, edit.from_span.begin, false);
    p.where = p.anchor.empty() ? Proposal::Where::kBefore : Proposal::Where::kAfter;
    if (p.anchor.empty()) p.anchor = words_next_to(text, edit.from_span.end, true);
  }
  TextEdit wanted = literal_edit(text, edit.from_span, edit.to);
  want(p, field, place, wanted.span, std::move(wanted.text));
  return p;
}

}  // namespace travaux
