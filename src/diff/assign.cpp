#include "diff/assign.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace travaux {

namespace {

bool better(const ScoredPair& a, const ScoredPair& b) {
  if (a.score != b.score) return a.score > b.score;
  return a.from + a.to != b.from + b.to ? a.from + a.to < b.from + b.to : std::min(a.from, a.to) < std::min(b.from, b.to);
}

std::vector<ScoredPair> best_first(std::vector<ScoredPair> group) {
  std::sort(group.begin(), group.end(), better);
  std::set<std::size_t> from, to;
  std::vector<ScoredPair> chosen;
  for (const ScoredPair& candidate : group) {
    if (from.contains(candidate.from) || to.contains(candidate.to)) continue;
    from.insert(candidate.from);
    to.insert(candidate.to);
    chosen.push_back(candidate);
  }
  return chosen;
}

/// For each row its column, rows <= columns, least total cost. One-based inside, as the method is usually written.
std::vector<std::size_t> hungarian(const std::vector<std::vector<double>>& cost) {
  const std::size_t rows = cost.size();
  const std::size_t columns = cost.front().size();
  std::vector<double> row_potential(rows + 1, 0), column_potential(columns + 1, 0);
  std::vector<std::size_t> row_of(columns + 1, 0), way(columns + 1, 0);
  for (std::size_t row = 1; row <= rows; ++row) {
    row_of[0] = row;
    std::size_t column = 0;
    std::vector<double> least(columns + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(columns + 1, false);
    do {
      used[column] = true;
      const std::size_t from = row_of[column];
      double delta = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= columns; ++j) {
        if (used[j]) continue;
        const double reduced = cost[from - 1][j - 1] - row_potential[from] - column_potential[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= columns; ++j) {
        if (used[j]) {
          row_potential[row_of[j]] += delta;
          column_potential[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  std::vector<std::size_t> result(rows, 0);
  for (std::size_t j = 1; j <= columns; ++j) {
    if (row_of[j] != 0) result[row_of[j] - 1] = j - 1;
  }
  return result;
}

std::vector<std::size_t> distinct(const std::vector<ScoredPair>& group, std::size_t ScoredPair::*side) {
  std::vector<std::size_t> values;
  for (const ScoredPair& candidate : group) values.push_back(candidate.*side);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::vector<ScoredPair> optimal(const std::vector<ScoredPair>& group) {
  std::vector<std::size_t> rows = distinct(group, &ScoredPair::from);
  std::vector<std::size_t> columns = distinct(group, &ScoredPair::to);
  const bool turned = rows.size() > columns.size();
  if (turned) std::swap(rows, columns);
  std::vector<std::vector<double>> cost(rows.size(), std::vector<double>(columns.size(), 0));
  const auto index = [](const std::vector<std::size_t>& list, std::size_t value) {
    return static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), value) - list.begin());
  };
  for (const ScoredPair& c : group) cost[index(rows, turned ? c.to : c.from)][index(columns, turned ? c.from : c.to)] = -c.score;
  const std::vector<std::size_t> column_of = hungarian(cost);
  std::vector<ScoredPair> chosen;
  for (const ScoredPair& c : group) {
    if (column_of[index(rows, turned ? c.to : c.from)] == index(columns, turned ? c.from : c.to)) chosen.push_back(c);
  }
  return chosen;
}

/// Candidates that share an index, directly or through others, in one group.
std::vector<std::vector<ScoredPair>> groups_of(const std::vector<ScoredPair>& candidates) {
  std::vector<std::size_t> root(candidates.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&root](std::size_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  std::map<std::size_t, std::size_t> by_from, by_to;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    root[find(i)] = find(by_from.try_emplace(candidates[i].from, i).first->second);
    root[find(i)] = find(by_to.try_emplace(candidates[i].to, i).first->second);
  }
  std::map<std::size_t, std::vector<ScoredPair>> groups;
  for (std::size_t i = 0; i < candidates.size(); ++i) groups[find(i)].push_back(candidates[i]);
  std::vector<std::vector<ScoredPair>> result;
  for (auto& [at, group] : groups) result.push_back(std::move(group));
  return result;
}

}  // namespace

std::vector<ScoredPair> assign(std::vector<ScoredPair> candidates, std::size_t limit, bool& coarse) {
  std::sort(candidates.begin(), candidates.end(), better);
  std::vector<ScoredPair> chosen;
  for (const std::vector<ScoredPair>& group : groups_of(candidates)) {
    const bool large = std::max(distinct(group, &ScoredPair::from).size(), distinct(group, &ScoredPair::to).size()) > limit;
    coarse = coarse || large;
    const std::vector<ScoredPair> pairs = large ? best_first(group) : optimal(group);
    chosen.insert(chosen.end(), pairs.begin(), pairs.end());
  }
  return chosen;
}

}  // namespace travaux
