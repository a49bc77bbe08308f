#include "comment/brackets.h"

#include <algorithm>

#include "comment/form_words.h"
#include "parse/lead.h"
#include "parse/quotes.h"
#include "text/unicode.h"

namespace travaux {
namespace {

constexpr std::size_t kLongestNames = 200;     // bytes before the colon
constexpr std::size_t kLongestSignature = 60;  // bytes from the dash on
constexpr std::size_t kLeastSigned = 4;  // tokens; fewer that begin with a capital are a title: "[Part One – General Matters]"
constexpr std::size_t kMostWordsOfAName = 7;  // "Bolivarian Republic of Venezuela", "Saint Vincent and the Grenadines"

/// "Trinidad and Tobago" is one name, "Mexico and Brazil" are two.
void split_at_and(const std::string& names, std::vector<std::string>& parts) {
  for (std::size_t begin = 0; begin < names.size();) {
    std::size_t end = names.size();
    std::size_t next = names.size();
    for (const std::string_view word : {" and ", " y ", " e "}) {
      const std::size_t at = names.find(word, begin);
      if (at < end) end = at, next = at + word.size();
    }
    if (form_words().names_with_and.begin(std::string_view(names).substr(begin))) end = next = names.size();
    if (std::string name = fold_white_space(std::string_view(names).substr(begin, end - begin)); !name.empty()) {
      parts.push_back(std::move(name));
    }
    begin = next;
  }
}

std::vector<std::string> parts_of(std::string_view names) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find_first_of(",;/+&", begin), names.size());
    split_at_and(fold_white_space(names.substr(begin, end - begin)), parts);
    begin = end + 1;
  }
  return parts;
}

/// A capital first and last word, few words, no sentence.
bool looks_like_a_name(const std::string& name) {
  std::size_t words = 0;
  bool last_upper = false;
  for (const Token& token : tokenize(name)) {
    const std::string_view word = token.span.of(name);
    if (token.kind == TokenKind::kPunctuation && word.find_first_of("?!\"") != std::string_view::npos) return false;
    if (token.kind == TokenKind::kNumber && words == 0) return false;
    if (token.kind != TokenKind::kWord) continue;
    std::size_t at = 0;
    last_upper = is_upper(next_code_point(word, at));
    if (++words == 1 && !last_upper) return false;
  }
  return words > 0 && words <= kMostWordsOfAName && last_upper && !form_words().no_group.begin(name);
}

/// The groups that a stretch names and does nothing else; empty: it is no such stretch.
std::vector<std::string> names_of(std::string_view text) {
  if (text.find_first_of("[]\n(“”\"") != std::string_view::npos) return {};
  std::vector<std::string> names = parts_of(text);
  if (!std::all_of(names.begin(), names.end(), looks_like_a_name)) names.clear();
  return names;
}

/// "Proposal by CARICOM", "Propuesta de México", "CARICOM proposal", "Alt. CARICOM": what is left are names.
std::vector<std::string> labelled_names(std::string_view label, Stance& stance) {
  std::string_view rest;
  const bool alternative = form_words().alternative_labels.begin(label, &rest);
  if (alternative || form_words().proposal_labels.begin(label, &rest)) {
    std::vector<std::string> names = names_of(rest);
    if (alternative && !names.empty()) stance = Stance::kAlternative;
    return names;
  }
  const std::size_t space = label.find_last_of(' ', label.find_last_not_of(' '));
  if (space != std::string_view::npos) {
    const std::string_view last = label.substr(space);
    const bool alternative_after = form_words().alternative_labels.are(last);
    if (alternative_after || form_words().proposal_labels.are(last)) {
      std::vector<std::string> names = names_of(label.substr(0, space));
      if (alternative_after && !names.empty()) stance = Stance::kAlternative;
      return names;
    }
  }
  return names_of(label);
}

/// "and dangerous goods – Alpha": whose the words are after a last dash.
void read_signature(std::string_view content, Bracket& bracket) {
  if (content.find_first_of("[]\n") != std::string_view::npos) return;
  for (const std::string_view dash : {" – ", " — ", " - "}) {
    const std::size_t at = content.rfind(dash);
    if (at == std::string_view::npos || content.size() - at > kLongestSignature) continue;
    const std::string_view words = content.substr(0, at);
    std::vector<std::string> names = names_of(content.substr(at + dash.size()));
    if (names.empty() || tokenize(words).empty()) continue;
    std::size_t first = tokenize(words).front().span.begin;
    const bool a_title = is_upper(next_code_point(words, first)) && tokenize(words).size() < kLeastSigned;
    if (a_title) continue;
    bracket.names = std::move(names);
    bracket.content.end = bracket.content.begin + at;
    return;
  }
}

