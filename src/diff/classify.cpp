// What an edit is about, and whether it binds more or less.
#include <algorithm>
#include <map>
#include <optional>

#include "diff/ladder.h"
#include "diff/words.h"
#include "text/unicode.h"
#include "travaux/brackets.h"

namespace travaux {

namespace {

using Words = std::vector<std::string>;

Words loose_words(const TokenText& text, std::size_t begin, std::size_t end) {
  Words words;
  for (std::size_t i = begin; i < end; ++i) {
    if (text.loose[i] != kNoToken) words.push_back(loose_form(text.word(i)));
  }
  return words;
}

bool is_bracket(const std::string& word) { return word == "[" || word == "]"; }

/// Where the name after an opening bracket ends, behind its colon: "[CARICOM, MEX: …"; `begin` where there is no name.
std::size_t name_end(const TokenText& text, std::size_t begin) {
  constexpr std::size_t kNameTokens = 16;
  for (std::size_t i = begin; i < text.size() && i < begin + kNameTokens; ++i) {
    if (text.word(i) == ":") return i + 1;
    if (is_bracket(std::string(text.word(i)))) break;
  }
  return begin;
}

/// Whether a paragraph or a bracket begins with the token.
bool opens_text(const TokenText& text, std::size_t i) {
  if (i == 0 || text.word(i - 1) == "[") return true;
  const std::size_t end = text.tokens[i - 1].span.end;
  return text.text.substr(end, text.tokens[i].span.begin - end).find('\n') != std::string_view::npos;
}

/// Where the option's label ends that begins with the token; `i` where none does.
std::size_t label_end(const TokenText& text, std::size_t i) {
  if (text.tokens[i].kind != TokenKind::kWord || !opens_text(text, i)) return i;
  const std::size_t begin = text.tokens[i].span.begin;
  const std::size_t size = option_label(text.text.substr(begin));
  std::size_t end = i;
  while (size > 0 && end < text.size() && text.tokens[end].span.begin < begin + size) ++end;
  return end;
}

/// The words without brackets, the names printed in them and the labels of options.
Words without_brackets(const TokenText& text, std::size_t begin, std::size_t end) {
  Words words;
  for (std::size_t i = begin; i < end; ++i) {
    if (const std::size_t label = label_end(text, i); label > i) {
      i = std::min(label, end) - 1;
    } else if (text.word(i) == "[") {
      i = std::max(i, std::min(end, name_end(text, i + 1)) - 1);
    } else if (text.word(i) != "]" && text.loose[i] != kNoToken) {
      words.push_back(loose_form(text.word(i)));
    }
  }
  return words;
}

/// Words of one side that the other lacks, each as often as it lacks it.
Words differing(const Words& from, const Words& to) {
  std::map<std::string, int> counts;
  for (const std::string& word : from) ++counts[word];
  for (const std::string& word : to) --counts[word];
  Words result;
  for (const auto& [word, count] : counts) {
    if (count != 0) result.push_back(word);
  }
  return result;
}

bool starts_with_digit(const std::string& word) { return word[0] >= '0' && word[0] <= '9'; }

bool is_year(const std::string& word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         word >= "1400" && word < "2200";
}

bool is_figure(const std::string& word) { return starts_with_digit(word) || word == "%" || ladder().numerals.contains(word); }

bool has_neighbouring_month(const TokenText& text, std::size_t begin, std::size_t end) {
  const std::size_t first = begin > 2 ? begin - 2 : 0;
  const std::size_t last = std::min(text.size(), end + 2);
  for (std::size_t i = first; i < last; ++i) {
    if (text.loose[i] == kNoToken || !ladder().months.contains(loose_form(text.word(i)))) continue;
    std::size_t at = 0;
    const std::string_view word = text.word(i);
    if (is_upper(next_code_point(word, at)) || loose_form(word) != "may") return true;
  }
  return false;
}

// --- strength ----------------------------------------------------------------------------------------------------------

struct Found {
  LadderRole role;
  int rank;
  bool negated;
};

std::string loose_at(const TokenText& text, std::size_t i) { return i < text.size() ? loose_form(text.word(i)) : std::string(); }

bool matches_at(const TokenText& text, std::size_t i, const Words& words) {
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (loose_at(text, i + k) != words[k]) return false;
  }
  return true;
}

/// The month, not the modal: in upper case, with a figure beside it.
bool is_month(const TokenText& text, std::size_t i) {
  std::size_t at = 0;
  if (!is_upper(next_code_point(text.word(i), at)) || !ladder().months.contains(loose_at(text, i))) return false;
  const std::string next = loose_at(text, i + 1);
  const std::string before = i > 0 ? loose_at(text, i - 1) : std::string();
  return (!next.empty() && is_figure(next)) ||
         (!before.empty() && (is_figure(before) || before == "of" || before == "in" || before == "by"));
}

std::vector<Found> rungs_in(const TokenText& text, std::size_t begin, std::size_t end) {
  std::vector<Found> found;
  for (std::size_t i = begin; i < end; ++i) {
    const auto rungs = ladder().rungs.find(loose_at(text, i));
    if (rungs == ladder().rungs.end() || is_month(text, i)) continue;
    for (const Rung& rung : rungs->second) {
      if (!matches_at(text, i, rung.words)) continue;
      const bool after = ladder().negations.contains(loose_at(text, i + rung.words.size()));
      const bool before = i > 0 && ladder().negations.contains(loose_at(text, i - 1));
      const bool negated = after || before;
      const bool may_not = negated && rung.role == LadderRole::kModal && rung.rank == 1;
      found.push_back({rung.role, may_not ? 5 : rung.rank, negated});
      break;
    }
  }
  return found;
}

std::optional<Found> first_of(const std::vector<Found>& found, LadderRole role) {
  const auto at = std::find_if(found.begin(), found.end(), [role](const Found& f) { return f.role == role; });
  return at == found.end() ? std::nullopt : std::optional(*at);
}

int ladder_sign(const TokenText& from, const TokenText& to, const Hunk& hunk) {
  const std::vector<Found> before = rungs_in(from, hunk.from_begin, hunk.from_end);
  const std::vector<Found> after = rungs_in(to, hunk.to_begin, hunk.to_end);
  for (const LadderRole role : {LadderRole::kModal, LadderRole::kVerb}) {
    const std::optional<Found> a = first_of(before, role);
    const std::optional<Found> b = first_of(after, role);
    if (a && b && a->negated == b->negated && a->rank != b->rank) return b->rank > a->rank ? 1 : -1;
  }
  return 0;
}

int hedges_in(const TokenText& text, std::size_t begin, std::size_t end) {
  int count = 0;
  for (const Words& hedge : ladder().hedges) {
    for (std::size_t i = begin; i + hedge.size() <= end; ++i) count += matches_at(text, i, hedge) ? 1 : 0;
  }
  return count;
}

}  // namespace

