#include "comment/edits.h"

#include <algorithm>
#include <set>

#include "comment/apply.h"
#include "comment/brackets.h"
#include "comment/form_words.h"
#include "comment/option_text.h"
#include "travaux/brackets.h"

namespace travaux {
namespace {

WantedEdit wanted(const DraftText& text, TextEdit edit) { return {text.field, text.place, edit.span, std::move(edit.text)}; }

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

/// New words with a capital where the old ones stood with one in the text but not in the quotation; without the mark that was
/// quoted at the end of the old words but is not there.
std::string fitted(const Proposal& p, std::string_view old_words, Closeness closeness) {
  std::string words(unquoted(p.new_words));
  const std::string_view quoted = unquoted(p.old_words);
  if (words.empty() || quoted.empty() || old_words.empty()) return words;
  if (closeness == Closeness::kCase && is_ascii_upper(old_words.front()) && is_ascii_lower(quoted.front()) &&
      is_ascii_lower(words.front())) {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  const bool mark = quoted.back() == words.back() && std::string_view(",.;:").find(quoted.back()) != std::string_view::npos;
  if (mark && old_words.back() != quoted.back()) words.pop_back();
  return words;
}

/// The passage, or the paragraph of a text, from `found` on.
Span to_the_end(std::string_view text, Span found) {
  const std::size_t end = text.find('\n', found.end);
  Span span{found.begin, end == std::string_view::npos ? text.size() : end};
  const std::string_view before = text.substr(0, span.begin);
  if (before.find_first_not_of("\"“«‘'") == std::string_view::npos) span.begin = 0;  // the bytes of quotation marks only
  return span;
}

/// The bracket around `found`: the innermost that holds all of it. Linear in the text.
std::optional<Span> bracket_around(std::string_view text, Span found) {
  std::optional<Span> best;
  for (const Bracket& bracket : brackets_in(text)) {
    if (!bracket.closed || bracket.span.begin > found.begin || bracket.span.end < found.end) continue;
    if (!best || bracket.span.size() < best->size()) best = bracket.span;
  }
  return best;
}

std::optional<WantedEdit> freed(const DraftText& text, Span found) {
  const std::optional<Span> bracket = bracket_around(text.text, found);
  if (!bracket) return std::nullopt;
  return wanted(text, literal_edit(text.text, *bracket, bracketed_words(bracket->of(text.text))));
}

/// How many words two texts share.
std::size_t shared_words(std::string_view a, std::string_view b) {
  const auto words = [](std::string_view text) {
    std::set<std::string> set;
    for (const Token& token : tokenize(text)) set.insert(loose_form(token.span.of(text)));
    return set;
  };
  const std::set<std::string> in_a = words(a);
  std::size_t count = 0;
  for (const std::string& word : words(b)) count += in_a.count(word);
  return count;
}

/// Of a citation the text that new words are for: its heading, or the passage that is more like them.
DraftText cited_text(const Document& draft, const Place& place, std::string_view new_words) {
  DraftText best{Field::kCitation, place, text_of(draft, Field::kCitation, place)};
  std::size_t most = shared_words(best.text, new_words);
  const std::size_t passages = item_at(draft, place).citations[*place.citation].passages.size();
  for (std::size_t p = 0; p < passages; ++p) {
    Place passage = place;
    passage.passage = p;
    const std::string_view text = text_of(draft, Field::kPassage, passage);
    const std::size_t shared = shared_words(text, new_words);
    if (shared > most) most = shared, best = {Field::kPassage, passage, text};
  }
  return best;
}

/// The sentences of a text: up to a full stop, question or exclamation mark before white space, or to the end of a paragraph.
std::vector<Span> sentences_of(std::string_view text) {
  std::vector<Span> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool last = at + 1 == text.size() || text[at + 1] == '\n';
    const bool stop = std::string_view(".?!").find(text[at]) != std::string_view::npos && (last || text[at + 1] == ' ');
    if (!stop && !last) continue;
    sentences.push_back({begin, at + 1});
    begin = std::min(text.find_first_not_of(" \n", at + 1), text.size());
    at = begin == text.size() ? begin : begin - 1;
  }
  return sentences;
}

/// An option without its label, which stays where a new text has none; any other portion as it is.
Span behind_label(std::string_view text, Span portion) {
  const std::size_t label = option_label(portion.of(text));
  if (label == 0) return portion;
  const std::size_t begin = text.find_first_not_of(' ', portion.begin + label);
  return begin < portion.end ? Span{begin, portion.end} : portion;
}

/// The change of a portion that is named and not quoted.
std::optional<WantedEdit> edit_portion(const Proposal& p, const DraftText& text) {
  const std::optional<Span> span = portion_of(text.text, p.portion);
  if (!span) return std::nullopt;
  const std::string_view words = unquoted(p.new_words);
  const bool in_front = p.where == Proposal::Where::kBefore || p.where == Proposal::Where::kStart;
  switch (p.asks) {
    case Ask::kInsert:
      if (p.where == Proposal::Where::kEnd) return wanted(text, insertion(text.text, span->end - 1, words, Attach::kAfter));
      return wanted(text,
                    insertion(text.text, in_front ? span->begin : span->end, words, in_front ? Attach::kBefore : Attach::kAfter));
    case Ask::kBracket:
      return wanted(text, literal_edit(text.text, *span, "[" + std::string(span->of(text.text)) + "]"));
    case Ask::kDelete:
      return wanted(text, removal(text.text, *span));
    default:
      if (words.empty()) return std::nullopt;
      return wanted(text, literal_edit(text.text, option_label(words) == 0 ? behind_label(text.text, *span) : *span, words));
  }
}

DraftText own_text(const Proposal& p, const Document& draft, const Place& place) {
  if (place.citation) return cited_text(draft, place, p.new_words);
  const Field field = !place.item.empty() ? Field::kItem : p.asks == Ask::kRetitle ? Field::kHeading : Field::kSection;
  return {field, place, text_of(draft, field, place)};
}

}  // namespace

std::optional<Span> portion_of(std::string_view text, const std::string& portion) {
  if (portion.starts_with("option ")) return option_in(text, portion);
  constexpr std::string_view kSentence = "sentence ";
  if (!portion.starts_with(kSentence)) return std::nullopt;
  const std::vector<Span> sentences = sentences_of(text);
  const bool from_end = portion[kSentence.size()] == '-';
  std::size_t number = 0;
  for (std::size_t i = kSentence.size() + (from_end ? 1 : 0); i < portion.size() && number < 1000; ++i) {
    if (portion[i] < '0' || portion[i] > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(portion[i] - '0');
  }
  if (number == 0 || number > sentences.size()) return std::nullopt;
  return sentences[from_end ? sentences.size() - number : number - 1];
}

std::vector<Span> outer_brackets(std::string_view text) {
  std::vector<Span> outer;
  for (const Bracket& bracket : brackets_in(text)) {
    if (bracket.closed && bracket.depth == 0) outer.push_back(bracket.span);
  }
  return outer;
}

std::string_view bracketed_words(std::string_view bracket) {
  const std::vector<Bracket> inside = brackets_in(bracket);
  return inside.empty() ? bracket : inside.front().content.of(bracket);
}

std::optional<WantedEdit> edit_at(const Proposal& p, const DraftText& text, Span found, Closeness closeness) {
  const std::string_view old_words = found.of(text.text);
  switch (p.asks) {
    case Ask::kInsert:
      if (p.where == Proposal::Where::kBefore) {
        return wanted(text, insertion(text.text, found.begin, unquoted(p.new_words), Attach::kBefore));
      }
      return wanted(text, insertion(text.text, found.end, unquoted(p.new_words), Attach::kAfter));
    case Ask::kDelete:
    case Ask::kUncite:
      if (form_words().begins.occur_in(p.words) || p.portion == "to the end") found = to_the_end(text.text, found);
      return wanted(text, removal(text.text, found));
    case Ask::kBracket:
      return wanted(text, literal_edit(text.text, found, "[" + std::string(old_words) + "]"));
    case Ask::kUnbracket:
      return freed(text, found);
    default:
      if (form_words().begins.occur_in(p.words) && text.field == Field::kPassage) found = to_the_end(text.text, found);
      return wanted(text, replacement(text.text, found, fitted(p, old_words, closeness)));
  }
}

std::optional<WantedEdit> edit_whole(const Proposal& p, const Document& draft, const Place& place) {
  const DraftText text = own_text(p, draft, place);
  if (!p.portion.empty()) return edit_portion(p, text);
  const std::string_view words = unquoted(p.new_words);
  const Span whole{0, text.text.size()};
  switch (p.asks) {
    case Ask::kInsert:
      if (words.empty()) return std::nullopt;
      if (p.where == Proposal::Where::kStart || p.where == Proposal::Where::kBefore) {
        return wanted(text, insertion(text.text, 0, words, Attach::kBefore));
      }
      return wanted(text, addition(text.text, words));
    case Ask::kBracket:
      return wanted(text, {whole, "[" + std::string(text.text) + "]"});
    case Ask::kDelete:
      return wanted(text, {whole, {}});
    default:
      if (words.empty()) return std::nullopt;
      return wanted(text, {whole, std::string(words)});
  }
}

}  // namespace travaux
