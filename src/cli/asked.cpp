#include "cli/asked.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/authors.h"
#include "cli/files.h"
#include "travaux/read.h"

namespace travaux::cli {
namespace {

class Loader {
 public:
  Loader(Session& session, const AskedOptions& options) : session_(session), options_(options) {}

  Result<Asked> run() {
    if (const Status loaded = load_texts(); !loaded) return tl::unexpected(loaded.error());
    Result<Registry> registry = session_.registry();
    if (!registry) return tl::unexpected(registry.error());
    registry_ = std::move(*registry);
    Result<Authors> authors = read_authors(options_.authors);
    if (!authors) return tl::unexpected(authors.error());
    authors_ = std::move(*authors);
    const Status read = options_.folder.empty() ? read_recorded() : read_folder();
    if (!read) return tl::unexpected(read.error());
    for (std::size_t c = 0; c < asked_.comments.size(); ++c) asked_.list[c].comment = &asked_.comments[c];
    return std::move(asked_);
  }

 private:
  /// The drafts before A, A and B. Of a plain file nothing comes before.
  Status load_texts() {
    std::vector<std::string> names;
    const Result<Record*> record = session_.record_if_any();
    if (!record) return tl::unexpected(record.error());
    record_ = *record;
    if (record_ != nullptr) names = before(options_.from);
    names.push_back(options_.from);
    names.push_back(options_.to);
    Result<std::vector<Draft>> drafts = load_drafts(session_, names);
    if (!drafts) return tl::unexpected(drafts.error());
    asked_.drafts = std::move(*drafts);
    if (!asked_.from().path.empty()) asked_.drafts.erase(asked_.drafts.begin(), asked_.drafts.end() - 2);
    date_of_later_ = asked_.to().document.date;
    if (record_ == nullptr || !asked_.to().path.empty()) return {};
    const Result<StoredDraft> later = record_->find_draft(options_.to);
    if (later && !later->info.date.empty()) date_of_later_ = later->info.date;
    return {};
  }

  /// The commits of the drafts that a draft was made from, nearest first; none for what is no draft of the record.
  std::vector<std::string> before(const std::string& name) {
    std::vector<std::string> commits;
    Result<StoredDraft> draft = record_->find_draft(name);
    if (draft) chain_.push_back(draft->info.label);
    while (draft && !draft->info.based_on.empty()) {
      draft = record_->find_draft(draft->info.based_on);
      if (!draft || std::find(commits.begin(), commits.end(), draft->commit) != commits.end()) break;
      commits.push_back(draft->commit);
      chain_.push_back(draft->info.label);
    }
    return commits;
  }

  /// The draft of a label in the chain; null for none.
  const Draft* draft_named(const std::string& label) const {
    const auto at = std::find(chain_.begin(), chain_.end(), label);
    if (at == chain_.end()) return nullptr;
    const auto index = static_cast<std::size_t>(at - chain_.begin());
    return index == 0 ? &asked_.from() : &asked_.drafts[index - 1];
  }

  Status read_recorded() {
    if (record_ == nullptr || chain_.empty() || !asked_.from().path.empty())
      return usage_error("plain files have no comments of their own", "name a folder of comments with --comments DIR");
    Result<Speakers> speakers = speakers_of(*record_);
    if (!speakers) return tl::unexpected(speakers.error());
    asked_.speakers = std::move(*speakers);
    const Result<std::vector<StoredComment>> comments = record_->comments();
    if (!comments) return tl::unexpected(comments.error());
    for (const StoredComment& stored : *comments) {
      if (!stored.replaced_by.empty() || !is_candidate({stored.info.on, stored.info.date}, chain_, date_of_later_)) continue;
      const Status added = add_recorded(stored);
      if (!added) return added;
    }
    return {};
  }

  Status add_recorded(const StoredComment& stored) {
    Result<RecordedComment> recorded = recorded_comment(*record_, stored);
    if (!recorded) return tl::unexpected(recorded.error());
    add(recorded->text, std::move(recorded->source), *draft_named(stored.info.on), stored.withdrawn);
    asked_.constructed = asked_.constructed || stored.info.origin == Origin::kConstructed;
    return {};
  }

  void add(const std::string& text, CommentSource source, const Draft& on, bool withdrawn) {
    name_groups(source, authors_);
    asked_.comments.push_back(read_comment(text, source, on.document, registry_, asked_.speakers));
    const Comment& comment = asked_.comments.back();
    asked_.list.push_back({&comment, &on == &asked_.from() ? nullptr : &on.document, withdrawn});
    for (const Diagnostic& diagnostic : comment.diagnostics)
      asked_.notes.push_back({comment.by, fmt::format("{}:{}: {}", comment.id, diagnostic.line, diagnostic.message)});
  }

  Status read_folder() {
    Result<CommentFolder> folder = read_comment_folder(session_, options_.folder, options_.groups, asked_.from());
    if (!folder) return tl::unexpected(folder.error());
    if (folder->groups.empty() && record_ != nullptr) {
      const Result<Speakers> speakers = speakers_of(*record_);
      if (!speakers) return tl::unexpected(speakers.error());
      folder->groups = speakers->groups();
    }
    asked_.speakers = Speakers(std::move(folder->groups));
    asked_.constructed = folder->constructed;
    for (CommentFile& file : folder->files) {
      const std::string& label = asked_.from().label;
      if (!is_candidate({label, file.date}, {label}, date_of_later_)) {
        session_.note(fmt::format("{} is dated {}, after the later draft ({}): left out", file.name, file.date, date_of_later_));
        continue;
      }
      Reading& reading = file.input.reading;
      CommentSource source{file.name, file.by, label, file.date, std::move(reading.revisions), std::move(reading.margin)};
      add(reading.text, std::move(source), asked_.from(), false);
    }
    return {};
  }

  Session& session_;
  const AskedOptions& options_;
  Record* record_ = nullptr;
  std::vector<std::string> chain_;  ///< labels: A, then those before it, nearest first
  std::string date_of_later_;
  Registry registry_;
  Authors authors_;
  Asked asked_;
};

}  // namespace

Result<RecordedComment> recorded_comment(const Record& record, const StoredComment& stored) {
  RecordedComment result{stored.text, {stored.path, stored.info.by, stored.info.on, stored.info.date}};
  if (!may_track_changes(stored.info.extension)) return result;
  const Result<std::string> bytes = record.source(stored);
  if (!bytes) return tl::unexpected(bytes.error());
  Result<Reading> reading = read_bytes(*bytes, "comment." + stored.info.extension, default_read_options());
  if (!reading) return tl::unexpected(reading.error());
  result.text = std::move(reading->text);
  result.source.revisions = std::move(reading->revisions);
  result.source.margin = std::move(reading->margin);
  return result;
}

Result<Speakers> speakers_of(const Record& record) {
  const Result<Negotiation> negotiation = record.negotiation();
  if (!negotiation) return tl::unexpected(negotiation.error());
  std::vector<GroupNames> groups;
  for (const Group& group : negotiation->groups) groups.push_back({group.name, group.members, group.aliases});
  return Speakers(std::move(groups));
}

Result<Asked> load_asked(Session& session, const AskedOptions& options) { return Loader(session, options).run(); }

}  // namespace travaux::cli
