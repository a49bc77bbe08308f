#include "read/wrapping.h"

#include <algorithm>
#include <array>
#include <map>

#include "read/typography.h"
#include "text/unicode.h"

namespace travaux {

namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// What the line takes on a page: neither characters without shape nor the marks on letters take a column.
std::size_t columns_of(std::string_view text) { return is_plain_typing(text) ? text.size() : code_points(set_right(text)); }

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t")); }

LineShape shape_of(const SourceLine& line) {
  LineShape shape;
  if (line.blank()) return shape;
  const auto word = first_word(line.typed);
  const auto columns = columns_of(line.typed);
  shape.length[0] = line.indent + columns;
  shape.length[1] = line.indent + line.typed.size();
  shape.length[2] = line.indent + code_points(line.typed);
  shape.one_word = word.size() == line.typed.size();
  if (columns > kWidestWrap) return shape;  // never joined: the rest is not asked for
  shape.first_word[0] = columns_of(word);
  shape.first_word[1] = word.size();
  shape.first_word[2] = code_points(word);
  shape.ending = ending_of(line.text);
  shape.enumerator = enumerator_at(line.text);
  shape.lower = starts_with_lower(line.text);
  shape.loose = columns != shape.length[2] - line.indent || line.typed.find("  ") != std::string_view::npos;
  return shape;
}

// "1000." goes on with "999.", "1.1000" with "1.999"; "2010." that follows nothing is a year.
class LongNumbers {
 public:
  void take(const SourceLine& line, LineShape& shape) {
    if (line.blank()) return;
    const auto found = enumerator_at(line.text, kMostLong);
    const bool number = found.style == EnumeratorStyle::kNumber || found.style == EnumeratorStyle::kHeading ||
                        found.style == EnumeratorStyle::kOutline;
    if (!number) return;
    unsigned& last = last_[found.style];
    if (found.value > kMostUsual) {
      if (found.value != last + 1) return;
      shape.enumerator = found;
    }
    last = found.value;
  }

 private:
  std::map<EnumeratorStyle, unsigned> last_;
};

// Two lines, the second of which may go on with the first.
struct Pair {
  std::size_t first;
  std::size_t second;
};

// The pairs of neighbours in a stretch, with `gap` blank lines between.
std::vector<Pair> pairs_in(const std::vector<SourceLine>& lines, const std::vector<LineShape>& shapes, Span stretch,
                           std::size_t gap) {
  std::vector<Pair> pairs;
  for (std::size_t i = stretch.begin; i + gap + 1 < stretch.end; ++i) {
    const std::size_t next = i + gap + 1;
    if (shapes[i].blank() || shapes[next].blank() || (gap == 1 && !shapes[i + 1].blank()) || lines[next].page_break) continue;
    pairs.push_back({i, next});
  }
  return pairs;
}

// A sentence that plainly runs on: the first line ends nothing and the second begins in lower case.
bool runs_on(const LineShape& a, const LineShape& b) {
  return (a.ending == Ending::kOpen || a.ending == Ending::kHyphen) && b.lower && !b.enumerator;
}

// The width that explains most of the lines that plainly run on: none longer than it, each too long for the next word.
struct Fit {
  std::size_t low = 0;  ///< the least such width
  std::size_t high = 0;
  std::size_t explained = 0;
};

Fit fit_width(const std::vector<LineShape>& shapes, const std::vector<Pair>& evidence, Wrapping wrapping) {
  std::array<int, 2 * kWidestWrap> change{};
  for (const auto& [a, b] : evidence) {
    const std::size_t from = shapes[a].length[wrapping.measure];
    const std::size_t to = wrapping.with_next(shapes[a], shapes[b]);
    if (from >= change.size()) continue;
    ++change[from];
    if (to < change.size()) --change[to];
  }
  Fit fit;
  int count = 0;
  for (std::size_t width = 0; width < change.size(); ++width) {
    count += change[width];
    if (static_cast<std::size_t>(count) > fit.explained) {
      fit = {width, width, static_cast<std::size_t>(count)};
    } else if (static_cast<std::size_t>(count) == fit.explained && fit.high + 1 == width) {
      fit.high = width;
    }
  }
  return fit;
}

std::size_t quantile(std::vector<std::size_t>& values, std::size_t per_cent) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * per_cent / 100);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// The stretch of text lines without a blank one that `line` stands in looks like prose: it begins as a paragraph and ends as one.
// Preambular paragraphs end in commas, but so do lists: `comma` says whether that is an end.
bool in_prose(const std::vector<LineShape>& shapes, Span stretch, std::size_t line, bool comma = false) {
  std::size_t first = line;
  while (first > stretch.begin && !shapes[first - 1].blank()) --first;
  std::size_t last = line;
  while (last + 1 < stretch.end && !shapes[last + 1].blank()) ++last;
  return (!shapes[first].lower || shapes[first].enumerator) && shapes[last].ending != Ending::kOpen &&
         (comma || shapes[last].ending != Ending::kComma);
}

