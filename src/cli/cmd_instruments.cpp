#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/recording.h"
#include "cli/who.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

constexpr const char* kActions =
    "list         print the registry (what is done without ACTION)\n"
    "add          add an instrument to the record's registry: --title, and what else is known\n"
    "unknown      print the headings of DRAFT that the registry does not know";

struct Options {
  std::optional<std::string> given_action, draft;
  Instrument instrument;
};

StyledText table(const Registry& registry) {
  std::size_t width = 0;
  for (const Instrument& instrument : registry.instruments) width = std::max(width, display_width(instrument.id));
  StyledText text;
  for (const Instrument& instrument : registry.instruments) {
    const std::string gap(width - display_width(instrument.id) + 2, ' ');
    text.push_back({{{Style::kAddress, instrument.id},
                     {Style::kPlain, fmt::format("{}{:<4}  ", gap, instrument.year)},
                     {Style::kPlain, instrument.title},
                     {Style::kDim, instrument.kind.empty() ? "" : fmt::format(" ({})", instrument.kind)}},
                    0,
                    0,
                    false});
  }
  return text;
}

Result<int> list(Session& session) {
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  const Status shown = session.json() ? session.print(write_registry(*registry)) : session.print(table(*registry));
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

/// The id of a new instrument: what was asked for, else its symbol, else a name made from its title.
std::string id_of(const Instrument& instrument) {
  if (!instrument.id.empty()) return instrument.id;
  return instrument.symbol.empty() ? slug(instrument.title) : instrument.symbol;
}

Result<int> add(const Options& options, Session& session) {
  if (options.instrument.title.empty()) return usage_error("--title is missing", "say what the instrument is called");
  if (!session.common().instruments.empty()) {
    return usage_error("add changes the record's registry, not a file's", "leave out --instruments");
  }
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  Instrument instrument = options.instrument;
  instrument.id = id_of(instrument);
  for (const Instrument& known : registry->instruments) {
    if (known.id != instrument.id) continue;
    return tl::unexpected(Error{ErrorCode::kConflict, fmt::format("the registry has \"{}\" already", known.id), (*record)->folder(),
                                fmt::format("it is \"{}\"", known.title), "name another id with --id"});
  }
  registry->instruments.push_back(instrument);
  const std::string json = write_registry(*registry);
  if (const auto again = read_registry(json, "the new instrument"); !again) return tl::unexpected(again.error());
  const Result<Recorded> recorded = (*record)->set_instruments(json, current_committer());
  if (!recorded) return tl::unexpected(recorded.error());
  const Status said = session.say(fmt::format("added {}: {}", instrument.id, instrument.title));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

/// Where each unknown instrument is cited.
Result<int> unknown(const std::string& name, Session& session) {
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  const Result<std::vector<Draft>> drafts = load_drafts(session, {name});
  if (!drafts) return tl::unexpected(drafts.error());
  StyledText text;
  for (const std::string& heading : unknown_headings(drafts->front().document, *registry)) {
    text.push_back({{{Style::kPlain, heading}}, 0, 2, true});
  }
  if (text.empty()) text.push_back({{{Style::kNote, "The registry knows every instrument that this draft cites."}}, 0, 0, true});
  const Status shown = session.print(text);
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

Result<int> run(const Options& options, Session& session) {
  const std::string action = options.given_action.value_or("list");
  if (action == "list" && !options.draft) return list(session);
  if (session.json()) return usage_error(fmt::format("instruments {} has no JSON form", action), "leave out --format json");
  if (action == "add" && !options.draft) return add(options, session);
  if (action == "unknown" && options.draft) return unknown(*options.draft, session);
  if (action == "unknown") return usage_error("DRAFT is missing", "name a draft: `travaux instruments unknown DRAFT`");
  if (action == "list" || action == "add") {
    return usage_error(fmt::format("instruments {} has no place for the argument \"{}\"", action, *options.draft),
                       "`travaux help instruments` explains");
  }
  return usage_error(fmt::format("instruments has no action \"{}\"", action), "it has list, add and unknown");
}

}  // namespace

Run declare_instruments(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  Instrument& instrument = options->instrument;
  arguments.positional("ACTION", options->given_action, "list, add or unknown");
  arguments.positional("DRAFT", options->draft, "for unknown: the draft");
  arguments.option("--title", instrument.title, "TITLE", "for add: its title");
  arguments.option("--symbol", instrument.symbol, "SYMBOL", "series and number, as \"AG/RES. 2551\"");
  arguments.option("--id", instrument.id, "ID", "what reports call it; else its symbol, else a name made from its title");
  arguments.option("--year", instrument.year, "YEAR", "when it was adopted");
  arguments.option("--kind", instrument.kind, "KIND", "resolution, declaration, plan, …");
  arguments.option("--address", instrument.address, "URL", "where its text can be found");
  arguments.list("--alias", instrument.aliases, "TITLE", "another title that drafts give it; may be given several times");
  arguments.footer(kActions);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
