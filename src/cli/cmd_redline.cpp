#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/formats.h"
#include "cli/rulings.h"
#include "travaux/diff.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string from, to;
  std::optional<std::string> output;
};

Status write(Session& session, const Options& options, const std::string& format, const std::vector<Draft>& drafts) {
  const Document& from = drafts[0].document;
  const Document& to = drafts[1].document;
  const Result<DiffOptions> how = diff_options(session, drafts[0], drafts[1]);
  if (!how) return tl::unexpected(how.error());
  const DocumentDiff changes = diff(from, to, *how);
  const Redline redline = build_redline(from, to, changes);
  const RedlineNotes notes{notices(drafts), {}};
  if (format == "html") return deliver(session, options.output, redline_html(redline, changes, from, to, notes), drafts);
  return deliver(session, options.output, redline_text(redline, notes), drafts);
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::string> format = chosen_format(session, "redline", options.output);
  if (!format) return tl::unexpected(format.error());
  Result<std::vector<Draft>> drafts = load_drafts(session, {options.from, options.to});
  if (!drafts) return tl::unexpected(drafts.error());
  hide_file_names(*drafts, {"the earlier draft", "the later draft"});
  const Status written = write(session, options, *format, *drafts);
  return written ? Result<int>(kDone) : tl::unexpected(written.error());
}

}  // namespace

Run declare_redline(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("A", options->from, "the earlier draft");
  arguments.positional("B", options->to, "the later draft");
  arguments.option("-o,--output", options->output, "FILE", "where to write it; .html or .txt. Without it, it is printed here");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
