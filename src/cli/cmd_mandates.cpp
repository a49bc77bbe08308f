#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/formats.h"
#include "cli/origin.h"
#include "cli/rulings.h"
#include "travaux/diff.h"
#include "travaux/mandates.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string draft;
  std::optional<std::string> other, output;
};

/// One table or a comparison of two, in any of the formats.
Status write(const Session& session, const Options& options, const std::string& format, const std::vector<Draft>& drafts,
             const auto& mandates) {
  const std::vector<std::string> said = notices(drafts);
  const ReportOrigin making = origin_of(drafts);
  if (format == "json" || format == "csv") {
    for (const std::string& notice : said) session.note(notice);
  }
  if (format == "json") return deliver(session, options.output, mandates_json(mandates, said, making), drafts);
  if (format == "csv") return deliver(session, options.output, mandates_csv(mandates), drafts);
  if (format == "xlsx") {
    const Result<std::string> workbook = mandates_xlsx(mandates, said, making);
    return workbook ? deliver_workbook(session, options.output, *workbook, drafts) : tl::unexpected(workbook.error());
  }
  if (format == "html") return deliver(session, options.output, mandates_html(mandates, said, making), drafts);
  return deliver(session, options.output, with_origin(mandates_text(mandates, said), making), drafts);
}

Status report(Session& session, const Options& options, const std::string& format, const std::vector<Draft>& drafts) {
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  const Document& first = drafts.front().document;
  if (drafts.size() == 1) return write(session, options, format, drafts, tabulate_mandates(first, *registry));
  const Document& second = drafts[1].document;
  const Result<DiffOptions> how = diff_options(session, drafts[0], drafts[1]);
  if (!how) return tl::unexpected(how.error());
  return write(session, options, format, drafts, compare_mandates(first, second, diff(first, second, *how), *registry));
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::string> format = chosen_format(session, "mandates", options.output);
  if (!format) return tl::unexpected(format.error());
  std::vector<std::string> names{options.draft};
  if (options.other) names.push_back(*options.other);
  Result<std::vector<Draft>> drafts = load_drafts(session, names);
  if (!drafts) return tl::unexpected(drafts.error());
  hide_file_names(*drafts);
  const Status done = report(session, options, *format, *drafts);
  return done ? Result<int>(kDone) : tl::unexpected(done.error());
}

}  // namespace

Run declare_mandates(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("DRAFT", options->draft, "the draft");
  arguments.positional("B", options->other, "a later draft: what changed in the table");
  arguments.option("-o,--output", options->output, "FILE",
                   "where to write it; .xlsx, .csv, .html, .json or .txt. Without it, it is printed here");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
