#include "diff/sequence.h"

#include <git2.h>

#include <algorithm>
#include <string>

// dtl's header has `using` lines inside its namespace and is not clean under our warnings: it is seen from here only.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <dtl/dtl.hpp>
#pragma GCC diagnostic pop

namespace travaux {

namespace {

using Ids = std::vector<std::uint32_t>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// dtl's own indices are wrong in long scripts, its kinds are not: places are counted here.
Pairs by_dtl(const Ids& a, const Ids& b) {
  dtl::Diff<std::uint32_t, Ids> diff(a, b);
  diff.compose();
  Pairs kept;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& step : diff.getSes().getSequence()) {
    if (step.second.type == dtl::SES_COMMON) kept.emplace_back(i, j);
    i += step.second.type != dtl::SES_ADD ? 1 : 0;
    j += step.second.type != dtl::SES_DELETE ? 1 : 0;
  }
  return kept;
}

/// One id a line, as libgit2 compares lines.
std::string lines_of(const Ids& ids) {
  std::string lines;
  for (const std::uint32_t id : ids) lines += std::to_string(id) + '\n';
  return lines;
}

struct Hunks {
  struct Hunk {
    std::size_t from, from_count, to, to_count;
  };
  std::vector<Hunk> list;
};

int take_hunk(const git_diff_delta*, const git_diff_hunk* hunk, void* payload) {
  // A side without lines is numbered by the line before it.
  const auto start = [](int line, int count) { return static_cast<std::size_t>(count == 0 ? line : line - 1); };
  static_cast<Hunks*>(payload)->list.push_back(
      {start(hunk->old_start, hunk->old_lines), static_cast<std::size_t>(hunk->old_lines),
       start(hunk->new_start, hunk->new_lines), static_cast<std::size_t>(hunk->new_lines)});
  return 0;
}

Pairs by_patience(const Ids& a, const Ids& b) {
  git_libgit2_init();
  const std::string from = lines_of(a);
  const std::string to = lines_of(b);
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_PATIENCE | GIT_DIFF_FORCE_TEXT;
  options.context_lines = 0;
  Hunks hunks;
  const int failed = git_diff_buffers(from.data(), from.size(), nullptr, to.data(), to.size(), nullptr, &options, nullptr,
                                      nullptr, take_hunk, nullptr, &hunks);
  git_libgit2_shutdown();
  Pairs kept;
  if (failed != 0) return kept;  // nothing kept: coarse, but true
  hunks.list.push_back({a.size(), 0, b.size(), 0});
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Hunks::Hunk& hunk : hunks.list) {
    while (i < hunk.from && j < hunk.to) kept.emplace_back(i++, j++);
    i = hunk.from + hunk.from_count;
    j = hunk.to + hunk.to_count;
  }
  return kept;
}

}  // namespace

Alignment align(const Ids& a, const Ids& b, std::size_t limit) {
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const Ids middle_a(a.begin() + static_cast<std::ptrdiff_t>(head), a.end() - static_cast<std::ptrdiff_t>(tail));
  const Ids middle_b(b.begin() + static_cast<std::ptrdiff_t>(head), b.end() - static_cast<std::ptrdiff_t>(tail));
  Alignment result;
  for (std::size_t i = 0; i < head; ++i) result.kept.emplace_back(i, i);
  if (!middle_a.empty() && !middle_b.empty()) {
    result.coarse = middle_a.size() + middle_b.size() > limit;
    for (const auto& [i, j] : result.coarse ? by_patience(middle_a, middle_b) : by_dtl(middle_a, middle_b))
      result.kept.emplace_back(head + i, head + j);
  }
  for (std::size_t i = tail; i > 0; --i) result.kept.emplace_back(a.size() - i, b.size() - i);
  return result;
}

}  // namespace travaux
