#include <memory>

#include "cli/attributed.h"
#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/origin.h"

namespace travaux::cli {
namespace {

Status show(const Session& session, const Attributed& found) {
  const Asked& asked = found.asked;
  const AttributionReport report{asked.from().label, asked.to().label, found.notices, found.only,
                                 origin_of({asked.from(), asked.to()})};
  if (session.json()) {
    for (const std::string& notice : report.notices) session.note(notice);
    return session.print(attribution_json(found.attribution, asked.list, report));
  }
  const StyledText text = attribution_text(found.attribution, asked.from().document, asked.to().document, asked.list, report);
  return session.print(with_origin(with_notices(report.notices, text), report.origin));
}

Result<int> run(const AttributedOptions& options, Session& session) {
  const Result<Attributed> found = load_attributed(session, options);
  if (!found) return tl::unexpected(found.error());
  const Status shown = show(session, *found);
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_attribute(Arguments& arguments) {
  const auto options = std::make_shared<AttributedOptions>();
  declare_attributed(arguments, *options);
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
