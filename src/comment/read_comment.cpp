// A comment, read: its form, who sent it and when; its proposals by the reader of that form; their places in the draft.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "comment/bracketed.h"
#include "comment/brackets.h"
#include "comment/form.h"
#include "comment/inline_brackets.h"
#include "comment/letter.h"
#include "comment/marked.h"
#include "comment/redraft.h"
#include "comment/scope.h"
#include "parse/front.h"
#include "travaux/parse.h"

namespace travaux {
namespace {

/// The aliases and members of the groups that sent a comment.
std::vector<std::string> own_names(const std::vector<std::string>& by, const Speakers& speakers) {
  std::vector<std::string> names;
  for (const GroupNames& group : speakers.groups()) {
    if (std::find(by.begin(), by.end(), group.name) == by.end()) continue;
    names.insert(names.end(), group.aliases.begin(), group.aliases.end());
    names.insert(names.end(), group.members.begin(), group.members.end());
  }
  return names;
}

/// Whether the old words stand once in each place that is named, or once in the draft.
bool stands_once(const Proposal& p) {
  if (!p.placed || p.wanted.size() != std::max<std::size_t>(p.targets.size(), 1)) return false;
  for (std::size_t i = 1; i < p.wanted.size(); ++i) {
    if (p.wanted[i].place == p.wanted[i - 1].place) return false;
  }
  return true;
}

/// Values without quotation marks whose old one does not stand where the comment says, or stands there several times.
void keep_guesses_as_remarks(Comment& comment, const std::vector<std::size_t>& bare) {
  for (const std::size_t i : bare) {
    Proposal& p = comment.proposals[i];
    if (stands_once(p)) continue;
    comment.diagnostics.push_back(
        {p.line, Severity::kNote,
         fmt::format("this gives “{}” for “{}”, which does not stand exactly once there: kept as a remark", p.new_words,
                     p.old_words)});
    p.asks = Ask::kRemark;
    p.old_words.clear();
    p.new_words.clear();
    p.wanted.clear();
    p.why_unplaced.clear();
    p.alternatives = false;
    p.placed = !p.targets.empty() && p.targets.front().place.has_value();
  }
}

/// A letter in another language than those whose requests are read is not silently a heap of remarks.
void tell_language(Comment& comment) {
  static const std::map<std::string, std::string> kUnread = {{"fr", "French"}, {"pt", "Portuguese"}};
  const auto language = kUnread.find(language_of(comment.text));
  const auto is_remark = [](const Proposal& p) { return p.asks == Ask::kRemark; };
  if (language == kUnread.end() || !std::all_of(comment.proposals.begin(), comment.proposals.end(), is_remark)) return;
  comment.diagnostics.insert(comment.diagnostics.begin(),
                             {1, Severity::kWarning,
                              fmt::format("this letter is in {}; requests are read in English and Spanish, so all of it is kept "
                                          "as remarks: a translation, or a marked-up copy of the draft, would be read",
                                          language->second)});
}

void read_as_letter(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers) {
  std::vector<std::size_t> bare;
  comment.proposals = read_letter(comment.text, comment.by, comment.diagnostics, own_names(comment.by, speakers), &bare);
  place_proposals(comment.proposals, draft, registry);
  keep_guesses_as_remarks(comment, bare);
  tell_language(comment);
}

constexpr double kReproduced = 0.3;     // share of a paragraph's phrases that the draft has, to be the draft's in other words
constexpr std::size_t kMostNotes = 40;  // paragraphs of a covering note that are looked at: each is compared with all the draft
constexpr std::size_t kLeastNote = 6;   // tokens of a paragraph of a covering note; fewer are a title or a date

/// The sentences that a redraft puts before the draft's text, as remarks, which have no number.
void keep_covering_note(Comment& comment, const Document& draft, const Document& redraft) {
  const std::string drafted = comparison_form(draft.source);
  std::vector<Proposal> note;
  std::size_t looked = 0;
  for (const Block& block : redraft.blocks) {
    if (block.role != Role::kFront) continue;
    const std::string words = fold_white_space(block.span.of(redraft.source));
    const bool sentence = words.ends_with('.') || words.ends_with(':') || words.ends_with(';') || words.ends_with(".”");
    if (!sentence || tokenize(words).size() < kLeastNote || drafted.find(comparison_form(words)) != std::string::npos) continue;
    if (++looked > kMostNotes) break;
    if (reproduction(words, draft).of_text >= kReproduced) continue;
    Proposal& p = note.emplace_back();
    p.asks = Ask::kRemark;
    p.by = comment.by;
    p.placed = true;
    p.words = words;
    p.span = block.span;
    p.line = 1 + static_cast<std::size_t>(std::count(
                     redraft.source.begin(), redraft.source.begin() + static_cast<std::ptrdiff_t>(block.span.begin), '\n'));
  }
  comment.proposals.insert(comment.proposals.begin(), note.begin(), note.end());
}

void read_as_redraft(Comment& comment, const Document& draft, const Registry& registry, bool excerpt) {
  const Compared compared = compare_with(draft, parse(comment.text, profile_of(draft)), registry);
  comment.proposals = redraft_proposals(compared, {comment.by, excerpt});
  number_proposals(comment.proposals);
  keep_covering_note(comment, draft, compared.other);
  if (excerpt) {
    comment.diagnostics.push_back(
        {1, Severity::kNote, "it reproduces only a part of the draft; what it lacks is not taken as a wish to delete"});
  }
  if (compared.changes.degraded) comment.diagnostics.push_back({1, Severity::kNote, *compared.changes.degraded});
}

/// Where else the words stand that were not found where the comment says.
std::string elsewhere(const Proposal& p, const Document& draft, const Texts& texts) {
  const std::string& words = p.asks == Ask::kInsert && !p.anchor.empty() ? p.anchor : p.old_words;
  const Hits hits = texts.anywhere(Quote(words));
  std::string places;
  for (std::size_t i = 0; i < hits.in.size() && i < 3; ++i) {
    places += (i == 0 ? "" : "; ") + describe(draft, hits.in[i].text.field, hits.in[i].text.place);
  }
  if (places.empty()) return {};
  return fmt::format(" The words stand in {}{}.", places, hits.in.size() > 3 ? " and elsewhere" : "");
}

void tell_unplaced(Comment& comment, const Document& draft) {
  const Texts texts(draft);
  for (const Proposal& p : comment.proposals) {
    if (p.why_unplaced.empty()) continue;
    comment.diagnostics.push_back({p.line, Severity::kWarning, p.why_unplaced + elsewhere(p, draft, texts)});
  }
  std::stable_sort(comment.diagnostics.begin(), comment.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
}

/// All who ask for something, the senders first.
void gather_groups(Comment& comment) {
  for (const Proposal& p : comment.proposals) {
    for (const std::string& name : p.by) {
      if (std::find(comment.by.begin(), comment.by.end(), name) == comment.by.end()) comment.by.push_back(name);
    }
  }
}

}  // namespace

Comment read_comment(std::string_view text, const CommentSource& source, const Document& draft, const Registry& registry,
                     const Speakers& speakers) {
  Comment comment;
  comment.id = source.id;
  comment.on = source.on;
  comment.text = std::string(text);
  comment.date = date_of_comment(text, source, draft);
  const std::string words = own_words(text);  // what groups put into brackets is none of the draft
  const Reproduction without = reproduction(words, draft);
  const Reproduction with = reproduction(text, draft);  // the draft may have named brackets itself
  const Reproduction reproduced{std::max(without.of_text, with.of_text), std::max(without.of_draft, with.of_draft)};
  comment.by = senders_of(words, source, draft, speakers);
  comment.form = form_of(text, source, draft, reproduced);
  switch (comment.form) {
    case CommentForm::kLetter:
      read_as_letter(comment, draft, registry, speakers);
      break;
    case CommentForm::kRedraft:
      read_as_redraft(comment, draft, registry, is_excerpt(text, reproduced));
      break;
    case CommentForm::kBracketed:
      read_bracketed(comment, draft, registry, speakers);
      break;
    case CommentForm::kMarkedCopy:
      read_marked_copy(comment, source, draft, registry, speakers);
      break;
  }
  if (const std::optional<std::size_t> line = line_nested_too_deep(text)) {
    comment.diagnostics.push_back(
        {*line, Severity::kWarning,
         fmt::format("square brackets are nested deeper than {}; what stands deeper is read as words of "
                     "the bracket around it; check whether they are closed",
                     kDeepestBracket)});
  }
  gather_groups(comment);
  tell_unplaced(comment, draft);
  return comment;
}

}  // namespace travaux
