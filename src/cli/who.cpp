#include "cli/who.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>

namespace travaux::cli {
namespace {

std::string git_setting(const char* command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command, "r"), pclose);
  char line[1024];
  if (!pipe || std::fgets(line, sizeof line, pipe.get()) == nullptr) return {};
  std::string value(line);
  while (!value.empty() && (value.back() == '\n' || value.back() == '\r')) value.pop_back();
  return value;
}

void choose(std::string& value, const char* variable, const char* command) {
  const char* set = std::getenv(variable);
  const std::string chosen = set != nullptr && *set != '\0' ? std::string(set) : git_setting(command);
  if (!chosen.empty()) value = chosen;
}

/// The number that the digits make; none for anything but digits.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  const bool all = !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (all) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return all ? std::optional(value) : std::nullopt;
}

}  // namespace

Committer current_committer() {
  Committer committer;
  choose(committer.name, "GIT_COMMITTER_NAME", "git config user.name 2>/dev/null");
  choose(committer.email, "GIT_COMMITTER_EMAIL", "git config user.email 2>/dev/null");
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  committer.time = now;
  committer.offset = static_cast<int>(local.tm_gmtoff / 60);
  return committer;
}

std::optional<std::int64_t> noon_of(std::string_view date) {
  using namespace std::chrono;
  const bool shaped = (date.size() == 4 || date.size() == 7 || date.size() == 10) && (date.size() < 5 || date[4] == '-') &&
                      (date.size() < 8 || date[7] == '-');
  if (!shaped) return {};
  const auto y = number(date.substr(0, 4));
  const auto m = date.size() > 4 ? number(date.substr(5, 2)) : 1;
  const auto d = date.size() > 7 ? number(date.substr(8, 2)) : 1;
  if (!y || !m || !d || *y == 0) return {};
  const year_month_day day_named{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!day_named.ok()) return {};
  const seconds midnight = sys_days(day_named).time_since_epoch();
  return std::max<std::int64_t>(midnight.count(), 0) + seconds(hours(12)).count();
}

}  // namespace travaux::cli
