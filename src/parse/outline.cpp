#include "parse/outline.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "parse/families.h"
#include "parse/recognise.h"
#include "parse/shape.h"
#include "read/cues.h"
#include "text/unicode.h"
#include "travaux/brackets.h"

namespace travaux {

namespace {

/// The first words in plain form, without brackets and emphasis marks before them.
std::string opening(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (is_letter(c) || is_digit(c)) break;
    at = next;
  }
  return plain(text.substr(at, 80));
}

std::vector<std::string> words_of(const std::string& text, std::size_t most) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::kWord) continue;
    std::string word(token.span.of(text));
    std::erase(word, '_');                                   // "_Recalling_": emphasis
    const std::size_t elided = word.find_first_of("'\xE2");  // "s’appuyant": two words
    if (elided == 1) {
      words.push_back(word.substr(0, 1));
      word.erase(0, word[1] == '\'' ? 2 : 4);
    }
    if (!word.empty()) words.push_back(std::move(word));
    if (words.size() >= most) break;
  }
  return words;
}

/// The first word behind adverbs: "deeply concerned", "también decide".
std::string first_verb(const Line& line, const WordSet& adverbs) {
  constexpr std::size_t kWords = 4;
  for (std::string& word : words_of(opening(line.rest()), kWords)) {
    if (!adverbs.contains(word)) return std::move(word);
  }
  return {};
}

/// A line of a table of contents: dots or a tab, then a page's number.
bool is_contents_entry(std::string_view text) {
  static const RE2 kEntry(R"((?:\.{4,}|(?:\. ){3,}\.?|…{2,}|\t)\s*\d{1,3}\s*$)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kEntry);
}

bool may_be_referred_to(const Line& line) {
  return line.lead && (line.lead->style == LeadStyle::kDecimal || line.lead->style == LeadStyle::kArabic ||
                       line.lead->style == LeadStyle::kArticle);
}

/// Whether the line ends as a sentence does that goes on with a number: "… under paragraph". A sentence that is over refers to
/// nothing on the next line; an abbreviation's full stop ends none.
bool calls_for_number(std::string_view text) {
  constexpr std::size_t kSentenceWords = 4;  // a shorter line may be a heading
  if (!ends_with_dependent_word(text) || ending_of(text) == Ending::kSentence) return false;
  std::size_t at = text.find_last_of(" \t") + 1;
  const std::string_view list = text.substr(0, at == 0 ? 0 : at - 1);  // "…; and" ends a point of a list
  if (list.ends_with(';') || list.ends_with(',')) return false;
  return is_lower(next_code_point(text, at)) && shape_of(text).words >= kSentenceWords;
}

/// The number that comes right after `before`: 3 after 2, 2.4 after 2.3.
bool continues(const Lead& lead, const std::vector<int>& before) {
  std::vector<int> due = before;
  if (!due.empty()) ++due.back();
  return !due.empty() && lead.values == due;
}

/// A number that a sentence broken over two lines refers to is no lead: "… under paragraph" / "1.2. …". After a full stop of any
/// kind the number that is due is one: "… ports, airports, etc." / "3. …".
void drop_references(std::vector<Line>& lines) {
  std::map<LeadStyle, std::vector<int>> last;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!may_be_referred_to(line)) continue;
    std::vector<int>& before = last[line.lead->style];
    const bool adjoins = i > 0 && lines[i - 1].paragraph.line + 1 == line.paragraph.line;
    const bool due = adjoins && lines[i - 1].text.ends_with('.') && continues(*line.lead, before);
    if (adjoins && !due && calls_for_number(lines[i - 1].text)) {
      line.lead.reset();
    } else {
      before = line.lead->values;
    }
  }
}

std::vector<Line> lines_of(std::string_view source) {
  std::vector<Line> lines;
  for (const Paragraph& paragraph : paragraphs_of(source)) {
    Line line;
    line.paragraph = paragraph;
    line.text = paragraph.span.of(source);
    if (!is_contents_entry(line.text)) line.lead = find_any_lead(line.text);
    lines.push_back(std::move(line));
  }
  drop_references(lines);
  drop_doubtful_leads(lines);
  promote_clauses(lines);
  return lines;
}

bool has_style(const Line& line, LeadStyle style) { return line.lead && line.lead->style == style; }

bool is_preamble_heading(const Line& line) {
  const std::vector<std::string> words = words_of(opening(line.text), 3);
  return !words.empty() && families().preamble_headings.contains(words[0]) && looks_like_heading(line.text);
}

}  // namespace

bool is_arabic(const Line& line) { return line.lead && line.lead->style == LeadStyle::kArabic && line.paragraph.indent == 0; }

