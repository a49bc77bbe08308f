#include "travaux/record.h"

#include <fmt/format.h>

#include "record/event.h"
#include "record/fields.h"
#include "record/find.h"
#include "record/init.h"
#include "record/verify.h"

namespace travaux {

struct Record::Impl {
  RecordStore store;
  History history;  // what has been read so far
  std::chrono::milliseconds wait = std::chrono::seconds(10);

  Result<Recorded> record(std::string doing, const Committer& committer, const Result<EventPlan>& plan) {
    if (!plan) return tl::unexpected(plan.error());
    return record_event(store, history, {std::move(doing), committer, wait}, *plan);
  }
  Status refresh() { return history.refresh(store); }
  Result<StoredDraft> stored(const DraftVersion& draft) const;
  Result<StoredComment> stored(const CommentVersion& comment) const;
  Result<std::string> newest_file(const std::string& path);
};

Record::Record(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

Result<Record> Record::init(const std::string& folder, const Negotiation& negotiation, const std::string& instruments_json,
                            const Committer& committer) {
  if (Status made = init_record(folder, negotiation, instruments_json, committer); !made) return tl::unexpected(made.error());
  return open(folder);
}

Result<Record> Record::open(const std::string& folder) {
  Result<RecordStore> store = RecordStore::open(folder);
  if (!store) return tl::unexpected(store.error());
  const Result<std::optional<GitId>> head = store->head();
  if (!head) return tl::unexpected(head.error());
  if (!*head) {
    return record_failure(ErrorCode::kInput, "this is no record", folder, "the Git repository has no branch main",
                          "name a record's folder with -C, or make a new record with `travaux init`");
  }
  const Result<CommitFacts> commit = store->commit_facts(**head);
  if (!commit) return tl::unexpected(commit.error());
  const Result<std::optional<TreeEntry>> file = store->at(commit->tree, "travaux.json");
  if (!file) return tl::unexpected(file.error());
  if (!*file) {
    return record_failure(ErrorCode::kInput, "this is no record", folder,
                          "the Git repository has no travaux.json on its branch main",
                          "name a record's folder with -C, or make a new record with `travaux init`");
  }
  const Result<Negotiation> negotiation = read_newest_negotiation(*store, **head);
  if (!negotiation) return tl::unexpected(negotiation.error());
  return Record(std::make_unique<Impl>(Impl{std::move(*store), {}}));
}

void Record::set_lock_wait(std::chrono::milliseconds wait) { impl_->wait = wait; }
const std::string& Record::folder() const { return impl_->store.folder(); }

Result<Recorded> Record::add_draft(const DraftEntry& draft, const Committer& committer) {
  const std::string& label = draft.info.label.empty() ? draft.info.corrects : draft.info.label;
  return impl_->record(fmt::format("record the draft {}", quoted_field(label)), committer, plan_draft(draft, committer));
}

Result<Recorded> Record::add_comment(const CommentEntry& comment, const Committer& committer) {
  return impl_->record(fmt::format("record a comment by {}", quoted_field(comment.info.by)), committer,
                       plan_comment(comment, committer));
}

Result<Recorded> Record::withdraw(const std::string& comment_path, const std::string& reason, const Committer& committer) {
  return impl_->record("withdraw a comment", committer, plan_withdrawal(comment_path, reason, committer));
}

Result<Recorded> Record::add_ruling(const RulingInfo& ruling, const Committer& committer) {
  return impl_->record("record a ruling", committer, plan_ruling(ruling, committer));
}

Result<Recorded> Record::take_back(const std::string& ruling, const std::string& reason, const Committer& committer) {
  return impl_->record("take a ruling back", committer, plan_taking_back(ruling, reason, committer));
}

Result<Recorded> Record::set_instruments(const std::string& json, const Committer& committer) {
  return impl_->record("replace the instrument registry", committer, plan_instruments(json, committer));
}

Result<std::string> Record::Impl::newest_file(const std::string& path) {
  if (Status fresh = refresh(); !fresh) return tl::unexpected(fresh.error());
  return store.file(*history.head(), path);
}

Result<Negotiation> Record::negotiation() const {
  const Result<std::string> json = impl_->newest_file("travaux.json");
  if (!json) return tl::unexpected(json.error());
  return read_negotiation(*json, folder() + ": travaux.json");
}

Result<std::string> Record::instruments() const { return impl_->newest_file("instruments.json"); }

Result<std::vector<Event>> Record::log() const {
  if (Status fresh = impl_->refresh(); !fresh) return tl::unexpected(fresh.error());
  return impl_->history.events();
}

Result<StoredDraft> Record::Impl::stored(const DraftVersion& draft) const {
  Result<std::string> text = store.file(draft.commit, "draft/text.txt");
  if (!text) return tl::unexpected(text.error());
  return StoredDraft{draft.info, draft.commit.hex(), std::move(*text)};
}

Result<StoredComment> Record::Impl::stored(const CommentVersion& comment) const {
  Result<std::string> text = store.file(comment.commit, comment.path + "/text.txt");
  if (!text) return tl::unexpected(text.error());
  return StoredComment{comment.info,     comment.path,      comment.commit.hex(),
                       std::move(*text), comment.withdrawn, comment.replaced_by};
}

Result<std::vector<StoredDraft>> Record::drafts() const {
  if (Status fresh = impl_->refresh(); !fresh) return tl::unexpected(fresh.error());
  std::vector<StoredDraft> drafts;
  for (std::size_t line = 0; line < impl_->history.line_count(); ++line) {
    Result<StoredDraft> draft = impl_->stored(impl_->history.standing(line));
    if (!draft) return tl::unexpected(draft.error());
    drafts.push_back(std::move(*draft));
  }
  return drafts;
}

Result<std::vector<StoredComment>> Record::comments() const {
  if (Status fresh = impl_->refresh(); !fresh) return tl::unexpected(fresh.error());
  std::vector<StoredComment> comments;
  for (const CommentVersion& comment : impl_->history.comments()) {
    Result<StoredComment> stored = impl_->stored(comment);
    if (!stored) return tl::unexpected(stored.error());
    comments.push_back(std::move(*stored));
  }
  return comments;
}

Result<StoredComment> Record::find_comment(const std::string& name) const {
  if (Status fresh = impl_->refresh(); !fresh) return tl::unexpected(fresh.error());
  const Result<CommentVersion> comment = travaux::find_comment(impl_->store, impl_->history, name);
  if (!comment) return tl::unexpected(comment.error());
  return impl_->stored(*comment);
}

Result<std::vector<StoredRuling>> Record::rulings() const {
  if (Status fresh = impl_->refresh(); !fresh) return tl::unexpected(fresh.error());
  std::vector<StoredRuling> rulings;
  for (const RulingVersion& ruling : impl_->history.rulings())
    rulings.push_back({ruling.info, ruling.path, ruling.commit.hex(), ruling.taken_back});
  return rulings;
}

Result<StoredDraft> Record::find_draft(const std::string& name) const {
  if (Status fresh = impl_->refresh(); !fresh) return tl::unexpected(fresh.error());
  const Result<DraftVersion> draft = find_version(impl_->store, impl_->history, name);
  if (!draft) return tl::unexpected(draft.error());
  return impl_->stored(*draft);
}

Result<std::string> Record::source(const StoredDraft& draft) const {
  const Result<GitId> commit = read_id(draft.commit);
  if (!commit) return tl::unexpected(commit.error());
  return impl_->store.file(*commit, "draft/source." + draft.info.extension);
}

Result<std::string> Record::source(const StoredComment& comment) const {
  const Result<GitId> commit = read_id(comment.commit);
  if (!commit) return tl::unexpected(commit.error());
  return impl_->store.file(*commit, fmt::format("{}/source.{}", comment.path, comment.info.extension));
}

Result<VerifyReport> Record::verify(const Rederive& rederive, bool with_repair, const Committer& committer) {
  return verify_record(impl_->store, impl_->history, rederive,
                       with_repair ? std::optional(WriterTurn{"repair the record", committer, impl_->wait}) : std::nullopt);
}

}  // namespace travaux