bool enough_evidence(const std::vector<LineShape>& shapes, Span stretch, const std::vector<Pair>& evidence, const Fit& fit,
                     bool whole) {
  constexpr std::size_t kPlenty = 3;
  if (fit.low < kNarrowestWrap || fit.low > kWidestWrap || fit.explained * 10 < evidence.size() * 9) return false;
  if (evidence.size() >= kPlenty) {
    // Anything wrapped is a paragraph's beginning somewhere; a mere list in lower case is not.
    return std::any_of(evidence.begin(), evidence.begin() + kPlenty, [&](const Pair& p) { return !shapes[p.first].lower; }) ||
           evidence.size() >= 3 * kPlenty;
  }
  constexpr std::size_t kShortLetter = 40;
  const bool several = evidence.size() > 1;
  return whole && fit.low >= kShortLetter && std::any_of(evidence.begin(), evidence.end(), [&](const Pair& p) {
           return in_prose(shapes, stretch, p.first, several);
         });
}

// How many pairs are full lines, and how many of them plainly run on: in prose, a good part.
bool explains_full_lines(const std::vector<LineShape>& shapes, const std::vector<Pair>& pairs, std::size_t evidence,
                         const Wrapping& wrapping) {
  const auto full = std::count_if(pairs.begin(), pairs.end(), [&](const Pair& p) {
    return wrapping.with_next(shapes[p.first], shapes[p.second]) > wrapping.width;
  });
  return evidence * 6 >= static_cast<std::size_t>(full);
}

bool mostly_within(const std::vector<LineShape>& shapes, Span stretch, const Wrapping& wrapping) {
  std::size_t longer = 0;
  std::size_t all = 0;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    all += !shapes[i].blank();
    longer += shapes[i].length[wrapping.measure] > wrapping.longest && !shapes[i].one_word;
  }
  return longer * 20 <= all;
}

bool try_columns(const std::vector<LineShape>& shapes, Span stretch, const std::vector<Pair>& pairs,
                 const std::vector<Pair>& evidence, bool whole, Wrapping& wrapping) {
  Fit best;
  for (const std::size_t measure : {0u, 1u, 2u}) {
    auto with = wrapping;
    with.measure = measure;
    const auto fit = fit_width(shapes, evidence, with);
    if (fit.explained > best.explained) best = fit, wrapping.measure = measure;
  }
  if (!enough_evidence(shapes, stretch, evidence, best, whole)) return false;
  wrapping.width = best.low;
  wrapping.longest = best.high + best.high / 8;
  return mostly_within(shapes, stretch, wrapping) && explains_full_lines(shapes, pairs, evidence.size(), wrapping);
}

bool try_ragged(const std::vector<LineShape>& shapes, Span stretch, const std::vector<Pair>& pairs,
                const std::vector<Pair>& evidence, Wrapping& wrapping) {
  constexpr std::size_t kLeast = 6;
  if (evidence.size() < kLeast || evidence.size() * 5 < pairs.size() * 2) return false;
  std::vector<std::size_t> lengths;
  std::vector<std::size_t> with_next;
  wrapping.measure = 0;
  for (const auto& [a, b] : evidence) {
    lengths.push_back(shapes[a].length[0]);
    with_next.push_back(wrapping.with_next(shapes[a], shapes[b]));
  }
  const auto wide = quantile(lengths, 90);
  const auto narrow = quantile(lengths, 10);
  if (wide < kNarrowestWrap || narrow * 10 < wide * 6) return false;
  wrapping.ragged = true;
  wrapping.width = quantile(with_next, 5) - 1;
  wrapping.longest = wide + wide / 4;
  return mostly_within(shapes, stretch, wrapping) &&
         std::count_if(evidence.begin(), evidence.end(), [&](const Pair& p) { return in_prose(shapes, stretch, p.first); }) * 2 >=
             static_cast<std::ptrdiff_t>(evidence.size());
}

