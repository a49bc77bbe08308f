#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "record/event.h"
#include "record/fields.h"
#include "record/find.h"
#include "record/json.h"
#include "record/message.h"
#include "record/names.h"
#include "record/sha256.h"
#include "travaux/text.h"

namespace travaux {
namespace {

/// What can be checked without looking into the record.
Result<DraftInfo> checked(const DraftEntry& draft) {
  DraftInfo info = draft.info;
  info.label = trim_field(info.label);
  info.by = trim_field(info.by);
  info.source_name = base_name(info.source_name);
  info.extension = source_extension(info.extension);
  info.sha256 = sha256_hex(draft.source);
  const std::pair<const char*, const std::string&> fields[] = {{"label", info.label},
                                                               {"date", info.date},
                                                               {"name of who tabled it", info.by},
                                                               {"language", info.language},
                                                               {"draft it is based on", info.based_on},
                                                               {"draft it corrects", info.corrects},
                                                               {"file name", info.source_name},
                                                               {"media type", info.media_type},
                                                               {"encoding", info.encoding},
                                                               {"tracked changes", info.tracked_changes},
                                                               {"profile", info.profile}};
  Status ok;
  for (const auto& [name, value] : fields) ok = ok ? check_field(name, value) : ok;
  if (ok) ok = check_date(info.date);
  if (ok && !info.language.empty()) ok = check_language(info.language);
  if (ok && info.round && *info.round < 0) ok = record_failure(ErrorCode::kInput, fmt::format("{} is no round", *info.round));
  if (ok && !is_utf8(draft.text)) ok = record_failure(ErrorCode::kInput, "the text of the draft is not UTF-8", info.source_name);
  if (ok && info.label.empty() && info.corrects.empty()) {
    ok = record_failure(ErrorCode::kUsage, "the draft has no label", info.source_name, {}, "name it with --label");
  }
  if (!ok) return tl::unexpected(ok.error());
  return info;
}

/// A correction keeps what it does not say.
void inherit(DraftInfo& info, const DraftInfo& corrected) {
  if (!info.round) info.round = corrected.round;
  if (info.date.empty()) info.date = corrected.date;
  if (info.by.empty()) info.by = corrected.by;
  if (info.language.empty()) info.language = corrected.language;
  if (info.based_on.empty()) info.based_on = corrected.based_on;
  if (info.origin == Origin::kUnsaid) info.origin = corrected.origin;
}

/// Whether following `based_on` from a label comes by the line.
bool leads_to(const History& history, const std::string& label, std::size_t line) {
  std::set<std::size_t> seen;
  auto at = history.line_of_label(label);
  while (at && seen.insert(*at).second) {
    if (*at == line) return true;
    at = history.line_of_label(history.standing(*at).info.based_on);
  }
  return false;
}

/// Settles corrects, label and based_on. `line` is the line that is corrected, if any.
Status resolve_names(const RecordStore& store, const History& history, DraftInfo& info, std::optional<std::size_t>& line) {
  if (!info.corrects.empty()) {
    const Result<std::string> corrects = resolved_label(store, history, info.corrects);
    if (!corrects) return tl::unexpected(corrects.error());
    info.corrects = *corrects;
    line = history.line_of_label(*corrects);
    if (info.label.empty()) info.label = *corrects;
    inherit(info, history.standing(*line).info);
  }
  if (!info.based_on.empty()) {
    const Result<std::string> based_on = resolved_label(store, history, info.based_on);
    if (!based_on) return tl::unexpected(based_on.error());
    info.based_on = *based_on;
  } else if (!line && history.line_count() > 0) {
    info.based_on = history.standing(history.line_count() - 1).info.label;
  }
  if (line && leads_to(history, info.based_on, *line)) {
    return record_failure(ErrorCode::kConflict,
                          fmt::format("{} cannot be based on {}", quoted_field(info.label), quoted_field(info.based_on)),
                          store.folder(), "that draft is itself based on it", "name another draft with --based-on");
  }
  return {};
}

Status settle_language(const RecordStore& store, const Negotiation& negotiation, DraftInfo& info) {
  if (info.language.empty()) info.language = negotiation.language;
  if (same_language(info.language, negotiation.language)) return {};
  return record_failure(ErrorCode::kConflict, fmt::format("a draft in {} cannot be recorded here", quoted_field(info.language)),
                        store.folder(), fmt::format("the record's language is {}", quoted_field(negotiation.language)),
                        "make a record of its own for each language");
}

/// The recorded draft that makes this one unnecessary, if there is one; a failure where its name is taken by another.
Result<std::optional<DraftVersion>> already_recorded(const RecordStore& store, const History& history, const DraftFile& draft,
                                                     const std::string& slug, std::optional<std::size_t> line) {
  const std::string label = quoted_field(draft.info.label);
  const auto labelled = history.line_of_label(draft.info.label);
  const auto slugged = history.line_of_slug(slug);
  if (labelled && !line) {
    for (const DraftVersion& known : history.drafts()) {
      if (known.info.label == draft.info.label && known.info.sha256 == draft.info.sha256 &&
          known.info.tracked_changes == draft.info.tracked_changes && known.info.profile == draft.info.profile)
        return std::optional(known);
    }
    return record_failure(ErrorCode::kConflict, fmt::format("the label {} is taken by another text", label), store.folder(), {},
                          fmt::format("if this text corrects it, add --corrects {}; else choose another label", label));
  }
  if (labelled && labelled != line) {
    return record_failure(ErrorCode::kConflict, fmt::format("the label {} is another draft's", label), store.folder(),
                          fmt::format("{} is corrected, not that one", quoted_field(draft.info.corrects)),
                          "choose another label");
  }
  if (slugged && slugged != line) {
    return record_failure(
        ErrorCode::kConflict,
        fmt::format("the labels {} and {} cannot both be kept", label, quoted_field(history.standing(*slugged).info.label)),
        store.folder(), fmt::format("both would be named {} in Git", draft_tag(slug)), "choose another label");
  }
  if (!line) return std::optional<DraftVersion>();
  DraftFile known{history.standing(*line).info, history.standing(*line).text_sha256};
  known.info.corrects = draft.info.corrects;
  known.info.source_name = draft.info.source_name;
  return write_json(known) == write_json(draft) ? std::optional(history.standing(*line)) : std::nullopt;
}

std::map<std::string, std::string> files_of(const DraftEntry& draft, const DraftFile& file) {
  std::map<std::string, std::string> files = {{"draft.json", write_json(file)}, {"text.txt", draft.text}};
  files["source." + file.info.extension] = draft.source;
  const std::vector<std::string> paths = item_paths(draft.items);
  for (std::size_t i = 0; i < paths.size(); ++i) files["items/" + paths[i]] = draft.items[i].content;
  return files;
}

Identity author_of(const DraftInfo& info, const Committer& committer) {
  const auto time = author_time(info.date);
  const std::string name = slug(info.by);
  Identity author{info.by.empty() ? "unknown" : info.by, (name.empty() ? "unknown" : name) + "@travaux.invalid", committer.time,
                  committer.offset};
  if (time) author.time = *time, author.offset = 0;
  return author;
}

Result<PlannedEvent> plan(RecordStore& store, const History& history, const DraftEntry& draft, DraftInfo info,
                          const Committer& committer) {
  const Result<Negotiation> negotiation = read_newest_negotiation(store, *history.head());
  if (!negotiation) return tl::unexpected(negotiation.error());
  info.by = group_name(*negotiation, info.by);
  std::optional<std::size_t> line;
  Status ok = resolve_names(store, history, info, line);
  if (ok) ok = settle_language(store, *negotiation, info);
  if (!ok) return tl::unexpected(ok.error());
  const Result<std::string> name = checked_slug("label", info.label);
  if (!name) return tl::unexpected(name.error());
  const DraftFile file{info, sha256_hex(draft.text)};
  const auto known = already_recorded(store, history, file, *name, line);
  if (!known) return tl::unexpected(known.error());
  PlannedEvent event;
  event.result.tag = draft_tag(*name);
  if (*known) {
    event.result.commit = (*known)->commit.hex();
    event.result.already_there = true;
    if (!history.stands(**known)) event.result.note = "it has been corrected since";
    return event;
  }
  const Result<GitId> folder = store.write_tree(files_of(draft, file));
  if (!folder) return tl::unexpected(folder.error());
  event.edits = {{"draft", {*folder, true}}};
  event.author = author_of(info, committer);
  event.message = draft_message(info);
  return event;
}

}  // namespace

Result<EventPlan> plan_draft(const DraftEntry& draft, const Committer& committer) {
  const Result<DraftInfo> info = checked(draft);
  if (!info) return tl::unexpected(info.error());
  return EventPlan([&draft, info = *info, committer](RecordStore& store, const History& history) {
    return plan(store, history, draft, info, committer);
  });
}

}  // namespace travaux
