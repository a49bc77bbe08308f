#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/recording.h"
#include "cli/who.h"

namespace travaux::cli {
namespace {

struct Options {
  std::optional<std::string> folder;
  std::string title;
  std::string language = "en";
  std::vector<std::string> groups;
};

Result<std::string> folder_of(const Options& options, const Session& session) {
  const std::string& common = session.common().folder;
  if (options.folder && !common.empty() && *options.folder != common) {
    return usage_error(fmt::format("both {} and, with -C, {} were named", *options.folder, common), "name one folder");
  }
  return options.folder.value_or(common.empty() ? "." : common);
}

/// The registry that a new record begins with. No other record is asked, wherever the command is run.
Result<std::string> first_registry(Session& session) {
  if (session.common().instruments.empty()) return write_registry(built_in_registry());
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  return write_registry(*registry);
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::string> folder = folder_of(options, session);
  if (!folder) return tl::unexpected(folder.error());
  Negotiation negotiation{options.title, options.language, {}};
  for (const std::string& text : options.groups) {
    Result<Group> group = read_group(text);
    if (!group) return tl::unexpected(group.error());
    negotiation.groups.push_back(std::move(*group));
  }
  const Result<std::string> registry = first_registry(session);
  if (!registry) return tl::unexpected(registry.error());
  const Result<Record> record = Record::init(*folder, negotiation, *registry, current_committer());
  if (!record) return tl::unexpected(record.error());
  const Status said = session.say(fmt::format("made the record of \"{}\" in {}", options.title, *folder));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

}  // namespace

Run declare_init(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("DIR", options->folder, "where to make it: a new or empty folder; else the current one");
  arguments.required("--title", options->title, "TITLE", "what is negotiated");
  arguments.option("--language,--lang", options->language, "LANG", "of its drafts: en, es, …");
  arguments.list("--group", options->groups, "NAME=A,B", "a group and its members; may be given several times");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
