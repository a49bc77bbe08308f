#include <fmt/format.h>

#include <memory>

#include "cli/addresses.h"
#include "cli/attributed.h"
#include "cli/command.h"
#include "cli/comments.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/rulings.h"
#include "cli/who.h"
#include "report/json.h"
#include "travaux/diff.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

struct Options {
  std::optional<std::string> from, to, item, to_item, asked_by, not_asked_by, comment, fate, take_back;
  std::string old_words, new_words, number, reason;
  bool same = false, different = false, nobody = false, list = false, all = false;
};

using report::Json;
using report::text_or_null;

// ---------------------------------------------------------------------------------------------------------------------
// Listing

Json ruling_json(const StoredRuling& stored) {
  const RulingInfo& info = stored.info;
  const auto side = [](const std::string& draft, const std::string& item, const std::string& words) {
    return Json{{"label", text_or_null(draft)}, {"item", text_or_null(item)}, {"words", text_or_null(words)}};
  };
  return {{"path", stored.path},
          {"commit", stored.commit},
          {"kind", info.kind},
          {"says", info.says},
          {"from", side(info.from, info.from_item, info.from_words)},
          {"to", side(info.to, info.to_item, info.to_words)},
          {"by", text_or_null(info.by)},
          {"comment", text_or_null(info.comment)},
          {"number", text_or_null(info.number)},
          {"reason", info.reason},
          {"taken_back", stored.taken_back}};
}

StyledText listing(const std::vector<StoredRuling>& rulings) {
  StyledText text;
  for (const StoredRuling& stored : rulings) {
    const std::string hash = stored.path.substr(stored.path.rfind('/') + 1, 8);
    text.push_back({{{Style::kAddress, hash + "  "},
                     {Style::kPlain, fold_white_space(sentence_of(stored.info))},
                     {Style::kTag, stored.taken_back ? " (taken back)" : ""}},
                    0,
                    10,
                    true});
    text.push_back({{{Style::kDim, "because: " + stored.info.reason}}, 10, 10, true});
  }
  if (text.empty()) text.push_back({{{Style::kNote, "No ruling is recorded."}}, 0, 0, true});
  return text;
}

