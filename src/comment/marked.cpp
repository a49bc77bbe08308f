#include "comment/marked.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "comment/author_text.h"
#include "comment/form.h"
#include "comment/letter.h"
#include "comment/redraft.h"
#include "comment/redraft_places.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

/// What tells two proposals on one text apart.
using Likeness = std::tuple<Ask, std::string, std::string, std::string>;

Likeness likeness_of(const Proposal& p) {
  return {p.asks, p.targets.empty() ? std::string() : p.targets.front().address, comparison_form(p.old_words),
          comparison_form(p.new_words)};
}

class Reader {
 public:
  Reader(Comment& comment, const CommentSource& source, const Document& draft, const Registry& registry, const Speakers& speakers)
      : comment_(comment), source_(source), draft_(draft), registry_(registry), speakers_(speakers) {}

  void run() {
    read_unmarked();
    for (const std::string& author : authors_of(source_.revisions)) read_author(author);
    if (!source_.margin.empty()) read_margin();
    std::stable_sort(comment_.proposals.begin(), comment_.proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.span.begin < b.span.begin; });
    number_proposals(comment_.proposals);
  }

 private:
  std::vector<std::string> by(const std::string& author) const {
    std::vector<std::string> names = names_in(author, speakers_);
    return names.empty() ? comment_.by : names;
  }

  /// The proposals of a text, with lines and spans of the comment's.
  std::vector<Proposal> proposals_of(const AuthorText& author, const std::vector<std::string>& names) const {
    const Compared compared = compare_with(draft_, parse(author.text), registry_);
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
    for (Proposal& p : proposals_of(text_of_author(comment_.text, source_.revisions, author), by(author))) {
      if (unmarked_.count(likeness_of(p)) == 0) comment_.proposals.push_back(std::move(p));
    }
  }

  // --- notes in the margin -------------------------------------------------------------------------------------------

  void read_margin() {
    const Compared compared = compare_with(draft_, parse(comment_.text), registry_);
    const RedraftPlaces places(compared.draft, compared.other, compared.changes);
    std::vector<Proposal> asked;
    for (const MarginNote& note : source_.margin) {
      std::vector<Diagnostic> diagnostics;
      std::vector<Proposal> read = read_letter(note.text, by(note.author), diagnostics);
      const std::size_t line = line_at(note.span.begin);
      for (Diagnostic& diagnostic : diagnostics) {
        comment_.diagnostics.push_back({line, diagnostic.severity, "a note in the margin: " + diagnostic.message});
      }
      const std::optional<Target> hangs_on = target_at(note.span.begin, compared.other, places);
      for (Proposal& p : read) {
        p.span = note.span;
        p.line = line;
        if (p.targets.empty() && hangs_on) p.targets.assign(1, *hangs_on);
        quote_the_words(p, note.span);
        asked.push_back(std::move(p));
      }
    }
    place_proposals(asked, draft_, registry_);
    comment_.proposals.insert(comment_.proposals.end(), asked.begin(), asked.end());
  }

  /// The item or section that a note hangs on, as the draft has it.
  static std::optional<Target> target_at(std::size_t at, const Document& copy, const RedraftPlaces& places) {
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
  std::set<Likeness> unmarked_;
};

}  // namespace

void read_marked_copy(Comment& comment, const CommentSource& source, const Document& draft, const Registry& registry,
                      const Speakers& speakers) {
  Reader(comment, source, draft, registry, speakers).run();
}

}  // namespace travaux
