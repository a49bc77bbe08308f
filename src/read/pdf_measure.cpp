#include "read/pdf_measure.h"

#include <algorithm>
#include <cmath>

#include "read/cues.h"

namespace travaux {

namespace {

constexpr double kExact = 1.2;  ///< points within which justified lines end

long half_points(double value) { return std::lround(value * 2); }

double lead(const PdfLine& last, const PdfLine& line) { return line.bottom - last.bottom; }

double percentile(std::vector<double> values, double part) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * part);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

bool has_raised(const PdfLine& line) {
  return std::any_of(line.words.begin(), line.words.end(), [&](const auto& word) { return word.size() < line.size() * 0.8; });
}

}  // namespace

PdfMeasure::PdfMeasure(const std::vector<PdfLine>& lines) : lines_(lines), size_(usual_size(lines)) {
  texts_.reserve(lines.size());
  for (const auto& line : lines) texts_.push_back(text_of(line));
  measure_space();
  measure_columns();
  measure_leading();
  measure_rights();
  measure_indents();
  measure_breaks();
}

// The narrowest usual gap between words: where lines are justified, it is wider.
void PdfMeasure::measure_space() {
  std::vector<double> gaps;
  for (const auto& line : lines_) {
    for (std::size_t n = 1; n < line.words.size(); ++n) {
      const double gap = (line.words[n].left - line.words[n - 1].right) / line.size();
      if (!joined(line.words[n - 1], line.words[n]) && gap < 1) gaps.push_back(gap);
    }
  }
  constexpr std::size_t kFewest = 20;
  if (gaps.size() >= kFewest) space_ = percentile(gaps, 0.1);
}

// Areas of one shape are one column, whatever pages they are on.
void PdfMeasure::measure_columns() {
  std::map<std::size_t, std::size_t> column_of_area;
  for (const auto& line : lines_) {
    const auto [at, is_new] = column_of_area.try_emplace(line.area, 0);
    if (is_new) at->second = column_like(line);
    column_of_.push_back(at->second);
    columns_[at->second].left = std::min(columns_[at->second].left, line.left);
  }
}

std::size_t PdfMeasure::column_like(const PdfLine& line) {
  const double near = size_ * 2;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (std::abs(columns_[i].frame_left - line.frame_left) < near && std::abs(columns_[i].frame_right - line.frame_right) < near)
      return i;
  }
  columns_.push_back({});
  columns_.back().frame_left = line.frame_left, columns_.back().frame_right = line.frame_right;
  return columns_.size() - 1;
}

// Which distances there are between lines that go on with a sentence: often enough to be no accident.
void PdfMeasure::measure_leading() {
  std::map<long, std::map<long, std::size_t>> counts;
  std::map<long, std::size_t> totals;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    if (!same_place(i) || !same_size(i) || lead(lines_[i - 1], lines_[i]) <= 0) continue;
    if (!runs_on(i) || has_raised(lines_[i - 1]) || has_raised(lines_[i])) continue;
    ++counts[half_points(lines_[i].size())][half_points(lead(lines_[i - 1], lines_[i]))];
    ++totals[half_points(lines_[i].size())];
  }
  for (const auto& [size, leads] : counts) {
    for (const auto& [distance, count] : leads) {
      if (count * 12 >= totals[size]) leading_[size] = std::max(leading_[size], static_cast<double>(distance) / 2);
    }
  }
}

void PdfMeasure::measure_rights() {
  std::map<std::pair<std::size_t, long>, Rights> by_left;
  std::vector<Rights> all(columns_.size());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto column = column_of_[i];
    auto& some = by_left[{column, std::lround(lines_[i].left)}];
    some.rights.push_back(lines_[i].right);
    all[column].rights.push_back(lines_[i].right);
    if (i + 1 == lines_.size() || !same_place(i + 1) || !runs_on(i + 1)) continue;
    const double limit = lines_[i].right + needed(i + 1);
    for (Rights* rights : {&some, &all[column]}) {
      rights->limits.push_back(limit);
      rights->running.push_back(lines_[i].right);
    }
  }
  constexpr std::size_t kFewest = 6;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto& column = columns_[i];
    column.right = right_of(all[i]);
    // Of a few short lines one cannot tell how long they may be; margins are mostly alike on both sides.
    if (all[i].limits.size() < 2)
      column.right.at = std::max(column.right.at, column.frame_left + column.frame_right - column.left);
  }
  for (auto& [key, some] : by_left) {
    if (some.limits.size() >= kFewest) rights_[key] = right_of(some);
  }
}

// The furthest that several lines reach, but no further than lines that had to end would have reached with one word more.
PdfMeasure::Right PdfMeasure::right_of(Rights& lines) {
  auto& rights = lines.rights;
  std::sort(rights.begin(), rights.end(), std::greater<>());
  double right = rights.front();
  constexpr std::size_t kFewest = 6;
  constexpr double kTogether = 4;
  for (std::size_t i = 0; i + 1 < rights.size(); ++i) {
    if (rights[i] - rights[i + 1] > kTogether) continue;
    right = rights[i];
    break;
  }
  if (lines.limits.size() >= kFewest) right = std::min(right, percentile(lines.limits, 0.04));
  const auto together =
      std::count_if(lines.running.begin(), lines.running.end(), [&](double end) { return std::abs(end - right) <= kExact; });
  const bool justified = lines.running.size() >= kFewest && static_cast<std::size_t>(together) * 4 >= lines.running.size() * 3;
  return {right, justified};
}