EditClass class_of(const TokenText& from, const TokenText& to, const Hunk& hunk) {
  const Words before = loose_words(from, hunk.from_begin, hunk.from_end);
  const Words after = loose_words(to, hunk.to_begin, hunk.to_end);
  if (before == after) return EditClass::kEditorial;
  if (without_brackets(from, hunk.from_begin, hunk.from_end) == without_brackets(to, hunk.to_begin, hunk.to_end))
    return EditClass::kBracket;
  Words changed = differing(before, after);
  std::erase_if(changed,
                [](const std::string& word) { return ladder().light.contains(word) && !ladder().numerals.contains(word); });
  const bool figures = !changed.empty() && std::all_of(changed.begin(), changed.end(), [](const std::string& w) {
    return is_figure(w) || ladder().months.contains(w);
  });
  const bool any_figure =
      std::any_of(changed.begin(), changed.end(), [](const std::string& w) { return is_figure(w) || w != "may"; });
  if (!figures || !any_figure) return EditClass::kSubstantive;
  const bool dated = std::any_of(changed.begin(), changed.end(),
                                 [](const std::string& w) { return is_year(w) || ladder().months.contains(w); }) ||
                     has_neighbouring_month(from, hunk.from_begin, hunk.from_end) ||
                     has_neighbouring_month(to, hunk.to_begin, hunk.to_end);
  return dated ? EditClass::kDate : EditClass::kNumber;
}

Strength strength_of(const TokenText& from, const TokenText& to, const Hunk& hunk) {
  const int words = ladder_sign(from, to, hunk);
  const int hedges = hedges_in(from, hunk.from_begin, hunk.from_end) - hedges_in(to, hunk.to_begin, hunk.to_end);
  const int hedge = hedges > 0 ? 1 : hedges < 0 ? -1 : 0;
  if (words != 0 && hedge != 0 && words != hedge) return Strength::kNone;
  const int sign = words != 0 ? words : hedge;
  return sign > 0 ? Strength::kStrengthened : sign < 0 ? Strength::kWeakened : Strength::kNone;
}

}  // namespace travaux
