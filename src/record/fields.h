// What may stand in a field of the record: one line of UTF-8, a date that exists, a name that makes a file name.
//
// Every field ends up in a commit message or a path, so it is checked here once, before anything is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "travaux/error.h"

namespace travaux {

/// The longest label, name or title, in bytes. A commit's subject is made of it.
inline constexpr std::size_t kMaxField = 1000;
/// The longest slug, in bytes: a file name holds 255, and a tag adds ".12.lock".
inline constexpr std::size_t kMaxSlug = 200;

tl::unexpected<Error> record_failure(ErrorCode code, std::string what, std::string where = {}, std::string why = {},
                                     std::string next = {});

/// The text in quotation marks for an error: shortened, control characters replaced.
std::string quoted_field(std::string_view text);

/// Refuses what is not UTF-8, too long, or holds a line break (of any kind) or a control character: none could be told from
/// a forged trailer, or it would steer a terminal. `name` is the field's, for the error.
Status check_field(std::string_view name, std::string_view value);

/// The text without white space (of ASCII) at its ends.
std::string trim_field(std::string_view text);

/// Accepts "1648", "1648-10" and "1648-10-24" where such a day exists (Gregorian, also before its time); empty is accepted.
Status check_date(std::string_view date);

/// The author time of a date: noon UTC of that day (the first, where no day is said), not before 1970. None for an empty date.
std::optional<std::int64_t> author_time(std::string_view date);

/// "2011-03-07 12:00:00 UTC": how a moment is told in an error.
std::string moment_text(std::int64_t time);

/// A language tag such as "en" or "pt-BR".
Status check_language(std::string_view language);
/// Whether two tags name the same language, whatever the region.
bool same_language(std::string_view a, std::string_view b);

/// The slug of a label or group, refused where it is empty or too long. `kind` is "label" or "group".
Result<std::string> checked_slug(std::string_view kind, std::string_view text);

}  // namespace travaux