// The words themselves say that the sentence goes on.
bool PdfMeasure::runs_on(std::size_t i) const {
  if (!starts_with_lower(texts_[i]) || enumerator_at(texts_[i])) return false;
  const auto ending = ending_of(texts_[i - 1]);
  return ending == Ending::kOpen || ending == Ending::kComma || ending == Ending::kHyphen;
}

double PdfMeasure::needed(std::size_t i) const {
  const auto& words = lines_[i].words;
  double right = words.front().right;
  for (std::size_t n = 1; n < words.size() && joined(words[n - 1], words[n]); ++n) right = words[n].right;
  const bool cut = ending_of(texts_[i - 1]) == Ending::kHyphen;
  return right - words.front().left + (cut ? 0 : lines_[i].size() * space_);
}

// Paragraphs after a short line begin with an indent that their second line has not.
void PdfMeasure::measure_indents() {
  std::size_t indented = 0, flush = 0;
  for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
    if (!same_place(i) || !same_place(i + 1) || is_full(i) || !is_full(i + 1)) continue;
    if (enumerator_at(texts_[i]) || is_centered(i)) continue;
    const double step = lines_[i].left - lines_[i + 1].left;
    if (step > least_indent() && step < size_ * 6) ++indented;
    if (std::abs(step) < least_indent()) ++flush;
  }
  indents_first_ = indented >= 3 && indented > flush;
}

// What parts the paragraphs that end with a short line parts the others as well.
void PdfMeasure::measure_breaks() {
  std::size_t breaks = 0, gaps = 0;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    if (!same_place(i) || is_full(i)) continue;
    ++breaks;
    gaps += gap_before(i, false);
  }
  gaps_part_ = breaks >= 4 && gaps * 4 >= breaks * 3;
}

bool PdfMeasure::same_size(std::size_t i) const {
  const double a = lines_[i - 1].size(), b = lines_[i].size();
  return std::abs(a - b) <= 0.06 * std::max(a, b);
}

bool PdfMeasure::is_centered(std::size_t i) const {
  const auto& column = columns_[column_of_[i]];
  const double middle = (lines_[i].left + lines_[i].right) / 2, of_column = (column.left + column.right.at) / 2;
  return std::abs(middle - of_column) < 2 && lines_[i].left > column.left + size_;
}

PdfMeasure::Fill PdfMeasure::fill(std::size_t i) const {
  const auto& last = lines_[i - 1];
  const auto& column = columns_[column_of_[i - 1]];
  const double room = runs_on(i) ? size_ * 1.5 : 0.3;  // more where the words go on
  if (is_centered(i - 1) && is_centered(i))
    return last.right - last.left + needed(i) > column.right.at - column.left - room ? Fill::kMaybe : Fill::kNot;
  const auto own = rights_.find({column_of_[i - 1], std::lround(last.left)});
  const auto& right = own != rights_.end() ? own->second : column.right;
  if (right.justified && std::abs(last.right - right.at) <= kExact) return Fill::kExactly;
  const auto ending = ending_of(texts_[i - 1]);
  if (right.justified && (is_terminal(ending) || ending == Ending::kSemicolon)) return Fill::kNot;
  return last.right + needed(i) > right.at - room ? Fill::kMaybe : Fill::kNot;
}

double PdfMeasure::by_chance(std::size_t i) const {
  constexpr double kLeast = 0.01;
  if (fill(i) == Fill::kExactly) return kLeast;
  const auto& column = columns_[column_of_[i - 1]];
  return std::clamp(needed(i) / std::max(column.right.at - column.left, 1.0), kLeast, 0.5);
}

bool PdfMeasure::gap_before(std::size_t i, bool last_joins) const {
  const double distance = lead(lines_[i - 1], lines_[i]);
  if (distance <= 0) return true;
  const auto usual = leading_.find(half_points(lines_[i].size()));
  const double most = usual != leading_.end() ? usual->second : lines_[i].size() * 1.2;
  const bool raised = has_raised(lines_[i]) || has_raised(lines_[i - 1]);
  const double more = std::max(1.3, most * (raised ? 0.25 : 0.1));
  if (distance > most + more) return true;
  if (last_joins && same_place(i - 1) && distance > lead(lines_[i - 2], lines_[i - 1]) + more) return true;
  const bool goes_on = i + 1 < lines_.size() && same_place(i + 1) && runs_on(i + 1);
  return goes_on && is_full(i + 1) && distance > lead(lines_[i], lines_[i + 1]) + more;
}

double PdfMeasure::indent(std::size_t i) const { return lines_[i].left - columns_[column_of_[i]].left; }

bool PdfMeasure::hangs(std::size_t i) const {
  const auto& words = lines_[i].words;
  return words.size() > 1 && words[1].left - words[0].right > lines_[i].size() * 0.45;
}

}  // namespace travaux
