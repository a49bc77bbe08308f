#include <memory>

#include "cli/attributed.h"
#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/formats.h"
#include "cli/origin.h"
#include "travaux/table.h"

namespace travaux::cli {
namespace {

struct Options {
  AttributedOptions attributed;
  std::optional<std::string> output;
};

Status write(const Session& session, const Options& options, const std::string& format, const TablePapers& papers,
             const std::vector<Draft>& inputs) {
  const auto put = [&](const std::string& report) { return deliver(session, options.output, report, inputs); };
  if (format == "json" || format == "csv") {
    for (const std::string& notice : papers.notices) session.note(notice);
  }
  if (format == "json") return put(table_json(papers));
  if (format == "csv") return put(table_csv(papers));
  if (format == "xlsx") {
    const Result<std::string> workbook = table_xlsx(papers);
    return workbook ? deliver_workbook(session, options.output, *workbook, inputs) : tl::unexpected(workbook.error());
  }
  if (format == "md") return put(table_markdown(papers));
  if (format == "html") return put(table_html(papers));
  const StyledText text = with_origin(table_text(papers), papers.origin);
  if (!options.output) return session.print(text);
  return put(render(text, {false, session.common().width, true}));
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::string> format = chosen_format(session, "table", options.output);
  if (!format) return tl::unexpected(format.error());
  const Result<Attributed> found = load_attributed(session, options.attributed);
  if (!found) return tl::unexpected(found.error());
  const Asked& asked = found->asked;
  const NegotiationTable table =
      negotiation_table(asked.from().document, asked.to().document, found->changes, asked.list, found->attribution, found->only);
  const Status written =
      write(session, options, *format,
            {table, found->attribution, asked.list, found->notices, origin_of({asked.from(), asked.to()})}, asked.drafts);
  return written ? Result<int>(kDone) : tl::unexpected(written.error());
}

}  // namespace

Run declare_table(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  declare_attributed(arguments, options->attributed);
  arguments.option("-o,--output", options->output, "FILE",
                   "where to write it; .xlsx, .html, .md, .csv, .json or .txt. Without it, it is printed here");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
