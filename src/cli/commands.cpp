#include "cli/command.h"

#include <algorithm>
#include <numeric>

#include "travaux/text.h"

namespace travaux::cli {
namespace {

/// How many letters must be put in, taken out, exchanged, or swapped with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  std::iota(cost[0].begin(), cost[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

constexpr std::size_t kLongestName = 200;  // beyond it nobody mistyped anything

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"init", "make the record of a negotiation", declare_init, false, true},
      {"commit", "record a draft", declare_commit, false, true},
      {"comment", "record what a group sent in on a draft, and say what it asks for", declare_comment, true, true},
      {"withdraw", "withdraw a comment", declare_withdraw},
      {"rule", "correct a match, a source or a fate, with a reason", declare_rule, true},
      {"log", "tell the story, round by round", declare_log, true},
      {"show", "show a draft, or one item of it", declare_show, true, true},
      {"diff", "say what changed between two drafts", declare_diff, true, true},
      {"redline", "show two drafts as one text with the changes marked", declare_redline, false, true, {"html", "docx", "pdf", "md"}},
      {"attribute", "say who asked for each change, and what became of each proposal", declare_attribute, true, true},
      {"table", "say group by item what was asked for and what became of it", declare_table, true, true, {"csv", "xlsx", "html", "md"}},
      {"mandates", "say which mandates each item rests on, or what changed in it", declare_mandates, true, true, {"csv", "xlsx", "html"}},
      {"blame", "say word by word which draft brought it in, and who asked", declare_blame, true, true, {"html"}},
      {"trace", "follow one item through all drafts", declare_trace, true, true},
      {"check", "say what looks wrong in a draft's text", declare_check, true, true},
      {"verify", "re-read the whole record and say whether it is sound", declare_verify, true},
      {"replay", "build a record from a manifest of drafts and comments", declare_replay, false, true},
      {"instruments", "list the instruments that drafts cite, or add one", declare_instruments, true, true},
      {"version", "print the version", declare_version},
      {"help", "explain a command", declare_help},
  };
  return table;
}

bool reads_drafts(const Command& command) {
  constexpr std::string_view kReaders[] = {"commit", "comment", "show",      "diff",  "redline", "mandates",
                                           "trace",  "check",   "attribute", "table", "blame",   "rule"};
  return std::find(std::begin(kReaders), std::end(kReaders), command.name) != std::end(kReaders);
}

std::string nearest(std::string_view given, const std::vector<std::string>& names) {
  if (!is_utf8(given) || given.size() > kLongestName) return {};
  const std::string wanted = fold_case(given);
  std::string best;
  std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& name : names) {
    if (name.size() > kLongestName) continue;
    const std::size_t steps = wanted.size() > 1 && name.starts_with(wanted) ? 1 : distance(wanted, fold_case(name));
    if (steps < least) least = steps, best = name;
  }
  return best;
}

}  // namespace travaux::cli
