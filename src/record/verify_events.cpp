#include <fmt/format.h>

#include <initializer_list>
#include <set>

#include "record/derived.h"
#include "record/fields.h"
#include "record/names.h"
#include "record/sha256.h"
#include "record/verify.h"
#include "travaux/text.h"

namespace travaux {
namespace {

/// A folder as one event recorded it: of a draft or of a comment.
struct Recording {
  std::string where;
  GitId commit, folder;
  std::string prefix;  ///< of the folder in the tree: "draft/"
  std::string source, text;
};

class EventCheck {
 public:
  EventCheck(const RecordStore& store, const History& history, const Rederive& rederive, Verification& out)
      : store_(store), history_(history), rederive_(rederive), out_(out) {}

  void draft(std::size_t index);
  void comment(const CommentVersion& comment);
  void ruling(const RulingVersion& ruling);
  void commit(const GitId& id);

 private:
  void settings(const CommitFacts& commit, const std::string& where);
  template <typename Info>
  void fields(const std::string& where, const Info& info, std::initializer_list<std::string> more);
  template <typename Version>
  bool load(const Version& version, const std::string& where, const std::string& prefix, Recording& out);
  template <typename Info>
  void reread(const Recording& recording, const Info& info, const std::string& source_name, bool superseded);
  void items(std::size_t index, const Recording& recording);
  bool repaired_later(const GitId& commit, const FileIds& derived);