void read_stance(std::string_view content, Bracket& bracket);

/// "NAMES: words", "delete: NAMES", "NAMES oppose: words".
void read_names(std::string_view content, std::size_t colon, Bracket& bracket) {
  const std::string_view label = content.substr(0, colon);
  const std::string_view words = content.substr(colon + 1);
  Stance stance = stance_of(label);
  std::vector<std::string> names = stance == Stance::kWords ? std::vector<std::string>() : names_of(words);
  if (!names.empty()) {
    bracket.content.end = bracket.content.begin + colon;
  } else {
    stance = Stance::kWords;
    names = labelled_names(label, stance);
    if (names.empty()) {
      Bracket said;
      read_stance(label, said);
      if (said.names.empty() || said.stance == Stance::kDelete) return;
      names = std::move(said.names);
      stance = said.stance;
    }
    const Stance said = stance_of(words);
    if (said != Stance::kWords) stance = said;
    bracket.content.begin += colon + 1;
  }
  bracket.names = std::move(names);
  bracket.stance = stance;
}

/// "Brazil reserves its position", "supported by Mexico": a stance beside names.
void read_stance(std::string_view content, Bracket& bracket) {
  if (content.size() > kLongestNames || content.find_first_of("[]\n") != std::string_view::npos) return;
  std::string_view rest;
  for (const auto& [stance, phrases] : form_words().stances_by) {
    if (!phrases.begin(content, &rest)) continue;
    bracket.names = names_of(rest);
    if (!bracket.names.empty()) bracket.stance = stance;
    return;
  }
  const std::vector<Token> tokens = tokenize(content);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    std::size_t at = tokens[i].span.begin;
    if (is_upper(next_code_point(content, at))) continue;
    const Stance stance = stance_of(content.substr(tokens[i].span.begin));
    if (stance == Stance::kWords) continue;
    bracket.names = names_of(content.substr(0, tokens[i].span.begin));
    if (!bracket.names.empty()) bracket.stance = stance;
    return;
  }
}

/// Who a bracket is by, and what for.
void read_label(std::string_view text, Bracket& bracket) {
  const std::string_view content = bracket.content.of(text);
  const std::size_t colon = content.substr(0, kLongestNames).find(':');
  colon == std::string_view::npos ? read_stance(content, bracket) : read_names(content, colon, bracket);
  if (bracket.names.empty()) read_signature(content, bracket);
}

void trim(std::string_view text, Span& span) {
  while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
  while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
}

}  // namespace

std::vector<std::string> acronyms_in(std::string_view text) {
  std::vector<std::string> names = names_of(text);
  const auto is_acronym = [](const std::string& name) {
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < name.size();) {
      const char32_t c = next_code_point(name, at);
      if (is_lower(c)) return false;
      capitals += is_upper(c) ? 1 : 0;
    }
    return capitals > 1;
  };
  return std::all_of(names.begin(), names.end(), is_acronym) ? names : std::vector<std::string>();
}

namespace {

/// Marks of brackets without a name that hold a number and one named bracket: "[1.5 bis [Beta: …]]".
std::vector<std::size_t> idle_marks(std::string_view text, const std::vector<Bracket>& brackets) {
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i + 1 < brackets.size(); ++i) {
    const Bracket& outer = brackets[i];
    const Bracket& inner = brackets[i + 1];
    if (!outer.names.empty() || !outer.closed || inner.names.empty() || !inner.closed) continue;
    if (inner.span.end != outer.content.end || inner.span.begin < outer.content.begin) continue;
    const std::string before(text.substr(outer.content.begin, inner.span.begin - outer.content.begin));
    const std::optional<Lead> lead = find_lead(before);
    if (!before.empty() && (!lead || before.find_first_not_of(' ', lead->span.end) != std::string::npos)) continue;
    marks.push_back(outer.span.begin);
    marks.push_back(outer.span.end - 1);
  }
  return marks;
}

}  // namespace

