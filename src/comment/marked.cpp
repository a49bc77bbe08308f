#include "comment/marked.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "comment/author_text.h"
#include "comment/brackets.h"
#include "comment/form.h"
#include "comment/form_words.h"
#include "comment/letter.h"
#include "comment/paragraph_index.h"
#include "comment/redraft.h"
#include "comment/redraft_places.h"
#include "comment/targets.h"
#include "comment/unwrap.h"
#include "parse/lead.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

/// Stands for the author of a tracked change that names none.
const char* const kUnnamed = "\n";

/// What tells two proposals on one text apart.
using Likeness = std::tuple<Ask, std::string, std::string, std::string>;

Likeness likeness_of(const Proposal& p) {
  return {p.asks, p.targets.empty() ? std::string() : p.targets.front().address, comparison_form(p.old_words),
          comparison_form(p.new_words)};
}

class Reader {
 public:
  Reader(Comment& comment, const CommentSource& source, const Document& draft, const Registry& registry, const Speakers& speakers)
      : comment_(comment),
        source_(source),
        draft_(draft),
        registry_(registry),
        speakers_(speakers),
        paragraphs_(draft),
        words_(source.revisions) {
    for (Revision& revision : words_) {
      if (revision.author.empty()) revision.author = kUnnamed;
    }
  }

