#include "diff/runs.h"

#include "diff/words.h"

namespace travaux {

namespace {

/// Writes tokens of both sides into runs so that each side, read alone, has the white space its draft has between its words.
/// White space alone is no change: between two kept words stands the later draft's.
class RunWriter {
 public:
  RunWriter(const TokenText& from, const TokenText& to) : from_(from), to_(to) {}

  std::vector<Run> write(const std::vector<Hunk>& hunks) {
    std::size_t j = 0;
    for (std::size_t h = 0; h < hunks.size(); ++h) {
      Hunk hunk = hunks[h];
      for (; h + 1 < hunks.size() && hunks[h + 1].from_begin == hunk.from_end && hunks[h + 1].to_begin == hunk.to_end; ++h) {
        hunk.from_end = hunks[h + 1].from_end;
        hunk.to_end = hunks[h + 1].to_end;
      }
      for (; j < hunk.to_begin; ++j) put_kept(j);
      put_hunk(hunk);
      j = hunk.to_end;
    }
    for (; j < to_.size(); ++j) put_kept(j);
    return std::move(runs_);
  }

 private:
  /// What separates a token from the one before it: nothing, a space, or a paragraph's end.
  static std::string_view gap(const TokenText& text, std::size_t i) {
    if (i == 0 || i >= text.size()) return {};
    const std::size_t begin = text.tokens[i - 1].span.end;
    const std::string_view between = text.text.substr(begin, text.tokens[i].span.begin - begin);
    if (between.empty()) return {};
    return between.find('\n') != std::string_view::npos ? "\n" : " ";
  }

  void put(RunKind kind, std::string_view text) {
    if (text.empty()) return;
    if (runs_.empty() || runs_.back().kind != kind) runs_.push_back({kind, ""});
    runs_.back().text += text;
  }

  void put_kept(std::size_t j) {
    if (!parted_) put(RunKind::kKept, gap(to_, j));
    put(RunKind::kKept, to_.word(j));
    parted_ = false;
  }

  /// What one draft alone has, and the gaps around it. Where the other draft has one gap for these two, the gap that both have is
  /// kept, on its side of the words.
  void put_hunk(const Hunk& hunk) {
    const std::string_view from_before = gap(from_, hunk.from_begin), from_after = gap(from_, hunk.from_end);
    const std::string_view to_before = gap(to_, hunk.to_begin), to_after = gap(to_, hunk.to_end);
    const bool both = hunk.removed() > 0 && hunk.inserted() > 0;
    const bool shared_after = !from_after.empty() && !to_after.empty();
    const bool shared_before = !both && !shared_after && from_before == to_before;
    if (shared_before) put(RunKind::kKept, to_before);
    put_words(RunKind::kDeleted, from_, hunk.from_begin, hunk.from_end, shared_before);
    put_words(RunKind::kInserted, to_, hunk.to_begin, hunk.to_end, shared_before);
    parted_ = true;
    if (shared_after) return put(RunKind::kKept, to_after);
    if (hunk.removed() > 0 || !shared_before) put(RunKind::kDeleted, from_after);
    if (hunk.inserted() > 0 || !shared_before) put(RunKind::kInserted, to_after);
  }

  void put_words(RunKind kind, const TokenText& text, std::size_t begin, std::size_t end, bool parted) {
    for (std::size_t k = begin; k < end; ++k) {
      if (k > begin || !parted) put(kind, gap(text, k));
      put(kind, text.word(k));
    }
  }

  const TokenText& from_;
  const TokenText& to_;
  std::vector<Run> runs_;
  bool parted_ = false;  ///< the gap before the next kept word is written
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
