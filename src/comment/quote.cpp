// Passes: tokens of the words, cut at ellipses; then each segment is looked for in the text's tokens, more and more loosely.
#include "comment/quote.h"

#include <algorithm>

#include "text/unicode.h"

namespace travaux {
namespace {

/// A token in the three forms in which it may be compared.
struct Form {
  Span span;
  std::string exact, folded, loose;
};

std::vector<Form> forms_of(std::string_view text) {
  std::vector<Form> forms;
  for (const Token& token : tokenize(text)) {
    const std::string_view word = token.span.of(text);
    std::string exact = token_form(word);
    std::string folded = fold_case(exact);
    forms.push_back({token.span, std::move(exact), std::move(folded), loose_form(word)});
  }
  return forms;
}

bool is_ellipsis(const Form& form) {
  return form.exact == "…" || (form.exact.size() > 1 && form.exact.find_first_not_of('.') == std::string::npos);
}

/// "[...]" and "(…)" as one ellipsis.
bool wraps_ellipsis(const std::vector<Form>& forms, std::size_t i) {
  return i + 2 < forms.size() && (forms[i].exact == "[" || forms[i].exact == "(") && is_ellipsis(forms[i + 1]) &&
         (forms[i + 2].exact == "]" || forms[i + 2].exact == ")");
}

using Words = std::vector<std::string>;

/// The words without marks at their ends.
Words without_edges(const Words& folded, const Words& loose) {
  std::size_t begin = 0;
  std::size_t end = folded.size();
  while (begin < end && loose[begin].empty()) ++begin;
  while (end > begin && loose[end - 1].empty()) --end;
  return {folded.begin() + static_cast<std::ptrdiff_t>(begin), folded.begin() + static_cast<std::ptrdiff_t>(end)};
}

Words without_marks(const Words& loose) {
  Words words;
  std::copy_if(loose.begin(), loose.end(), std::back_inserter(words), [](const std::string& word) { return !word.empty(); });
  return words;
}

/// A text's tokens in the form of one closeness.
struct Haystack {
  Words words;
  std::vector<Span> spans;
};

Haystack haystack_of(const std::vector<Form>& forms, Closeness closeness) {
  Haystack hay;
  for (const Form& form : forms) {
    const std::string& word = closeness == Closeness::kExact   ? form.exact
                              : closeness == Closeness::kMarks ? form.loose
                                                               : form.folded;
    if (word.empty()) continue;
    hay.words.push_back(word);
    hay.spans.push_back(form.span);
  }
  return hay;
}

std::size_t find_from(const Words& words, const Words& sought, std::size_t from) {
  const auto at = std::search(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), sought.begin(), sought.end());
  return static_cast<std::size_t>(at - words.begin());
}

std::size_t end_of_paragraph(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

std::string_view unquoted(std::string_view words) {
  const auto is_edge = [](char32_t c) { return is_white_space(c) || is_double_quote(c); };
  std::size_t begin = 0;
  std::size_t end = words.size();
  for (std::size_t next = 0; begin < end && is_edge(next_code_point(words, next));) begin = next;
  for (std::size_t before = end; end > begin && is_edge(previous_code_point(words, before));) end = before;
  return words.substr(begin, end - begin);
}

Quote::Quote(std::string_view words) {
  words = unquoted(words);
  const std::vector<Form> forms = forms_of(words);
  bool open = true;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool wrapped = wraps_ellipsis(forms, i);
    if (wrapped || is_ellipsis(forms[i])) {
      has_ellipsis_ = true;
      open = true;
      i += wrapped ? 2 : 0;
      open_end_ = i + 1 == forms.size();
      continue;
    }
    if (open) segments_.emplace_back();
    open = false;
    segments_.back().forms.push_back(forms[i].exact);
    segments_.back().folded.push_back(forms[i].folded);
    segments_.back().loose.push_back(forms[i].loose);
  }
}

std::vector<Span> Quote::find(std::string_view text, Closeness closeness) const {
  std::vector<Words> sought;
  for (const Segment& segment : segments_) {
    sought.push_back(closeness == Closeness::kExact   ? segment.forms
                     : closeness == Closeness::kCase  ? segment.folded
                     : closeness == Closeness::kEdges ? without_edges(segment.folded, segment.loose)
                                                      : without_marks(segment.loose));
    if (sought.back().empty()) return {};
  }
  const Haystack hay = haystack_of(forms_of(text), closeness);
  std::vector<Span> spans;
  for (std::size_t from = 0; !sought.empty();) {
    const std::size_t begin = find_from(hay.words, sought.front(), from);
    std::size_t end = begin + sought.front().size();
    if (begin >= hay.words.size()) break;
    for (std::size_t s = 1; s < sought.size() && end <= hay.words.size(); ++s) {
      const std::size_t next = find_from(hay.words, sought[s], end);
      end = next >= hay.words.size() ? hay.words.size() + 1 : next + sought[s].size();
    }
    if (end > hay.words.size()) break;
    spans.push_back({hay.spans[begin].begin, hay.spans[end - 1].end});
    if (open_end_) spans.back().end = end_of_paragraph(text, spans.back().end);
    from = end;
  }
  return spans;
}

Found Quote::find(std::string_view text) const {
  for (const Closeness closeness : {Closeness::kExact, Closeness::kCase, Closeness::kEdges, Closeness::kMarks}) {
    std::vector<Span> spans = find(text, closeness);
    if (!spans.empty()) return {closeness, std::move(spans)};
  }
  return {};
}

}  // namespace travaux
