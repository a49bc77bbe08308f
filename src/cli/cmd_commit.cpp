#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "cli/who.h"
#include "travaux/diff.h"
#include "travaux/parse.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string file, label, date, by, language, based_on, corrects, origin;
  std::optional<std::string> round;
};

Result<DraftInfo> info_of(const Options& options) {
  const Result<std::optional<int>> round = read_round(options.round);
  if (!round) return tl::unexpected(round.error());
  DraftInfo info;
  info.label = options.label;
  info.round = *round;
  info.date = options.date;
  info.by = options.by;
  info.language = options.language;
  info.based_on = options.based_on;
  info.corrects = options.corrects;
  info.origin = read_origin(options.origin);
  return info;
}

std::string tally_text(const Tally& tally, const std::string& noun) {
  std::string text;
  for (const auto& [change, count] : tally) {
    if (change == "unchanged" || count == 0) continue;
    text += text.empty() ? plural(count, noun) + " " + change : fmt::format(", {} {}", count, change);
  }
  return text;
}

/// One line: what the draft changes in the one that it is based on.
std::string changes_text(const Document& before, const Document& now) {
  const DocumentDiff changes = diff(before, now);
  std::string text;
  const std::pair<Tally, const char*> tallies[] = {
      {changes.section_tally(), "section"}, {changes.item_tally(), "item"}, {changes.citation_tally(), "citation"}};
  for (const auto& [tally, noun] : tallies) {
    const std::string part = tally_text(tally, noun);
    if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
  }
  if (!text.empty()) return text;
  return changes.empty() ? "no difference" : "only the front or the back changed";
}

Status tell_changes(const Session& session, const Record& record, Draft& draft, const StoredDraft& stored,
                    const Registry& registry) {
  if (stored.info.based_on.empty()) return {};
  const Result<StoredDraft> base = record.find_draft(stored.info.based_on);
  if (!base) return tl::unexpected(base.error());
  Document before = parse(base->text, family_named(base->info.profile));
  resolve_instruments({&before, &draft.document}, registry);
  return session.say(fmt::format("  against {}: {}", base->info.label, changes_text(before, draft.document)));
}

Status tell(const Session& session, const Record& record, const Recorded& recorded, Draft& draft, const Registry& registry) {
  const Result<StoredDraft> stored = record.find_draft(recorded.commit);
  if (!stored) return tl::unexpected(stored.error());
  const DraftInfo& info = stored->info;
  std::string line = fmt::format("recorded {} as {}", info.label, recorded.tag);
  if (info.round) line += fmt::format(", round {}", *info.round);
  if (!info.date.empty()) line += fmt::format(", {}", info.date);
  if (!info.by.empty()) line += fmt::format(", tabled by {}", info.by);
  Status said = session.say(line);
  if (said) said = session.say("  " + counts_text(count(draft.document)));
  if (said) said = tell_changes(session, record, draft, *stored, registry);
  for (const std::string& heading : unknown_headings(draft.document, registry)) {
    session.note(fmt::format("the registry does not know \"{}\"; `travaux instruments add` teaches it", heading));
  }
  return said;
}

void warn_of_language(const Session& session, const Record& record, const Document& document, const Options& options) {
  const Result<Negotiation> negotiation = record.negotiation();
  if (!negotiation || !options.language.empty() || document.language.empty()) return;
  if (negotiation->language.substr(0, 2) == document.language) return;
  session.warn(fmt::format("{} reads like \"{}\", and the record's language is \"{}\"; say --lang to be sure",
                           shown_path(options.file), document.language, negotiation->language));
}

/// The profile said; for a correction that says none, that of the draft it corrects.
std::string profile_for(const Session& session, const Record& record, const std::string& corrects) {
  const std::string& said = session.common().profile;
  if (!said.empty()) return said == "auto" ? std::string() : said;
  if (corrects.empty()) return {};
  const Result<StoredDraft> corrected = record.find_draft(corrects);
  return corrected ? corrected->info.profile : std::string();  // a draft that is not there is the record's to refuse
}

Result<int> run(const Options& options, Session& session) {
  Result<DraftInfo> info = info_of(options);
  if (!info) return tl::unexpected(info.error());
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  const Result<Input> input = read_input(options.file, session.read_options());
  if (!input) return tl::unexpected(input.error());
  info->profile = profile_for(session, **record, options.corrects);
  Document document = parse(input->reading.text, family_named(info->profile));
  const Result<DraftEntry> entry = draft_entry(*input, document, *info);
  if (!entry) return tl::unexpected(entry.error());
  const Result<Recorded> recorded = (*record)->add_draft(*entry, current_committer());
  if (!recorded) return tl::unexpected(recorded.error());

  Draft draft = draft_of(*input, family_named(info->profile));
  settle_drafts({&draft}, *registry);
  tell_warnings(session, draft);
  warn_of_language(session, **record, document, options);
  if (!recorded->note.empty()) session.note(recorded->note);
  const std::string label = entry->info.label.empty() ? entry->info.corrects : entry->info.label;
  const Status told = recorded->already_there ? session.say(fmt::format("{} is already recorded", label))
                                              : tell(session, **record, *recorded, draft, *registry);
  return told ? Result<int>(kDone) : tl::unexpected(told.error());
}

}  // namespace

Run declare_commit(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("FILE", options->file, "the draft as it was circulated; \"-\" for standard input");
  arguments.option("--label", options->label, "LABEL", "what it is called; else what the text calls itself");
  arguments.option("--round", options->round, "N", "the round of the negotiation");
  arguments.option("--date", options->date, "DATE", "a day, a month or a year, as 2011-03-07; else what the text states");
  arguments.option("--by", options->by, "WHO", "who tabled it");
  arguments.option("--lang", options->language, "LANG", "its language; else the record's");
  arguments.option("--based-on", options->based_on, "DRAFT", "the draft it was made from; else the last recorded");
  arguments.option("--corrects", options->corrects, "DRAFT", "the draft that it replaces, because that one had a slip");
  arguments.choice("--origin", options->origin, {"historical", "constructed"}, "whether it is a historical document");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