// Sentences that end inside a line, another beginning after them.
std::size_t sentences_within(std::string_view line) {
  std::size_t count = 0;
  for (auto at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 2)) {
    count += starts_with_upper(line.substr(at + 2)) && ending_of(line.substr(0, at + 1)) == Ending::kSentence;
  }
  return count;
}

// The full lines that end with a sentence: does the paragraph end there too? It does as often, seen over the file, as plainly
// short lines end with a sentence and text follows at once; it goes on as often as sentences end inside lines.
void judge_sentences(const std::vector<SourceLine>& lines, const std::vector<LineShape>& shapes, Span stretch,
                     const std::vector<Pair>& pairs, Wrapping& wrapping) {
  std::size_t ends = 0;
  for (const auto& [a, b] : pairs) {
    ends +=
        shapes[a].ending == Ending::kSentence && !shapes[b].lower && wrapping.with_next(shapes[a], shapes[b]) <= wrapping.width;
  }
  if (ends == 0) return;
  std::size_t within = 0;
  for (std::size_t i = stretch.begin; i < stretch.end && within <= ends; ++i) within += sentences_within(lines[i].text);
  wrapping.breaks_at_sentences = ends > within;
}

void judge_indents(const std::vector<SourceLine>& lines, const std::vector<Pair>& pairs, Wrapping& wrapping) {
  std::size_t drops = 0;
  std::size_t level = 0;
  for (const auto& [a, b] : pairs) {
    if (lines[a].indent < 2) continue;
    drops += lines[b].indent + 2 <= lines[a].indent;
    level += lines[b].indent == lines[a].indent;
  }
  wrapping.indents_first = drops > level;
}

}  // namespace

std::vector<LineShape> shapes_of(const std::vector<SourceLine>& lines) {
  std::vector<LineShape> shapes;
  shapes.reserve(lines.size());
  LongNumbers numbers;
  for (const auto& line : lines) {
    shapes.push_back(shape_of(line));
    numbers.take(line, shapes.back());
  }
  return shapes;
}

Wrapping wrapping_of(const std::vector<SourceLine>& lines, const std::vector<LineShape>& shapes, std::size_t begin,
                     std::size_t end, bool whole) {
  const Span stretch{begin, end};
  Wrapping wrapping;
  auto pairs = pairs_in(lines, shapes, stretch, 0);
  const auto texts = static_cast<std::size_t>(std::count_if(shapes.begin() + static_cast<std::ptrdiff_t>(begin),
                                                            shapes.begin() + static_cast<std::ptrdiff_t>(end),
                                                            [](const LineShape& shape) { return !shape.blank(); }));
  constexpr std::size_t kDoubleSpaced = 10;
  if (texts >= kDoubleSpaced && pairs.size() * 20 <= texts) {
    wrapping.double_spaced = true;
    pairs = pairs_in(lines, shapes, stretch, 1);
  }
  std::vector<Pair> evidence;
  for (const auto& pair : pairs) {
    if (runs_on(shapes[pair.first], shapes[pair.second])) evidence.push_back(pair);
  }
  if (evidence.empty()) return {};
  if (wrapping.double_spaced && (evidence.size() < 8 || evidence.size() * 10 < pairs.size() * 3)) return {};
  wrapping.wrapped = try_columns(shapes, stretch, pairs, evidence, whole, wrapping) ||
                     (!wrapping.double_spaced && try_ragged(shapes, stretch, pairs, evidence, wrapping));
  if (!wrapping.wrapped) return {};
  wrapping.loose =
      std::any_of(shapes.begin() + static_cast<std::ptrdiff_t>(begin), shapes.begin() + static_cast<std::ptrdiff_t>(end),
                  [](const LineShape& shape) { return shape.loose; });
  judge_sentences(lines, shapes, stretch, pairs, wrapping);
  judge_indents(lines, pairs, wrapping);
  return wrapping;
}

}  // namespace travaux
