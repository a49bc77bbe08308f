#include "comment/form.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "comment/brackets.h"
#include "comment/form_words.h"
#include "comment/unwrap.h"
#include "parse/front.h"
#include "travaux/read.h"

namespace travaux {
namespace {

constexpr std::size_t kRun = 5;               // words: phrases that long are seldom shared by chance
constexpr std::size_t kFirstParagraphs = 12;  // letterhead, date, title, salutation
constexpr std::size_t kMostWordsOfADate = 8;

using Runs = std::unordered_set<std::size_t>;

std::vector<std::size_t> runs_of(std::string_view text) {
  std::vector<std::size_t> words;
  for (const Token& token : tokenize(text)) {
    const std::string word = loose_form(token.span.of(text));
    const bool bracket = word == "[" || word == "]";  // stand in drafts and copies alike, and in no text's words
    if (!word.empty() && !bracket) words.push_back(std::hash<std::string>()(word));
  }
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::size_t hash = 0;
    for (std::size_t k = i; k < i + kRun; ++k) hash = hash * 1099511628211ULL + words[k];
    runs.push_back(hash);
  }
  return runs;
}

double share(const std::vector<std::size_t>& runs, const Runs& in) {
  if (runs.empty()) return 0;
  const auto count = std::count_if(runs.begin(), runs.end(), [&](std::size_t run) { return in.count(run) != 0; });
  return static_cast<double>(count) / static_cast<double>(runs.size());
}

std::vector<std::string_view> first_paragraphs(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  for (std::size_t begin = 0; begin < text.size() && paragraphs.size() < kFirstParagraphs;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return paragraphs;
}

/// Signs of brackets in a text that the draft has not.
struct BracketSigns {
  bool any = false;         ///< outside quotation marks
  bool named = false;       ///< with names
  bool paragraphs = false;  ///< named, a paragraph or more
};

bool fills_a_paragraph(std::string_view text, Span span) {
  const bool from_start = span.begin == 0 || text[span.begin - 1] == '\n';
  return from_start && (span.end >= text.size() || text[span.end] == '\n');
}

/// Line by line, so that a quotation mark left open in one paragraph says nothing of the next.
BracketSigns bracket_signs(std::string_view text, const Document& draft) {
  BracketSigns signs;
  if (text.find('[') == std::string_view::npos) return signs;
  const std::string drafted = comparison_form(draft.source);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    for (const Bracket& bracket : brackets_in(line)) {
      const std::string form = comparison_form(bracket.span.of(line));
      if (bracket.quoted || form.find("…") == 2 || drafted.find(form) != std::string::npos) continue;
      signs.any = true;
      const bool name_alone = !acronyms_in(bracket.content.of(line)).empty();  // "[words] [CARICOM]"
      signs.named = signs.named || !bracket.names.empty() || name_alone;
      signs.paragraphs = signs.paragraphs || (!bracket.names.empty() && fills_a_paragraph(line, bracket.span));
    }
    begin = end + 1;
  }
  return signs;
}

bool has_options(std::string_view text) {
  for (const Paragraph& paragraph : paragraphs_of(text)) {
    std::string_view rest;
    const std::string_view words = paragraph.span.of(text);
    if (form_words().option_words.begin(words, &rest) && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') return true;
  }
  return false;
}

/// The earliest name of a group or member in a text: (position, name).
std::pair<std::size_t, std::string> first_name(const std::string& words, const Speakers& speakers) {
  std::pair<std::size_t, std::string> first{std::string::npos, {}};
  std::size_t longest = 0;
  const auto look = [&](const std::string& name, const std::string& means) {
    const std::string form = spaced_words(name);
    const std::size_t at = form.size() > 2 ? words.find(form) : std::string::npos;
    if (at == std::string::npos || at > first.first || (at == first.first && form.size() <= longest)) return;
    longest = form.size();
    first = {at, means};
  };
  for (const GroupNames& group : speakers.groups()) {
    look(group.name, group.name);
    for (const std::string& alias : group.aliases) look(alias, group.name);
  }
  if (first.first != std::string::npos) return first;
  for (const GroupNames& group : speakers.groups()) {
    for (const std::string& member : group.members) look(member, member);
  }
  return first;
}

}  // namespace

Reproduction reproduction(std::string_view text, const Document& draft) {
  const std::vector<std::size_t> ours = runs_of(text);
  const std::vector<std::size_t> theirs = runs_of(draft.source);
  return {share(ours, Runs(theirs.begin(), theirs.end())), share(theirs, Runs(ours.begin(), ours.end()))};
}

CommentForm form_of(std::string_view text, const CommentSource& source, const Document& draft, const Reproduction& reproduced) {
  if (source.form) return *source.form;
  if (!source.revisions.empty() || !source.margin.empty()) return CommentForm::kMarkedCopy;
  const BracketSigns signs = bracket_signs(text, draft);
  std::string first;
  for (const std::string_view paragraph : first_paragraphs(text)) first += std::string(paragraph) + "\n";
  const bool reproduces = reproduced.of_text >= 0.3;
  if (signs.named && (reproduces || signs.paragraphs)) return CommentForm::kBracketed;
  const bool whole = reproduced.of_draft >= 0.5 && reproduces;
  if (whole && draft.source.find('[') != std::string::npos) return CommentForm::kRedraft;  // brackets are the draft's own way
  if (signs.any && (reproduces || form_words().bracketed_titles.occur_in(first))) return CommentForm::kBracketed;
  if (reproduces && has_options(text) && !has_options(draft.source)) return CommentForm::kBracketed;
  if (whole) return CommentForm::kRedraft;
  if (reproduced.of_text >= 0.7 && reproduced.of_draft >= 0.05) return CommentForm::kRedraft;
  return CommentForm::kLetter;
}

std::vector<std::string> names_in(std::string_view names, const Speakers& speakers) {
  if (fold_white_space(names).empty()) return {};
  if (const std::optional<std::string> one = speakers.find(names)) return {*one};
  std::vector<std::string> parts(1);
  for (const char c : names) {
    if (c == ',' || c == ';' || c == '/') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return groups_of(parts, speakers);
}

std::vector<std::string> senders_of(std::string_view text, const CommentSource& source, const Document& draft,
                                    const Speakers& speakers) {
  if (!source.by.empty()) return names_in(source.by, speakers);
  const std::string drafted = spaced_words(draft.source);
  std::string words;
  for (const std::string_view paragraph : first_paragraphs(text)) {
    const std::string form = spaced_words(paragraph);
    if (drafted.find(form) == std::string::npos) words += form;
  }
  std::pair<std::size_t, std::string> first = first_name(words, speakers);
  if (first.second.empty()) first = first_name(spaced_words(slug(source.id)), speakers);
  if (first.second.empty()) return {};
  return {first.second};
}

std::string date_of_comment(std::string_view text, const CommentSource& source, const Document& draft) {
  if (!source.date.empty()) return source.date;
  for (const std::string_view paragraph : first_paragraphs(text)) {
    const std::string date = find_date(paragraph);
    if (!date.empty() && date.size() == 10 && tokenize(paragraph).size() <= kMostWordsOfADate) return date;
  }
  for (const std::string_view paragraph : first_paragraphs(text)) {
    const std::size_t open = paragraph.rfind('(');
    const std::string date = open == std::string_view::npos ? std::string() : find_date(paragraph.substr(open));
    if (!date.empty() && date != draft.date) return date;
  }
  return {};
}

bool is_excerpt(std::string_view text, const Reproduction& reproduced) {
  std::string first;
  for (const std::string_view paragraph : first_paragraphs(text)) first += std::string(paragraph) + "\n";
  return reproduced.of_draft < 0.5 || (reproduced.of_draft < 0.9 && form_words().excerpt_words.occur_in(first));
}

}  // namespace travaux
