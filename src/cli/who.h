// Who runs the command, and when: the one place that asks the clock and the environment for the record's sake.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "travaux/record.h"

namespace travaux::cli {

/// GIT_COMMITTER_NAME and _EMAIL, else git's user where git is installed, else "travaux user"; now, in local time.
Committer current_committer();

/// Noon, UTC, of the first day that an ISO date ("2011", "2011-03", "2011-03-07") covers; of 1970-01-01 for an earlier one. Nothing
/// for what is no date.
std::optional<std::int64_t> noon_of(std::string_view date);

}  // namespace travaux::cli