bool is_title_line(const Line& line) {
  constexpr std::size_t kTitleWords = 14;
  constexpr double kRatio = 0.7;  // a short sentence is text all the same
  const Shape shape = shape_of(line.text);
  const bool title = looks_like_heading(line.text) || (looks_like_title(line.text) && shape.title_ratio() >= kRatio);
  return !line.lead && title && shape.words <= kTitleWords;
}

bool is_article_heading(const Line& line) {
  if (!has_style(line, LeadStyle::kArticle)) return false;
  const std::string_view rest = line.rest();
  if (fold_white_space(rest).empty()) return true;
  std::size_t at = 0;
  const char32_t first = next_code_point(rest, at);
  if (is_lower(first) || first == U',') return false;  // "Article 5 of the Charter …"
  const std::string_view lead = line.lead->span.of(line.text);
  const bool separated = lead.find_last_of(".:-)]") != std::string_view::npos || lead.find("–") != std::string_view::npos ||
                         lead.find("—") != std::string_view::npos || lead.starts_with("§") || lead.starts_with("第");
  return separated || looks_like_heading(rest) || first == U'(';
}

bool is_preambular(const Line& line) {
  if (line.lead && line.lead->style != LeadStyle::kMarked) return false;
  const std::string verb = first_verb(line, families().preamble_adverbs);
  return families().preamble_verbs.contains(verb) && !ends_sentence(line.text);
}

bool introduces_preamble(const Line& line) {
  constexpr std::size_t kWords = 3;
  const Shape shape = shape_of(line.text);
  return shape.words <= kWords && shape.last == U':' && is_preambular(line);
}

bool names_body(const Line& line) {
  return !line.lead && begins_with_any(opening(line.text), families().body_openers) && shape_of(line.text).last == U',';
}

bool is_operative(const Line& line) {
  return families().operative_verbs.contains(first_verb(line, families().operative_adverbs));
}

bool opens_operative_part(const Line& line) {
  if (line.lead) return false;
  const std::string text = opening(line.text);
  constexpr std::size_t kWords = 12;
  constexpr std::size_t kBareWords = 2;    // "RESUELVE", "Decides that"
  constexpr std::size_t kColonWords = 30;  // "BE IT ORDAINED BY THE CITY COUNCIL OF … AS FOLLOWS:"
  if (!begins_with_any(text, families().operative_openers)) return false;
  const Shape shape = shape_of(line.text);
  // "Decides to set up a committee." is a paragraph of its own.
  if (is_operative(line) && shape.words > kBareWords && shape.last != U':' && shape.last != U',') return false;
  return shape.words <= kWords || (shape.words <= kColonWords && shape.last == U':');
}

bool opens_option(const Line& line) {
  static const RE2 kLabel(R"(^([a-z]+) (?:\d{1,2}|[ivx]{1,4}|[a-h])\b)");
  if (line.lead) return false;
  std::string word;
  return RE2::PartialMatch(opening(line.text), kLabel, &word) && families().option_words.contains(word);
}

bool is_option_heading(const Line& line) {
  if (line.lead) return false;
  const std::size_t begin = line.text.find_first_not_of(" [(*_");
  if (begin == std::string_view::npos) return false;
  const std::size_t size = option_label(line.text.substr(begin));
  return size > 0 && line.text.find_first_not_of(" ])*_", begin + size) == std::string_view::npos;
}

std::size_t find_preamble(const Outline& outline, std::size_t last) {
  for (std::size_t i = 0; i < last; ++i) {
    const Line& line = outline.lines[i];
    if (is_preamble_heading(line)) return i;
    const bool opener = names_body(line) && i + 1 < last &&
                        (is_preambular(outline.lines[i + 1]) || opens_operative_part(outline.lines[last - 1]));
    if (opener || is_preambular(line)) return i;
  }
  return last;
}

void mark_preamble(Outline& outline, std::size_t first, std::size_t last) {
  if (first >= last) return;
  std::size_t count = 0;
  outline.lines[first].opens = SectionSeed{};
  for (std::size_t i = first; i < last; ++i) {
    Line& line = outline.lines[i];
    const bool heading = i == first && is_preamble_heading(line);
    const bool point = line.lead && line.lead->style != LeadStyle::kMarked && line.lead->style != LeadStyle::kArabic &&
                       line.lead->style != LeadStyle::kOrdinal;
    if (heading) {
      line.kind = LineKind::kHeading;
    } else if ((count == 0 && names_body(line)) || opens_operative_part(line) || introduces_preamble(line)) {
      line.kind = LineKind::kSectionText;
    } else if (point && count > 0) {
      line.kind = LineKind::kBody;
    } else {
      line.kind = LineKind::kItem;
      ++count;
      line.number = line.lead ? line.lead->number : "";
      line.address = has_style(line, LeadStyle::kMarked) ? line.lead->number : "PP" + std::to_string(count);
    }
  }
  if (outline.lines[first].kind != LineKind::kHeading) outline.lines[first].opens->heading = "Preamble";
}

