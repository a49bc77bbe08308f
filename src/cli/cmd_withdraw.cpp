#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/who.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string comment, reason;
};

Result<int> run(const Options& options, Session& session) {
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<Recorded> done = (*record)->withdraw(options.comment, options.reason, current_committer());
  if (!done) return tl::unexpected(done.error());
  if (!done->note.empty() && !done->already_there) session.note(done->note);
  const Status said = session.say(fmt::format("{}: {}", done->already_there ? "already withdrawn" : "withdrawn", done->path));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

}  // namespace

Run declare_withdraw(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("COMMENT", options->comment, "its path, as `travaux log` prints it, or the start of its hash");
  arguments.option("--reason", options->reason, "REASON", "why");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
