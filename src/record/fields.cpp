#include "record/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "travaux/text.h"

namespace travaux {
namespace {

constexpr std::size_t kShown = 120;
constexpr std::int64_t kNoon = 12 * 60 * 60;

/// The length of the control character or line break that `text` begins with, 0 if it begins with none. A tab is neither.
std::size_t control_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if ((byte < 0x20 && byte != '\t') || byte == 0x7f) return 1;
  const auto next = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
  if (byte == 0xc2 && next >= 0x80 && next < 0xa0) return 2;  // C1, with NEL
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> number(std::string_view digits) {
  int value = 0;
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return {};
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The first day that an ISO date covers; none if it is no such date.
std::optional<std::chrono::year_month_day> first_day(std::string_view date) {
  using namespace std::chrono;
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return {};
  if ((date.size() > 4 && date[4] != '-') || (date.size() > 7 && date[7] != '-')) return {};
  const auto y = number(date.substr(0, 4));
  const auto m = date.size() > 4 ? number(date.substr(5, 2)) : 1;
  const auto d = date.size() > 7 ? number(date.substr(8, 2)) : 1;
  if (!y || !m || !d || *y == 0) return {};
  const year_month_day day{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  return day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace

tl::unexpected<Error> record_failure(ErrorCode code, std::string what, std::string where, std::string why, std::string next) {
  return tl::unexpected(Error{code, std::move(what), std::move(where), std::move(why), std::move(next)});
}

std::string quoted_field(std::string_view text) {
  if (!is_utf8(text)) return "(not UTF-8)";
  std::string shown = "\"";
  while (!text.empty() && shown.size() < kShown) {
    const std::size_t control = control_length(text);
    std::size_t size = std::max<std::size_t>(control, 1);
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) ++size;
    shown += control ? std::string_view("\uFFFD") : text.substr(0, size);
    text.remove_prefix(size);
  }
  return shown + (text.empty() ? "\"" : "…\"");
}

Status check_field(std::string_view name, std::string_view value) {
  const auto refuse = [&](std::string why) {
    return record_failure(ErrorCode::kInput, fmt::format("the {} {} cannot be recorded", name, quoted_field(value)), {},
                          std::move(why));
  };
  if (!is_utf8(value)) return refuse("it is not UTF-8");
  if (value.size() > kMaxField) return refuse(fmt::format("it has {} bytes, and {} are the most", value.size(), kMaxField));
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (control_length(value.substr(i)) > 0) return refuse("it holds a line break or a control character");
  }
  return {};
}

std::string trim_field(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
}

Status check_date(std::string_view date) {
  if (date.empty() || first_day(date)) return {};
  return record_failure(ErrorCode::kInput, fmt::format("{} is no date", quoted_field(date)), {}, {},
                        "write a year, a month or a day that exists, as 1648, 1648-10 or 1648-10-24");
}

std::optional<std::int64_t> author_time(std::string_view date) {
  const auto day = first_day(date);
  if (!day) return {};
  const auto midnight = std::chrono::sys_seconds(std::chrono::sys_days(*day)).time_since_epoch().count();
  return std::max<std::int64_t>(midnight, 0) + kNoon;
}

std::string moment_text(std::int64_t time) {
  using namespace std::chrono;
  const sys_seconds moment{seconds{time}};
  const auto day = floor<days>(moment);
  const year_month_day date{day};
  const hh_mm_ss clock{moment - day};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

Status check_language(std::string_view language) {
  const auto is_tag_character = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  };
  if (language.size() >= 2 && language.size() <= 35 && std::all_of(language.begin(), language.end(), is_tag_character)) return {};
  return record_failure(ErrorCode::kInput, fmt::format("{} is no language tag", quoted_field(language)), {}, {},
                        "write it as en, es or pt-BR");
}

bool same_language(std::string_view a, std::string_view b) {
  return fold_case(a.substr(0, a.find('-'))) == fold_case(b.substr(0, b.find('-')));
}

Result<std::string> checked_slug(std::string_view kind, std::string_view text) {
  std::string name = slug(text);
  if (name.empty()) {
    return record_failure(ErrorCode::kInput, fmt::format("the {} {} makes no file name", kind, quoted_field(text)), {},
                          "it has neither a letter nor a digit", fmt::format("choose a {} with a letter or a digit in it", kind));
  }
  if (name.size() > kMaxSlug) {
    return record_failure(ErrorCode::kInput, fmt::format("the {} {} is too long for a file name", kind, quoted_field(text)), {},
                          fmt::format("{} bytes of letters and digits, and {} are the most", name.size(), kMaxSlug));
  }
  return name;
}

}  // namespace travaux
