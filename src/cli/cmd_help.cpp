#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"

namespace travaux::cli {
namespace {

Result<int> run(const std::string& name, const Session& session) {
  const std::string help = help_of(name);
  if (help.empty()) {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    const std::string guess = nearest(name, names);
    return usage_error(fmt::format("there is no command \"{}\"", name),
                       guess.empty() ? "`travaux help` lists them" : fmt::format("did you mean {}?", guess));
  }
  const Status shown = session.print(help);
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_help(Arguments& arguments) {
  const auto name = std::make_shared<std::optional<std::string>>();
  arguments.positional("COMMAND", *name, "the command; none: all of them");
  return [name](Session& session) { return run(name->value_or(""), session); };
}

}  // namespace travaux::cli