/// Where and when a resolution was adopted, under its last paragraph: "83rd plenary meeting", "8a sesión plenaria".
bool names_meeting(const std::string& opening, const Line& line) {
  static const RE2 kOrdinal(R"(^\d{1,5}(?:st|nd|rd|th|a|e|o|eme|ª|º|°)?\.?\s+(.*)$)");
  std::string words;
  return RE2::FullMatch(opening, kOrdinal, &words) && begins_with_any(words, families().meeting_words) &&
         looks_like_heading(line.text);
}

/// A footnote as they are gathered at a text's end: it begins with its raised number, "² Without prejudice to …".
bool is_footnote(const Line& line) {
  static const RE2 kMark(R"(^(?:[\x{B9}\x{B2}\x{B3}\x{2070}\x{2074}-\x{2079}]{1,3}|\[\^[^\]\s]{1,20}\])\s)");
  return RE2::PartialMatch(re2::StringPiece(line.text.data(), line.text.size()), kMark);
}

/// Whether stars in the text refer to notes: "Fiji,*".
bool has_stars(const std::vector<Line>& lines) {
  static const RE2 kGlued(R"([\pL\pN,;.)”"]\*)");
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return RE2::PartialMatch(re2::StringPiece(line.text.data(), line.text.size()), kGlued);
  });
}

/// "* State not a member …": a note, where stars refer to notes; else a bullet.
bool is_starred(const Line& line) {
  static const RE2 kStar(R"(^\*{1,4}\s*\pL)");
  return RE2::PartialMatch(re2::StringPiece(line.text.data(), line.text.size()), kStar);
}

bool heads_annex(const Line& line) {
  return !line.lead && begins_with_any(opening(line.text), families().annex_words) && looks_like_heading(line.text);
}

bool opens_back(const Line& line) {
  if (is_footnote(line) || heads_annex(line)) return true;
  const std::string text = opening(line.text);
  if (line.lead) return false;
  return begins_with_any(text, families().closing_formulas) || names_meeting(text, line) ||
         (begins_with_any(text, families().back_openers) && looks_like_heading(line.text));
}

void mark_annex(Outline& outline) {
  std::vector<Line>& lines = outline.lines;
  const auto first = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::kItem; });
  auto annex = lines.end();
  int next = 1;  // the next plain number; none does as well as a one
  for (auto line = lines.end(); line != first; --line) {
    const Line& before = *std::prev(line);
    if (before.lead && before.lead->style == LeadStyle::kArabic) next = before.lead->value();
    if (before.kind != LineKind::kHeading && next == 1 && heads_annex(before)) annex = std::prev(line);
  }
  for (auto line = annex; line != lines.end(); ++line) {
    line->kind = LineKind::kBack;
    line->opens.reset();
  }
}

void mark_back(Outline& outline) {
  std::vector<Line>& lines = outline.lines;
  const bool stars = has_stars(lines);
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (lines[i].kind == LineKind::kHeading || lines[i].kind == LineKind::kItem) return;
    if (lines[i].kind != LineKind::kBody && lines[i].kind != LineKind::kSectionText) continue;
    if (!opens_back(lines[i]) && !(stars && is_starred(lines[i]))) continue;
    for (std::size_t j = i; j < lines.size(); ++j) lines[j].kind = LineKind::kBack;
  }
}

namespace {

/// A text that was said to be of a family and has nothing that the family numbers.
void settle_profile(Outline& outline) {
  const auto is_item = [](const Line& line) { return line.kind == LineKind::kItem || line.splits; };
  if (outline.family != Family::kUnnumbered && std::any_of(outline.lines.begin(), outline.lines.end(), is_item)) return;
  outline.diagnostics.push_back(
      {1, Severity::kWarning, "nothing here is numbered as the family that was said numbers; read as a text without numbers"});
  if (outline.family == Family::kUnnumbered) return;
  outline.family = Family::kUnnumbered;
  for (Line& line : outline.lines) {
    line.kind = LineKind::kFront;
    line.opens.reset();
  }
  outline_unnumbered(outline);
}

}  // namespace

Outline outline_of(std::string_view source, std::optional<Family> said) {
  Outline outline;
  outline.lines = lines_of(source);
  outline.family = said ? *said : recognise(features_of(outline.lines));
  switch (outline.family) {
    case Family::kPlan:
      outline_plan(outline);
      break;
    case Family::kTreaty:
      outline_treaty(outline);
      break;
    case Family::kResolution:
      outline_resolution(outline);
      break;
    case Family::kUnnumbered:
      outline_unnumbered(outline);
      break;
  }
  if (said && *said != Family::kUnnumbered) settle_profile(outline);
  mark_back(outline);
  return outline;
}

}  // namespace travaux