  const RecordStore& store_;
  const History& history_;
  const Rederive& rederive_;
  Verification& out_;
  std::set<GitId> settings_;  // versions that have been checked
};

/// Fields that `add_draft` and `add_comment` would have refused.
template <typename Info>
void EventCheck::fields(const std::string& where, const Info& info, std::initializer_list<std::string> more) {
  std::vector<std::string> values = {info.by, info.source_name, info.extension, info.media_type, info.encoding};
  values.insert(values.end(), more);
  Status ok = check_date(info.date);
  for (const std::string& value : values) ok = ok ? check_field("field", value) : ok;
  if (!ok) out_.add(FindingKind::kDamaged, where, to_string(ok.error()));
}

/// Reads source and text of a recording and compares them with the hashes in its JSON. False where there is nothing to go on
/// with.
template <typename Version>
bool EventCheck::load(const Version& version, const std::string& where, const std::string& prefix, Recording& out) {
  out = {where, version.commit, version.folder, prefix, {}, {}};
  const std::string source_path = prefix + "source." + version.info.extension;
  Result<std::string> source = store_.file(version.commit, source_path);
  Result<std::string> text = store_.file(version.commit, prefix + "text.txt");
  if (!source) out_.add(FindingKind::kDamaged, where, to_string(source.error()));
  if (!text) out_.add(FindingKind::kDamaged, where, to_string(text.error()));
  if (!source || !text) return false;
  out.source = std::move(*source);
  out.text = std::move(*text);
  const bool right_source = sha256_hex(out.source) == version.info.sha256;
  const bool right_text = sha256_hex(out.text) == version.text_sha256;
  if (!right_source)
    out_.add(FindingKind::kDamaged, where, fmt::format("{} is not the file whose hash was recorded", source_path));
  if (!right_text)
    out_.add(FindingKind::kDamaged, where, fmt::format("{}text.txt is not the text whose hash was recorded", prefix));
  return right_source && right_text;
}

template <typename Info>
void EventCheck::reread(const Recording& recording, const Info& info, const std::string& source_name, bool superseded) {
  const auto& read = info.tracked_changes.empty() ? rederive_.read : rederive_.read_rejected;
  if (!read) return;
  const int reader_version = info.reader_version;
  if (reader_version != rederive_.reader_version) {
    return out_.add(FindingKind::kOlderReader, recording.where,
                    fmt::format("read by {} travaux (reader {}, this one is {}): its text was not compared",
                                reader_version < rederive_.reader_version ? "an older" : "a newer", reader_version,
                                rederive_.reader_version));
  }
  const Result<std::string> text = read(recording.source, source_name);
  if (!text) {
    return out_.add(FindingKind::kNote, recording.where,
                    fmt::format("its source could not be read again: {}", to_string(text.error())));
  }
  if (*text == recording.text) return;
  out_.add(
      superseded ? FindingKind::kNote : FindingKind::kStaleDerived, recording.where,
      fmt::format("{}text.txt is not what its source reads as today; the recorded text stands, and `travaux commit --corrects` "
                  "records it anew",
                  recording.prefix));
}

bool EventCheck::repaired_later(const GitId& commit, const FileIds& derived) {
  const Result<CommitFacts> head = store_.commit_facts(*history_.head());
  if (!head) return false;
  const Result<std::optional<TreeEntry>> folder = store_.at(head->tree, repair_folder(commit));
  FileIds files;
  return folder && *folder && collect_files(store_, (*folder)->id, files) && files == derived;
}

void EventCheck::items(std::size_t index, const Recording& recording) {
  const DraftVersion& draft = history_.drafts()[index];
  const std::string& profile = draft.info.profile;
  if (profile.empty() ? !rederive_.items : !rederive_.items_as) return;
  if (draft.info.parser_version != rederive_.parser_version) {
    return out_.add(FindingKind::kOlderReader, recording.where,
                    fmt::format("parsed by {} travaux (parser {}, this one is {}): its items were not compared",
                                draft.info.parser_version < rederive_.parser_version ? "an older" : "a newer",
                                draft.info.parser_version, rederive_.parser_version));
  }
  std::vector<DerivedFile> items =
      profile.empty() ? rederive_.items(recording.text) : rederive_.items_as(recording.text, profile);
  const FileIds derived = derived_files(items);
  FileIds stored;
  const Result<std::optional<TreeEntry>> folder = store_.at(draft.folder, "items");
  Status read = folder ? Status() : Status(tl::unexpected(folder.error()));
  if (read && *folder) read = collect_files(store_, (*folder)->id, stored);
  if (!read) return out_.add(FindingKind::kDamaged, recording.where, to_string(read.error()));
  const std::string difference = first_difference(stored, derived);
  if (difference.empty()) return;
  if (repaired_later(draft.commit, derived)) {
    return out_.add(FindingKind::kNote, recording.where,
                    fmt::format("its items were wrong, and stand right in {}", repair_folder(draft.commit)));
  }
  out_.stale.push_back({index, out_.report.findings.size(), std::move(items)});
  out_.add(FindingKind::kStaleDerived, recording.where,
           fmt::format("its items are not what its text parses to: draft/items/{}", difference));
}

void EventCheck::draft(std::size_t index) {
  const DraftVersion& draft = history_.drafts()[index];
  const std::string where = fmt::format("{} (commit {})", quoted_field(draft.info.label), draft.commit.hex());
  ++out_.report.drafts;
  if (draft.slug.empty()) out_.add(FindingKind::kDamaged, where, "its label makes no tag: it has neither a letter nor a digit");
  const bool taken = history_.line_of_slug(draft.slug) != draft.line;
  if (taken) out_.add(FindingKind::kDamaged, where, "another draft's label makes the same tag");
  if (draft.info.corrects.empty() && draft.number > 1)
    out_.add(FindingKind::kDamaged, where, "its label was another text's, and it does not say that it corrects it");
  if (!draft.info.based_on.empty() && !history_.line_of_label(draft.info.based_on)) {
    out_.add(FindingKind::kDamaged, where,
             fmt::format("it is based on {}, which is not in the record", quoted_field(draft.info.based_on)));
  }
  fields(where, draft.info, {draft.info.label, draft.info.language, draft.info.based_on, draft.info.corrects});
  Recording recording;
  if (!load(draft, where, "draft/", recording)) return;
  const std::string name = draft.info.source_name.empty() ? "source." + draft.info.extension : draft.info.source_name;
  reread(recording, draft.info, name, !history_.stands(draft));
  items(index, recording);
}

void EventCheck::comment(const CommentVersion& comment) {
  ++out_.report.comments;
  const std::string where = fmt::format("{} (commit {})", comment.path, comment.commit.hex());
  if (comment.path != comment_folder(slug(comment.info.on), slug(comment.info.by), comment.info.sha256)) {
    out_.add(FindingKind::kDamaged, where, "its folder is not named by its draft, group and hash");
  }
  if (!history_.line_of_label(comment.info.on)) {
    out_.add(FindingKind::kDamaged, where, fmt::format("it is on {}, which is not in the record", quoted_field(comment.info.on)));
  }
  if (!comment.info.replaces.empty() && history_.comment(comment.info.replaces) == nullptr) {
    out_.add(FindingKind::kDamaged, where,
             fmt::format("it replaces {}, which is not in the record", quoted_field(comment.info.replaces)));
  }
  fields(where, comment.info, {comment.info.on, comment.info.replaces});
  Recording recording;
  if (!load(comment, where, comment.path + "/", recording)) return;
  const std::string name = comment.info.source_name.empty() ? "source." + comment.info.extension : comment.info.source_name;
  reread(recording, comment.info, name, comment.withdrawn || !comment.replaced_by.empty());
}

void EventCheck::ruling(const RulingVersion& ruling) {
  const std::string where = fmt::format("{} (commit {})", ruling.path, ruling.commit.hex());
  const Result<std::string> json = store_.file(ruling.commit, ruling.path);
  if (!json) return out_.add(FindingKind::kDamaged, where, to_string(json.error()));
  if (ruling_file(*json) != ruling.path) out_.add(FindingKind::kDamaged, where, "its bytes are not those that its name says");
  for (const std::string& label : {ruling.info.from, ruling.info.to}) {
    if (!label.empty() && !history_.line_of_label(label))
      out_.add(FindingKind::kDamaged, where, fmt::format("it is about {}, which is not in the record", quoted_field(label)));
  }
  if (!ruling.info.comment.empty() && history_.comment(ruling.info.comment) == nullptr) {
    out_.add(FindingKind::kDamaged, where,
             fmt::format("it is about {}, which is not in the record", quoted_field(ruling.info.comment)));
  }
}

/// travaux.json and instruments.json, each version of them once.
void EventCheck::settings(const CommitFacts& commit, const std::string& where) {
  for (const char* name : {"travaux.json", "instruments.json"}) {
    const Result<std::optional<TreeEntry>> entry = store_.at(commit.tree, name);
    if (entry && *entry && !settings_.insert((*entry)->id).second) continue;
    const Result<std::string> json = store_.file(commit.id, name);
    if (!json) {
      out_.add(FindingKind::kDamaged, where, to_string(json.error()));
    } else if (std::string_view(name) == "instruments.json") {
      const Result<std::string> read = instruments_file(*json);
      if (json->empty() || !read) out_.add(FindingKind::kDamaged, where, "instruments.json is not a JSON object");
    } else if (const Result<Negotiation> read = read_negotiation(*json, name); !read) {
      out_.add(FindingKind::kDamaged, where, to_string(read.error()));
    }
  }
}

/// What one commit must not do to what earlier ones recorded.
void EventCheck::commit(const GitId& id) {
  const Result<CommitFacts> facts = store_.commit_facts(id);
  if (!facts) return;  // told by the objects' check
  ++out_.report.commits;
  const std::string where = "commit " + id.hex();
  if (facts->parents.size() > 1) out_.add(FindingKind::kNote, where, "it is a merge: only its first parent is read");
  settings(*facts, where);
  if (facts->parents.empty()) return;
  const Result<CommitFacts> parent = store_.commit_facts(facts->parents.front());
  if (!parent) return;
  for (std::string& change : changes_to_the_past(store_, parent->tree, facts->tree))
    out_.add(FindingKind::kDamaged, where, std::move(change));
}

}  // namespace

void verify_events(const RecordStore& store, const History& history, const Rederive& rederive, Verification& out) {
  EventCheck check(store, history, rederive, out);
  const std::size_t total = history.drafts().size() + history.comments().size();
  std::size_t done = 0;
  const auto step = [&] {
    if (rederive.progress) rederive.progress(++done, total);
  };
  for (const Event& event : history.events()) {
    if (const Result<GitId> id = read_id(event.commit)) check.commit(*id);
  }
  for (std::size_t i = 0; i < history.drafts().size(); ++i, step()) check.draft(i);
  for (const CommentVersion& comment : history.comments()) check.comment(comment), step();
  for (const RulingVersion& ruling : history.rulings()) check.ruling(ruling);
}

}  // namespace travaux