  void run() {
    read_unmarked();
    for (const std::string& author : authors_of(words_)) read_moves(author);
    for (const std::string& author : authors_of(words_)) {
      if (!author.empty()) read_author(author);
    }
    read_struck();
    if (!source_.margin.empty()) read_margin();
    std::stable_sort(comment_.proposals.begin(), comment_.proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.span.begin < b.span.begin; });
    number_proposals(comment_.proposals);
  }

 private:
  std::vector<std::string> by(const std::string& author) const {
    std::vector<std::string> names = author == kUnnamed ? comment_.by : names_in(author, speakers_);
    return names.empty() ? comment_.by : names;
  }

  /// The proposals of a text, with lines and spans of the comment's.
  std::vector<Proposal> proposals_of(const AuthorText& author, const std::vector<std::string>& names) const {
    const Compared compared = compare_with(draft_, parse(author.text, profile_of(draft_)), registry_);
    std::vector<Proposal> proposals =
        redraft_proposals(compared, {names, is_excerpt(author.text, reproduction(author.text, draft_))});
    for (Proposal& p : proposals) {
      p.span = {author.accepted(p.span.begin), author.accepted(p.span.end)};
      p.line = line_at(p.span.begin);
    }
    return proposals;
  }

  std::size_t line_at(std::size_t place) const {
    const auto begin = comment_.text.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(place, comment_.text.size()));
    return 1 + static_cast<std::size_t>(std::count(begin, end, '\n'));
  }

  /// What differs from the draft with all changes undone: nobody marked it, so it is the sender's, where one sent it.
  void read_unmarked() {
    std::vector<Proposal> unmarked = proposals_of(text_of_author(comment_.text, source_.revisions, {}), comment_.by);
    for (const Proposal& p : unmarked) unmarked_.insert(likeness_of(p));
    if (unmarked.empty()) return;
    const bool known = comment_.by.size() == 1;
    comment_.diagnostics.push_back(
        {unmarked.front().line, Severity::kWarning,
         fmt::format("the copy differs from the draft in {} place{} that no tracked change marks, here first{}", unmarked.size(),
                     unmarked.size() == 1 ? "" : "s", known ? "; taken as asked for by " + comment_.by.front() : std::string())});
    if (known) comment_.proposals = std::move(unmarked);
  }

  void read_author(const std::string& author) {
    for (Proposal& p : proposals_of(text_of_author(comment_.text, words_, author), by(author))) {
      if (unmarked_.count(likeness_of(p)) == 0) comment_.proposals.push_back(std::move(p));
    }
  }

  /// What one inserted and another struck again: the request to delete it; the insertion is read with its author's others.
  void read_struck() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!was_struck(words_, i) || fold_white_space(words_[i].text).empty()) continue;
      const Revision& revision = words_[i + 1];
      Proposal& p = comment_.proposals.emplace_back();
      p.asks = Ask::kDelete;
      p.by = by(revision.author);
      p.span = revision.span;
      p.line = line_at(p.span.begin);
      p.words = p.old_words = fold_white_space(revision.text);
      p.why_unplaced = "It is on words that another proposes, which the draft has not.";
    }
  }

  // --- moves ---------------------------------------------------------------------------------------------------------

  /// Paragraphs that Word says were moved: what it marks is surer than what a comparison finds. They are undone for the rest.
  void read_moves(const std::string& author) {
    std::set<std::size_t> read;
    for (const Revision& revision : words_) {
      const bool comes = revision.kind == Revision::Kind::kInsertion;
      if (revision.author != author || revision.move == 0 || !comes || read.count(revision.move) != 0) continue;
      if (read_move(revision)) read.insert(revision.move);
    }
    // Undone for everybody: an insertion with another's name is nobody's text, a deletion that is not there leaves the words.
    for (Revision& revision : words_) {
      if (revision.author == author && read.count(revision.move) != 0) revision.author.clear();
    }
  }

  bool read_move(const Revision& revision) {
    const std::optional<Place> moved = drafted(fold_white_space(revision.span.of(comment_.text)), Field::kItem);
    if (!moved || moved->citation) return false;
    const std::optional<Place> before = standing_before(revision.span.begin);
    if (!before || before == moved) return false;
    Proposal p;
    p.asks = Ask::kMove;
    p.by = by(revision.author);
    p.placed = true;
    p.span = revision.span;
    p.line = line_at(p.span.begin);
    p.words = fold_white_space(revision.span.of(comment_.text));
    p.targets.push_back(target_at(draft_, *moved));
    p.destination = target_at(draft_, *before);
    p.where = before->item.empty() ? Proposal::Where::kIn : Proposal::Where::kAfter;
    comment_.proposals.push_back(std::move(p));
    return true;
  }

  /// Where the draft has a paragraph.
  std::optional<Place> drafted(const std::string& paragraph, std::optional<Field> only) const {
    PrintedParagraph printed{paragraph, {}, {}, 0};
    if (const std::optional<Lead> lead = find_any_lead(paragraph)) {
      printed.number = lead->number;
      printed.words = paragraph.substr(lead->span.end);
    }
    const std::optional<std::size_t> found = paragraphs_.find(printed);
    if (!found) return std::nullopt;
    const DraftText& text = paragraphs_.paragraphs()[*found].text;
    return only && text.field != *only ? std::nullopt : std::optional(text.place);
  }

  /// The item or section whose paragraph is the last before a place of the copy.
  std::optional<Place> standing_before(std::size_t at) const {
    for (std::size_t end = comment_.text.rfind('\n', at); end != std::string::npos && end > 0;) {
      const std::size_t feed = comment_.text.rfind('\n', end - 1);
      const std::size_t begin = feed == std::string::npos ? 0 : feed + 1;
      const std::string paragraph = fold_white_space(Span{begin, end}.of(comment_.text));
      std::optional<Place> place = paragraph.empty() ? std::nullopt : drafted(paragraph, std::nullopt);
      if (place && place->section) {
        place->citation.reset();
        place->passage.reset();
        return place;
      }
      end = feed;
    }
    return std::nullopt;
  }

  // --- notes in the margin -------------------------------------------------------------------------------------------

  void read_margin() {
    const Compared compared = compare_with(draft_, parse(comment_.text, profile_of(draft_)), registry_);
    const RedraftPlaces places(compared.draft, compared.other, compared.changes);
    std::vector<Proposal> asked;
    for (const MarginNote& note : source_.margin) {
      std::vector<Diagnostic> diagnostics;
      std::vector<Proposal> read = read_note(note, diagnostics);
      const std::size_t line = line_at(note.span.begin);
      for (Diagnostic& diagnostic : diagnostics) {
        comment_.diagnostics.push_back({line, diagnostic.severity, "a note in the margin: " + diagnostic.message});
      }
      const std::optional<Target> hangs_on = hung_on(note.span.begin, compared.other, places);
      for (Proposal& p : read) {
        p.span = note.span;
        p.line = line;
        if (p.targets.empty() && hangs_on) p.targets.assign(1, *hangs_on);
        quote_the_words(p, note.span);
        if (p.asks == Ask::kDelete && is_all_of(p)) p.asks = Ask::kRemove;
        asked.push_back(std::move(p));
      }
    }
    place_proposals(asked, draft_, registry_);
    for (Proposal& p : asked) {
      if (is_tracked(p)) keep_as_remark(p);
    }
    comment_.proposals.insert(comment_.proposals.end(), asked.begin(), asked.end());
  }

  /// Whether a note only quotes a change that its author tracked where the note hangs.
  bool is_tracked(const Proposal& noted) const {
    if (!has_fate(noted.asks)) return false;
    return std::any_of(comment_.proposals.begin(), comment_.proposals.end(), [&](const Proposal& tracked) {
      const bool touches = tracked.span.begin <= noted.span.end && noted.span.begin <= tracked.span.end;
      return tracked.by == noted.by && (touches || same_target(tracked, noted)) && is_same_change(tracked, noted);
    });
  }

  static bool same_target(const Proposal& a, const Proposal& b) {
    return !a.targets.empty() && !b.targets.empty() && a.targets.front().place &&
           a.targets.front().place == b.targets.front().place;
  }

  /// A note may quote more words than changed: "replace “shall pay” by “should pay”".
  static bool is_same_change(const Proposal& tracked, const Proposal& noted) {
    const auto has = [](const std::string& more, const std::string& less) {
      return (" " + spaced_words(more) + " ").find(spaced_words(less)) != std::string::npos;
    };
    const bool whole = tracked.asks == Ask::kRemove || tracked.asks == Ask::kMove;
    if (whole) return noted.asks == tracked.asks && same_target(tracked, noted);
    if (tracked.old_words.empty() && tracked.new_words.empty()) return false;
    const bool removes = tracked.new_words.empty() == noted.new_words.empty();
    const bool adds = tracked.old_words.empty() || !noted.old_words.empty();
    return removes && adds && has(noted.old_words, tracked.old_words) && has(noted.new_words, tracked.new_words);
  }

  static void keep_as_remark(Proposal& p) {
    p.asks = Ask::kRemark;
    p.old_words.clear();
    p.new_words.clear();
    p.anchor.clear();
    p.wanted.clear();
    p.why_unplaced.clear();
    p.destination.reset();
    p.alternatives = false;
    p.placed = true;
  }

  /// Whether a name is a group's, a member's, or of one who changed or noted something in the copy.
  bool is_known(const std::string& name) const {
    const std::string form = fold_case(name);
    const auto is_it = [&](const std::string& other) { return fold_case(other) == form; };
    return speakers_.find(name) || std::any_of(comment_.by.begin(), comment_.by.end(), is_it) ||
           std::any_of(words_.begin(), words_.end(), [&](const Revision& r) { return is_it(r.author); }) ||
           std::any_of(source_.margin.begin(), source_.margin.end(), [&](const MarginNote& n) { return is_it(n.author); });
  }

  /// Whether what stands before a note's colon says where: the note without it names another place or none.
  static bool is_address(std::string_view note, std::string_view rest) {
    std::vector<Diagnostic> unread;
    const auto named = [&](std::string_view words) {
      std::vector<std::string> addresses;
      for (const Proposal& p : read_letter(words, {}, unread)) {
        for (const Target& target : p.targets) addresses.push_back(target.address);
      }
      return addresses;
    };
    return named(note) != named(rest);
  }

  /// "Beta: insert “developing” here" is Beta's, whoever typed it; of a name that nobody here has, it is a remark.
  std::vector<Proposal> read_note(const MarginNote& note, std::vector<Diagnostic>& diagnostics) const {
    const std::string bracketed = "[" + note.text + "]";
    const Bracket label = brackets_in(bracketed).front();
    const std::size_t colon = note.text.find(':');
    if (label.names.empty()) return read_note_of(note, by(note.author), diagnostics);
    if (std::all_of(label.names.begin(), label.names.end(), [&](const std::string& name) { return is_known(name); })) {
      MarginNote theirs = note;
      if (label.stance == Stance::kWords) theirs.text = std::string(label.content.of(bracketed));
      return read_note_of(theirs, groups_of(label.names, speakers_), diagnostics);
    }
    if (colon >= label.content.begin || is_address(note.text, label.content.of(bracketed))) {
      return read_note_of(note, by(note.author), diagnostics);
    }
    Proposal p;
    p.asks = Ask::kRemark;
    p.by = by(note.author);
    p.words = fold_white_space(note.text);
    p.placed = true;
    return {std::move(p)};
  }

  /// A note is a stance on the words it hangs on, or a letter's sentence that may leave those words out.
  std::vector<Proposal> read_note_of(const MarginNote& note, const std::vector<std::string>& names,
                                     std::vector<Diagnostic>& diagnostics) const {
    Stance stance = stance_of(note.text);
    if (stance == Stance::kWords) stance = brackets_in("[" + note.text + "]").front().stance;  // with a name before it
    if (stance == Stance::kDelete || stance == Stance::kSupport || stance == Stance::kReserve) {
      Proposal p;
      p.asks = stance == Stance::kDelete ? Ask::kDelete : stance == Stance::kSupport ? Ask::kSupport : Ask::kReserve;
      p.by = names;
      p.words = fold_white_space(note.text);
      return {std::move(p)};
    }
    std::vector<Proposal> read = read_letter(note.text, names, diagnostics);
    const auto asks = [](const Proposal& p) { return has_fate(p.asks); };
    if (std::any_of(read.begin(), read.end(), asks) || note.span.empty()) return read;
    std::vector<Diagnostic> unread;
    const std::string words = "“" + fold_white_space(note.span.of(comment_.text)) + "”: " + note.text;
    std::vector<Proposal> quoting = read_letter(words, names, unread);
    if (std::none_of(quoting.begin(), quoting.end(), asks)) return read;
    diagnostics = std::move(unread);
    return quoting;
  }

  /// The item or section that a note hangs on, as the draft has it.
  static std::optional<Target> hung_on(std::size_t at, const Document& copy, const RedraftPlaces& places) {
    for (const Block& block : copy.blocks) {
      if (at < block.span.begin || at >= block.span.end || !block.place.section) continue;
      Place place = block.place;
      place.citation.reset();
      place.passage.reset();
      const std::optional<Place> origin = places.origin(place);
      if (!origin) return std::nullopt;
      return origin->item.empty() ? places.section(*origin->section) : places.item(*origin, place);
    }
    return std::nullopt;
  }

  /// Whether the words to delete are all that the item has, with or without its number.
  bool is_all_of(const Proposal& p) const {
    if (p.targets.size() != 1 || !p.targets.front().place || p.targets.front().place->item.empty()) return false;
    const Item& item = item_at(draft_, *p.targets.front().place);
    const std::string words = comparison_form(p.old_words);
    return words == comparison_form(item.text) || words == comparison_form(item.number + " " + item.text) ||
           words == comparison_form(item.number + ". " + item.text);
  }

  /// "Delete" in the margin means the words that the note hangs on.
  void quote_the_words(Proposal& p, Span span) const {
    if (span.empty()) return;
    const std::string words = fold_white_space(span.of(comment_.text));
    const bool of_words =
        p.asks == Ask::kDelete || p.asks == Ask::kReplace || p.asks == Ask::kBracket || p.asks == Ask::kUnbracket;
    if (of_words && p.old_words.empty()) p.old_words = words;
    if (p.asks == Ask::kInsert && p.anchor.empty() && p.where != Proposal::Where::kStart && p.where != Proposal::Where::kEnd) {
      p.anchor = words;
    }
  }

  Comment& comment_;
  const CommentSource& source_;
  const Document& draft_;
  const Registry& registry_;
  const Speakers& speakers_;
  ParagraphIndex paragraphs_;
  std::vector<Revision> words_;  ///< the revisions; those of moves that were read are nobody's
  std::set<Likeness> unmarked_;
};

}  // namespace

void read_marked_copy(Comment& comment, const CommentSource& source, const Document& draft, const Registry& registry,
                      const Speakers& speakers) {
  Reader(comment, source, draft, registry, speakers).run();
}

}  // namespace travaux
