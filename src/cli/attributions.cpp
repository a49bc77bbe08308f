#include "cli/attributions.h"

#include <algorithm>
#include <deque>

#include "cli/asked.h"
#include "cli/rulings.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

/// How many drafts back a comment may lie behind a change: a wish of the last rounds is taken up late, one of years ago hardly,
/// and every draft between costs a comparison.
constexpr std::size_t kDraftsBack = 6;

class Attributions {
 public:
  Attributions(Session& session, const DraftChain& chain, const std::vector<const DocumentDiff*>& changes)
      : session_(session), chain_(chain), changes_(changes), comments_of_(chain.drafts.size()) {}

  Status read_recorded() {
    const Result<Record*> record = session_.record_if_any();
    if (!record) return tl::unexpected(record.error());
    if (*record == nullptr) return {};
    Result<Speakers> speakers = speakers_of(**record);
    if (!speakers) return tl::unexpected(speakers.error());
    how_.speakers = std::move(*speakers);
    const Result<std::vector<StoredComment>> comments = (*record)->comments();
    if (!comments) return tl::unexpected(comments.error());
    for (const StoredComment& stored : *comments) {
      const std::optional<std::size_t> on = base_labelled(stored.info.on);
      if (!on || !stored.replaced_by.empty()) continue;
      const Result<RecordedComment> recorded = recorded_comment(**record, stored);
      if (!recorded) return tl::unexpected(recorded.error());
      if (const Status added = add(*on, recorded->text, recorded->source, stored.withdrawn); !added) return added;
    }
    return {};
  }

  /// Files of a folder: on the draft that a manifest names, else on every draft of the chain that their date allows.
  Status read_folder(const std::string& folder) {
    std::vector<std::size_t> bases;
    std::vector<const Draft*> drafts;
    for (std::size_t draft = 0; draft < chain_.drafts.size(); ++draft) {
      if (!is_base(draft)) continue;
      bases.push_back(draft);
      drafts.push_back(&chain_.drafts[draft]);
    }
    Result<std::vector<CommentFolder>> found = read_comment_folders(session_, folder, {}, drafts);
    if (!found) return tl::unexpected(found.error());
    for (std::size_t i = 0; i < bases.size(); ++i) {
      const std::size_t draft = bases[i];
      how_.speakers = Speakers(std::move((*found)[i].groups));
      for (CommentFile& file : (*found)[i].files) {
        const std::string& date = chain_.links[draft].date;
        if (!file.date.empty() && !date.empty() && file.date < date) continue;  // it was on an earlier one
        Reading& reading = file.input.reading;
        const CommentSource source{
            file.name, file.by, chain_.drafts[draft].label, file.date, std::move(reading.revisions), std::move(reading.margin)};
        if (const Status added = add(draft, reading.text, source, false); !added) return added;
      }
    }
    return {};
  }

  Result<std::vector<std::optional<Attribution>>> find() {
    const Result<std::vector<StoredRuling>> rulings = rulings_of(session_);
    if (!rulings) return tl::unexpected(rulings.error());
    std::vector<std::optional<Attribution>> result(chain_.drafts.size());
    for (std::size_t draft = 0; draft < chain_.drafts.size(); ++draft) {
      const std::optional<std::size_t> base = chain_.links[draft].base;
      if (!base || changes_[draft] == nullptr) continue;
      const Draft& from = chain_.drafts[*base];
      const Draft& to = chain_.drafts[draft];
      const std::vector<Ruling> ruled = rulings_between(*rulings, from.label, to.label);
      result[draft] = attribute(from.document, to.document, *changes_[draft], candidates(draft, *base), ruled, how_);
      for (const Diagnostic& note : result[draft]->notes) session_.warn(note.message);
    }
    return result;
  }