namespace {

std::string without_names_from(std::string_view text, std::size_t from, const std::string& drafted) {
  std::string own;
  std::size_t at = 0;
  for (const Bracket& bracket : brackets_in(text)) {
    if (bracket.span.begin < std::max(from, at) || bracket.names.empty() || !bracket.closed) continue;
    const std::string form = comparison_form(without_nested_names(bracket.span.of(text), drafted));
    if (drafted.find(form) != std::string::npos) continue;
    own += text.substr(at, bracket.span.begin - at);
    at = bracket.span.end;
  }
  return own.append(text.substr(at));
}

}  // namespace

std::string without_nested_names(std::string_view bracket, const std::string& drafted) {
  return without_names_from(bracket, 1, drafted);
}

std::string without_added_names(std::string_view text, const std::string& drafted) {
  return without_names_from(text, 0, drafted);
}

std::string one_bracket_each(std::string_view text) {
  std::string separated;
  const std::vector<Bracket> brackets = brackets_in(text);
  std::vector<std::size_t> cuts;
  const std::vector<std::size_t> idle = idle_marks(text, brackets);
  for (const Bracket& bracket : brackets) {
    const std::string_view content = bracket.content.of(text);
    if (!bracket.closed || content.find_first_of("[\n") != std::string_view::npos) continue;
    for (std::size_t at = content.find('/'); at != std::string_view::npos; at = content.find('/', at + 1)) {
      const std::string_view next = content.substr(at + 1);
      const std::size_t colon = next.substr(0, kLongestNames).find(':');
      if (colon != std::string_view::npos && next.substr(0, colon).find('/') == std::string_view::npos &&
          !names_of(next.substr(0, colon)).empty()) {
        cuts.push_back(bracket.content.begin + at);
      }
    }
  }
  cuts.insert(cuts.end(), idle.begin(), idle.end());
  std::sort(cuts.begin(), cuts.end());
  std::size_t at = 0;
  for (const std::size_t cut : cuts) {
    separated += text.substr(at, cut - at);
    if (text[cut] == '/') separated += "] [";
    at = cut + 1;
  }
  return separated.append(text.substr(at));
}

Stance stance_of(std::string_view words) {
  if (words.size() > kLongestNames) return Stance::kWords;
  for (const auto& [stance, phrases] : form_words().stances) {
    if (phrases.are(words)) return stance;
  }
  return Stance::kWords;
}

std::optional<std::size_t> line_nested_too_deep(std::string_view text) {
  std::size_t line = 1;
  std::size_t open = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      open = 0;
    } else if (c == ']') {
      open -= std::min<std::size_t>(open, 1);
    } else if (c == '[' && ++open > kDeepestBracket) {
      return line;
    }
  }
  return std::nullopt;
}

std::vector<Bracket> brackets_in(std::string_view text) {
  std::vector<Bracket> brackets;
  std::vector<std::size_t> open;
  std::size_t in_line = 0;  // open marks of the line
  std::size_t flat = 0;     // those of them too deep to be read
  for (std::size_t at = text.find_first_of("[]\n"); at != std::string_view::npos; at = text.find_first_of("[]\n", at + 1)) {
    if (text[at] == '\n') {
      in_line = flat = 0;
    } else if (text[at] == '[' && in_line == kDeepestBracket) {
      ++flat;
    } else if (text[at] == '[') {
      ++in_line;
      Bracket bracket;
      bracket.span = {at, text.size()};
      bracket.content = {at + 1, text.size()};
      bracket.depth = open.size();
      bracket.closed = false;
      open.push_back(brackets.size());
      brackets.push_back(std::move(bracket));
    } else if (flat > 0) {
      --flat;
    } else if (!open.empty()) {
      in_line -= std::min<std::size_t>(in_line, 1);
      Bracket& bracket = brackets[open.back()];
      bracket.span.end = at + 1;
      bracket.content.end = at;
      bracket.closed = true;
      open.pop_back();
    }
  }
  if (brackets.empty()) return brackets;
  std::size_t unclosed = 0;
  for (Bracket& bracket : brackets) {
    bracket.depth -= unclosed;
    if (!bracket.closed) ++unclosed;
  }
  const std::vector<Span> quotes = quotes_of(text).tops;
  for (Bracket& bracket : brackets) {
    read_label(text, bracket);
    trim(text, bracket.content);
    bracket.quoted = std::any_of(quotes.begin(), quotes.end(), [&](const Span& quote) {
      return quote.begin < bracket.span.begin && bracket.span.end <= quote.end;
    });
  }
  return brackets;
}

}  // namespace travaux
