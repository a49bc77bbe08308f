#include "diff/runs.h"

#include "diff/words.h"

namespace travaux {

namespace {

/// Writes tokens of both sides into runs so that each side, read alone, keeps its words apart.
class RunWriter {
 public:
  RunWriter(const TokenText& from, const TokenText& to) : from_(from), to_(to) {}

  std::vector<Run> write(const std::vector<Hunk>& hunks) {
    std::size_t j = 0;
    for (const Hunk& hunk : hunks) {
      keep_until(hunk.to_begin, j);
      for (std::size_t k = hunk.from_begin; k < hunk.from_end; ++k) put(RunKind::kDeleted, from_.word(k), gap(from_, k), {});
      for (std::size_t k = hunk.to_begin; k < hunk.to_end; ++k) put(RunKind::kInserted, to_.word(k), {}, gap(to_, k));
      j = hunk.to_end;
      i_ = hunk.from_end;
    }
    keep_until(to_.size(), j);
    return std::move(runs_);
  }

 private:
  void keep_until(std::size_t to_end, std::size_t j) {
    for (; j < to_end; ++j, ++i_) put(RunKind::kKept, to_.word(j), gap(from_, i_), gap(to_, j));
  }

  /// What separates a token from the one before it: nothing, a space, or a paragraph's end.
  static std::string_view gap(const TokenText& text, std::size_t i) {
    const std::size_t begin = i == 0 ? 0 : text.tokens[i - 1].span.end;
    const std::string_view between = text.text.substr(begin, text.tokens[i].span.begin - begin);
    if (between.empty()) return {};
    return between.find('\n') != std::string_view::npos ? "\n" : " ";
  }

  void put(RunKind kind, std::string_view word, std::string_view from_gap, std::string_view to_gap) {
    const bool in_from = kind != RunKind::kInserted;
    const bool in_to = kind != RunKind::kDeleted;
    std::string_view space;
    if (in_to && !to_gap.empty() && !to_open_) space = to_gap;
    if (in_from && !from_gap.empty() && !from_open_ && space.empty()) {
      if (kind == RunKind::kDeleted) space = from_gap;
      if (kind == RunKind::kKept) separate_from(from_gap);
    }
    if (runs_.empty() || runs_.back().kind != kind) runs_.push_back({kind, ""});
    runs_.back().text += space;
    runs_.back().text += word;
    if (in_from) from_open_ = false;
    if (in_to) to_open_ = false;
  }

  /// A kept token that only the earlier draft sets apart: the gap is deleted with what stands before. Between two kept tokens the
  /// later draft's print tells them apart already.
  void separate_from(std::string_view gap) {
    if (runs_.empty() || runs_.back().kind == RunKind::kKept) return;
    if (runs_.back().kind == RunKind::kInserted) runs_.push_back({RunKind::kDeleted, ""});
    runs_.back().text += gap;
  }

  const TokenText& from_;
  const TokenText& to_;
  std::vector<Run> runs_;
  std::size_t i_ = 0;
  bool from_open_ = true;  ///< nothing has been written of this side since its last separation
  bool to_open_ = true;
};

}  // namespace

void add_run(std::vector<Run>& runs, RunKind kind, std::string text, bool number) {
  if (!text.empty()) runs.push_back({kind, std::move(text), number});
}

void add_unit(std::vector<Run>& runs, RunKind kind, const Unit& unit) {
  add_run(runs, kind, unit.lead.empty() ? "" : unit.lead + " ", true);
  add_run(runs, kind, unit.text);
}

std::vector<Run> runs_between(const Unit& from, const Unit& to, const DiffOptions& options) {
  std::vector<Run> runs;
  if (comparison_form(from.lead) == comparison_form(to.lead)) {
    add_run(runs, RunKind::kKept, to.lead.empty() ? "" : to.lead + " ", true);
  } else {
    add_run(runs, RunKind::kDeleted, from.lead.empty() ? "" : from.lead + " ", true);
    add_run(runs, RunKind::kInserted, to.lead.empty() ? "" : to.lead + " ", true);
  }
  Interner interner;
  const TokenText a = interner.take(from.text);
  const TokenText b = interner.take(to.text);
  for (Run& run : RunWriter(a, b).write(compare_words(a, b, options).hunks)) runs.push_back(std::move(run));
  return runs;
}

}  // namespace travaux