Result<int> list(const Options& options, Session& session) {
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  Result<std::vector<StoredRuling>> rulings = (*record)->rulings();
  if (!rulings) return tl::unexpected(rulings.error());
  if (!options.all && !session.json()) std::erase_if(*rulings, [](const StoredRuling& ruling) { return ruling.taken_back; });
  Json json = {{"schema", "travaux/rulings/1"}, {"rulings", Json::array()}};
  for (const StoredRuling& ruling : *rulings) json["rulings"].push_back(ruling_json(ruling));
  const Status shown = session.json() ? session.print(report::print(json)) : session.print(listing(*rulings));
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

// ---------------------------------------------------------------------------------------------------------------------
// Making and taking back

Result<int> take_back(const Options& options, Session& session) {
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<Recorded> done = (*record)->take_back(*options.take_back, options.reason, current_committer());
  if (!done) return tl::unexpected(done.error());
  const Status said = session.say(fmt::format("{}: {}", done->already_there ? "already taken back" : "taken back", done->path));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

/// What is ruled, by the options given; exactly one thing.
Result<RulingInfo> ruling_asked(const Options& options) {
  RulingInfo info;
  std::size_t things = 0;
  const auto rule = [&](bool given, std::string_view kind, std::string_view says) {
    if (!given) return;
    ++things;
    info.kind = kind;
    info.says = says;
  };
  rule(options.same, kMatchRuling, kSame);
  rule(options.different, kMatchRuling, kDifferent);
  rule(options.asked_by.has_value(), kSourceRuling, kAsked);
  rule(options.not_asked_by.has_value(), kSourceRuling, kNotAsked);
  rule(options.nobody, kSourceRuling, kNotAsked);
  rule(options.fate.has_value(), kFateRuling, options.fate.value_or(""));
  if (things != 1) {
    return usage_error(things == 0 ? "nothing is ruled" : "several things are ruled at once",
                       "give one of --same, --different, --asked-by GROUP, --not-asked-by GROUP, --nobody, --fate FATE");
  }
  if (!options.from || !options.to) return usage_error("the two drafts are missing", "travaux rule A B …");
  info.from = *options.from;
  info.to = *options.to;
  info.from_item = options.item.value_or("");
  info.to_item = options.to_item.value_or("");
  info.from_words = options.old_words;
  info.to_words = options.new_words;
  info.by = options.asked_by ? *options.asked_by : options.not_asked_by.value_or("");
  info.comment = options.comment.value_or("");
  info.number = options.number;
  info.reason = options.reason;
  return info;
}

/// What a ruling of its kind must name.
Status check_complete(const RulingInfo& info) {
  if (info.kind == kMatchRuling && (info.from_item.empty() || info.to_item.empty()))
    return usage_error("a ruling on a match names an item of each draft", "give --item (in A) and --to-item (in B)");
  if (info.kind == kSourceRuling && info.from_item.empty() && info.to_item.empty())
    return usage_error("a ruling on a source names the item that changed", "give --item (in A), --to-item (in B), or both");
  if (info.kind == kFateRuling && info.comment.empty())
    return usage_error("a ruling on a fate names the comment", "give --comment, and --number where it has several proposals");
  return {};
}

/// All that an item says, its citations too.
std::string words_of(const Item& item) {
  std::string text = item.text + "\n" + item.status.value_or("");
  for (const Citation& citation : item.citations) {
    text += "\n" + citation.heading;
    for (const Passage& passage : citation.passages) text += "\n" + passage.text;
  }
  for (const Item& below : item.items) text += "\n" + words_of(below);
  return text;
}

std::string words_at(const Document& document, const Place& place) {
  if (!place.item.empty()) return words_of(item_at(document, place));
  const Section& section = document.sections[*place.section];
  return section.heading + "\n" + section.text;
}

/// Sets an address as the draft prints it, and refuses words that do not stand there.
Status check_side(const Draft& draft, std::string& address, const std::string& words) {
  if (address.empty()) return {};
  const Result<Place> place = find_place(draft, address);
  if (!place) return tl::unexpected(place.error());
  address = place->item.empty() ? address : item_at(draft.document, *place).address;
  const std::string form = " " + comparison_form(words_at(draft.document, *place)) + " ";
  if (words.empty() || form.find(" " + comparison_form(words) + " ") != std::string::npos) return {};
  return tl::unexpected(Error{ErrorCode::kUsage,
                              fmt::format("{} of {} does not hold the words “{}”", address, draft.label, words),
                              {},
                              {},
                              fmt::format("`travaux show '{}' {}` prints what it holds", draft.label, address)});
}

/// Adds the address on the other side where only one was given and the item has one counterpart.
Status complete_sides(Session& session, const std::vector<Draft>& drafts, RulingInfo& info) {
  if (info.from_item.empty() == info.to_item.empty()) return {};
  const Result<DiffOptions> how = diff_options(session, drafts[0], drafts[1]);
  if (!how) return tl::unexpected(how.error());
  const DocumentDiff changes = diff(drafts[0].document, drafts[1].document, *how);
  for (const ItemDiff& item : changes.items) {
    if (item.from.size() != 1 || item.to.size() != 1) continue;
    if (item.from.front() == info.from_item)
      info.to_item = item.to.front();
    else if (item.to.front() == info.to_item)
      info.from_item = item.from.front();
    else
      continue;
    break;
  }
  return {};
}

/// Sets the comment to its path and the group to the name that the record knows; a group that it does not know is told.
Status settle_names(Session& session, const Record& record, RulingInfo& info) {
  const Result<Speakers> speakers = speakers_of(record);
  if (!speakers) return tl::unexpected(speakers.error());
  if (!info.by.empty()) {
    info.by = speakers->resolve(info.by);
    note_unknown_group(session, record, info.by);
  }
  if (info.comment.empty()) return {};
  const Result<StoredComment> comment = record.find_comment(info.comment);
  if (!comment) return tl::unexpected(comment.error());
  info.comment = comment->path;
  return {};
}

/// Refuses a ruling that nothing of the comparison fits: it would never be obeyed.
Status check_fits(Session& session, const RulingInfo& info) {
  if (info.kind == kMatchRuling) return {};
  AttributedOptions options;
  options.asked.from = info.from;
  options.asked.to = info.to;
  options.more = {ruling_of(info, {})};
  const Result<Attributed> tried = load_attributed(session, options);
  if (!tried) return tl::unexpected(tried.error());
  for (const Diagnostic& note : tried->attribution.notes) {
    if (note.message.starts_with("the ruling on "))
      return usage_error(note.message,
                         fmt::format("`travaux attribute '{}' '{}'` lists the edits and the proposals", info.from, info.to));
  }
  return {};
}

/// Whether two rulings are about the same thing.
bool same_matter(const RulingInfo& a, const RulingInfo& b) {
  return a.kind == b.kind && a.from == b.from && a.to == b.to && a.from_item == b.from_item && a.to_item == b.to_item &&
         a.from_words == b.from_words && a.to_words == b.to_words && a.comment == b.comment && a.number == b.number;
}

/// Tells of a standing ruling that says otherwise.
Status tell_contradiction(const Session& session, const Record& record, const RulingInfo& info) {
  const Result<std::vector<StoredRuling>> rulings = record.rulings();
  if (!rulings) return tl::unexpected(rulings.error());
  for (const StoredRuling& stored : *rulings) {
    const bool otherwise =
        stored.info.says != info.says && (stored.info.by.empty() || info.by.empty() || stored.info.by == info.by);
    if (!stored.taken_back && same_matter(stored.info, info) && otherwise)
      session.note(fmt::format("the ruling {} says otherwise; the later one holds", stored.path));
  }
  return {};
}

Result<int> record_ruling(const Options& options, Session& session) {
  Result<RulingInfo> info = ruling_asked(options);
  if (!info) return tl::unexpected(info.error());
  if (const Status complete = check_complete(*info); !complete) return tl::unexpected(complete.error());
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<std::vector<Draft>> drafts = load_drafts(session, {info->from, info->to});
  if (!drafts) return tl::unexpected(drafts.error());
  for (std::size_t i = 0; i < 2; ++i) {
    if (!(*drafts)[i].path.empty())
      return usage_error(fmt::format("{} is no draft of the record", (*drafts)[i].path), "record it first: `travaux commit`");
  }
  for (const bool completed : {false, true}) {
    const Status done = completed ? complete_sides(session, *drafts, *info) : Status();
    if (!done) return tl::unexpected(done.error());
    if (const Status fits = check_side((*drafts)[0], info->from_item, info->from_words); !fits)
      return tl::unexpected(fits.error());
    if (const Status fits = check_side((*drafts)[1], info->to_item, info->to_words); !fits) return tl::unexpected(fits.error());
  }
  info->from = (*drafts)[0].label;
  info->to = (*drafts)[1].label;
  if (const Status settled = settle_names(session, **record, *info); !settled) return tl::unexpected(settled.error());
  if (const Status fits = check_fits(session, *info); !fits) return tl::unexpected(fits.error());
  if (const Status told = tell_contradiction(session, **record, *info); !told) return tl::unexpected(told.error());
  const Result<Recorded> done = (*record)->add_ruling(*info, current_committer());
  if (!done) return tl::unexpected(done.error());
  const Status said =
      session.say(fmt::format("{}: {}\n{}", done->already_there ? "already ruled" : "ruled", sentence_of(*info), done->path));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

Result<int> run(const Options& options, Session& session) {
  if (options.list) return list(options, session);
  if (options.take_back) return take_back(options, session);
  return record_ruling(options, session);
}

}  // namespace

Run declare_rule(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("A", options->from, "the earlier draft");
  arguments.positional("B", options->to, "the later draft");
  arguments.option("--item", options->item, "ADDRESS", "the item in A");
  arguments.option("--to-item", options->to_item, "ADDRESS", "the item in B");
  arguments.flag("--same", options->same, "--item and --to-item are one item");
  arguments.flag("--different", options->different, "they are not");
  arguments.option("--old", options->old_words, "WORDS",
                   "the edit meant: its words in A; without --old and --new, all edits of the item");
  arguments.option("--new", options->new_words, "WORDS", "its words in B");
  arguments.option("--asked-by", options->asked_by, "GROUP", "this group asked for the edit (--comment and --number: where)");
  arguments.option("--not-asked-by", options->not_asked_by, "GROUP", "this group did not ask for it");
  arguments.flag("--nobody", options->nobody, "nobody asked for it");
  arguments.option("--comment", options->comment, "COMMENT", "a comment: its path, or the start of its hash");
  arguments.option("--number", options->number, "N", "the proposal in it, by its number");
  arguments.option("--fate", options->fate, "FATE",
                   "what became of the proposal: accepted, accepted in part, not taken up, overtaken, unplaced");
  arguments.option("--reason", options->reason, "REASON", "why; every ruling has one");
  arguments.flag("--list", options->list, "list the rulings that stand");
  arguments.flag("--all", options->all, "with --list, those taken back too");
  arguments.option("--take-back", options->take_back, "RULING", "take a ruling back: its path, or the start of its hash");
  return [options](Session& session) -> Result<int> {
    if (options->fate && !fate_named(*options->fate)) {
      std::string names;
      for (const std::string& name : fate_names()) names += (names.empty() ? "" : ", ") + name;
      return usage_error(fmt::format("\"{}\" is no fate", *options->fate), "one of: " + names);
    }
    return run(*options, session);
  };
}

}  // namespace travaux::cli
