// In which form a report is wanted: --format, or the ending of the file it is written to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/drafts.h"

namespace travaux::cli {

/// The formats that a command offers with --format: text first. Only text: it takes no --format.
std::vector<std::string> formats_of(const Command& command);

/// The format of what the command named `name` writes: of its formats the one that the ending of `output` names. Without
/// `output`, or where --format names one and the ending none, what --format says. Fails with `kUsage` where the two disagree, or
/// where neither says it.
Result<std::string> chosen_format(const Session& session, std::string_view name, const std::optional<std::string>& output);

/// Prints a report, or writes it to `output` and says so. `inputs` are not overwritten.
Status deliver(const Session& session, const std::optional<std::string>& output, std::string_view report,
               const std::vector<Draft>& inputs);
/// The same for what is no text: on a terminal it is refused.
Status deliver_workbook(const Session& session, const std::optional<std::string>& output, std::string_view workbook,
                        const std::vector<Draft>& inputs);
/// The same for a text with meanings: in colours on a terminal, with marks in a file.
Status deliver(const Session& session, const std::optional<std::string>& output, const StyledText& report,
               const std::vector<Draft>& inputs);

}  // namespace travaux::cli