  /// Leaves in the attributions what concerns one group.
  Status keep_only(const std::string& name, std::vector<std::optional<Attribution>>& found) const {
    const Result<std::string> group = group_named(name, found);
    if (!group) return tl::unexpected(group.error());
    for (std::size_t draft = 0; draft < found.size(); ++draft) {
      if (found[draft]) found[draft] = only_of(*found[draft], *group, candidates(draft, *chain_.links[draft].base));
    }
    return {};
  }

 private:
  /// The group as comments and brackets name it.
  Result<std::string> group_named(const std::string& name, const std::vector<std::optional<Attribution>>& found) const {
    const std::string wanted = how_.speakers.resolve(name);
    std::vector<std::string> names;
    for (const std::deque<Read>& comments : comments_of_) {
      for (const Read& read : comments) names.insert(names.end(), read.comment.by.begin(), read.comment.by.end());
    }
    for (const std::optional<Attribution>& attribution : found) {
      for (const AttributedEdit& edit : attribution ? attribution->edits : std::vector<AttributedEdit>()) {
        for (const std::string& group : edit.groups()) names.push_back(group);
      }
    }
    for (const std::string& known : names) {
      if (fold_case(known) == fold_case(wanted)) return known;
    }
    return usage_error("no comment is by \"" + name + "\"", "name a group as its comments do");
  }

  struct Read {
    Comment comment;
    bool withdrawn = false;
  };

  bool is_base(std::size_t draft) const {
    return std::any_of(chain_.links.begin(), chain_.links.end(), [&](const Link& link) { return link.base == draft; });
  }

  /// The draft of a label, where another was made from it.
  std::optional<std::size_t> base_labelled(const std::string& label) const {
    for (std::size_t draft = 0; draft < chain_.drafts.size(); ++draft) {
      if (chain_.drafts[draft].label == label && is_base(draft)) return draft;
    }
    return std::nullopt;
  }

  Status add(std::size_t draft, const std::string& text, const CommentSource& source, bool withdrawn) {
    if (!registry_) {
      Result<Registry> registry = session_.registry();
      if (!registry) return tl::unexpected(registry.error());
      registry_ = std::move(*registry);
    }
    comments_of_[draft].push_back(
        {read_comment(text, source, chain_.drafts[draft].document, *registry_, how_.speakers), withdrawn});
    return {};
  }

  /// What may lie behind the changes of a draft: the comments on its base, and on those that this was made from.
  std::vector<CommentOn> candidates(std::size_t draft, std::size_t base) const {
    std::vector<CommentOn> list;
    std::optional<std::size_t> on = base;
    for (std::size_t back = 0; on && back < kDraftsBack; ++back, on = chain_.links[*on].base) {
      const std::string& label = chain_.drafts[*on].label;
      for (const Read& read : comments_of_[*on]) {
        if (!is_candidate({label, read.comment.date}, {label}, chain_.links[draft].date)) continue;
        list.push_back({&read.comment, *on == base ? nullptr : &chain_.drafts[*on].document, read.withdrawn});
      }
    }
    return list;
  }

  Session& session_;
  const DraftChain& chain_;
  const std::vector<const DocumentDiff*>& changes_;
  std::vector<std::deque<Read>> comments_of_;  ///< by draft
  std::optional<Registry> registry_;
  AttributeOptions how_;
};

}  // namespace

Result<std::vector<std::optional<Attribution>>> attributions_of(Session& session, const DraftChain& chain,
                                                                const std::vector<const DocumentDiff*>& changes,
                                                                const std::optional<std::string>& comments,
                                                                const std::string& only) {
  Attributions attributions(session, chain, changes);
  const Status read = comments ? attributions.read_folder(*comments) : attributions.read_recorded();
  if (!read) return tl::unexpected(read.error());
  Result<std::vector<std::optional<Attribution>>> found = attributions.find();
  if (!found || only.empty()) return found;
  if (const Status kept = attributions.keep_only(only, *found); !kept) return tl::unexpected(kept.error());
  return found;
}

}  // namespace travaux::cli
