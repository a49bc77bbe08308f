#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/origin.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string draft;
  std::optional<std::string> address;
};

tl::unexpected<Error> no_such_address(const Draft& draft, const std::string& address) {
  std::vector<std::string> addresses;
  for_each_item(draft.document, [&](const Item& item, const Place&) { addresses.push_back(item.address); });
  const std::string guess = nearest(address, addresses);
  std::string next = "`travaux show` with no address prints the whole text";
  if (!guess.empty()) {
    next = fmt::format("did you mean {}?", guess);
  } else if (!addresses.empty()) {
    next = fmt::format("its items are {} to {}", addresses.front(), addresses.back());
  }
  return tl::unexpected(Error{ErrorCode::kNotFound, fmt::format("there is no item \"{}\"", address), draft.label, {}, next});
}

Status show_item(const Session& session, const Draft& draft, const std::string& address) {
  const std::optional<Place> place = find_address(draft.document, address);
  if (!place) return no_such_address(draft, address);
  if (session.json()) return session.print(item_json(draft.document, *place, origin_of({draft}).drafts[0].label));
  return session.print(item_text(draft.document, *place));
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::vector<Draft>> drafts = load_drafts(session, {options.draft});
  if (!drafts) return tl::unexpected(drafts.error());
  const Draft& draft = drafts->front();
  Status shown;
  if (options.address) {
    shown = show_item(session, draft, *options.address);
  } else if (session.json()) {
    shown = session.print(document_json(draft.document, origin_of({draft}).drafts[0].label, notices({draft})));
  } else {
    shown = session.print_source(draft.document.source);
  }
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_show(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("DRAFT", options->draft, "the draft");
  arguments.positional("ADDRESS", options->address, "one item (2.1, Article 4/3) or section of it");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
