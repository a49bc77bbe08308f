#include "cli/chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace travaux::cli {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// ---------------------------------------------------------------------------------------------------------------------
// A chain that is given

/// What the record says of a draft; nothing for a plain file.
Result<Link> link_of(Session& session, const std::string& name, const Draft& draft) {
  if (!draft.path.empty()) return Link{{}, {}, draft.document.date, {}};
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<StoredDraft> stored = (*record)->find_draft(name);
  if (!stored) return tl::unexpected(stored.error());
  return Link{{}, stored->info.round, stored->info.date, stored->info.by};
}

/// Which of the names of a chain is the draft: the same name, else the one draft of that label.
Result<std::size_t> place_in_chain(const std::string& draft, const std::vector<std::string>& names,
                                   const std::vector<Draft>& drafts) {
  const auto name = std::find(names.begin(), names.end(), draft);
  if (name != names.end()) return static_cast<std::size_t>(name - names.begin());
  const auto is_it = [&](const Draft& one) { return one.label == draft; };
  const auto label = std::find_if(drafts.begin(), drafts.end(), is_it);
  if (std::count_if(drafts.begin(), drafts.end(), is_it) == 1) return static_cast<std::size_t>(label - drafts.begin());
  return usage_error(fmt::format("the draft \"{}\" is not among those of --chain", draft), "name it there too, in its place");
}

Result<DraftChain> given_chain(Session& session, const std::string& draft, const std::vector<std::string>& names) {
  Result<std::vector<Draft>> drafts = load_drafts(session, names);
  if (!drafts) return tl::unexpected(drafts.error());
  const Result<std::size_t> asked = place_in_chain(draft, names, *drafts);
  if (!asked) return tl::unexpected(asked.error());
  DraftChain chain{std::move(*drafts), {}, *asked};
  for (std::size_t i = 0; i < names.size(); ++i) {
    Result<Link> link = link_of(session, names[i], chain.drafts[i]);
    if (!link) return tl::unexpected(link.error());
    if (i > 0) link->base = i - 1;
    chain.links.push_back(std::move(*link));
  }
  return chain;
}

// ---------------------------------------------------------------------------------------------------------------------
// The record's

/// The drafts that stand, and which was made from which.
class Standing {
 public:
  static Result<Standing> read(const Record& record) {
    Result<std::vector<StoredDraft>> drafts = record.drafts();
    if (!drafts) return tl::unexpected(drafts.error());
    Standing recorded;
    recorded.drafts_ = std::move(*drafts);
    for (const StoredDraft& draft : recorded.drafts_) {
      const Result<std::size_t> base = recorded.index_of(record, draft.info.based_on);
      if (!base) return tl::unexpected(base.error());
      recorded.bases_.push_back(*base);
    }
    return recorded;
  }

  const StoredDraft& draft(std::size_t index) const { return drafts_[index]; }

  /// The draft that a label means now; kNone for no label, or one of a draft that does not stand.
  Result<std::size_t> index_of(const Record& record, const std::string& label) {
    if (label.empty()) return kNone;
    const auto [known, fresh] = index_of_label_.try_emplace(label, kNone);
    if (!fresh) return known->second;
    const Result<StoredDraft> stored = record.find_draft(label);
    if (!stored) return tl::unexpected(stored.error());
    return known->second = index_of_commit(stored->commit);
  }

  std::size_t index_of_commit(const std::string& commit) const {
    const auto same = [&](const StoredDraft& draft) { return draft.commit == commit; };
    const auto found = std::find_if(drafts_.begin(), drafts_.end(), same);
    return found == drafts_.end() ? kNone : static_cast<std::size_t>(found - drafts_.begin());
  }

  /// All that a draft was made from and all that was made from it, in the order they were recorded.
  std::vector<std::size_t> chain_of(std::size_t asked) const {
    std::vector<bool> in_chain(drafts_.size(), false);
    for (std::size_t d = asked; d != kNone && !in_chain[d]; d = bases_[d]) in_chain[d] = true;
    std::vector<std::size_t> waiting{asked};
    while (!waiting.empty()) {
      const std::size_t base = waiting.back();
      waiting.pop_back();
      for (std::size_t d = 0; d < drafts_.size(); ++d) {
        if (bases_[d] != base || in_chain[d]) continue;
        in_chain[d] = true;
        waiting.push_back(d);
      }
    }
    std::vector<std::size_t> chain;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (in_chain[d]) chain.push_back(d);
    }
    return chain;
  }

  Link link(std::size_t index, const std::vector<std::size_t>& chain) const {
    const DraftInfo& info = drafts_[index].info;
    Link link{{}, info.round, info.date, info.by};
    const auto base = std::find(chain.begin(), chain.end(), bases_[index]);
    if (base != chain.end()) link.base = static_cast<std::size_t>(base - chain.begin());
    return link;
  }

 private:
  std::vector<StoredDraft> drafts_;
  std::vector<std::size_t> bases_;
  std::map<std::string, std::size_t> index_of_label_;
};

/// The draft that was named as it stands now; kNone where it does not stand on the record's branch.
Result<std::size_t> standing(Session& session, const Record& record, Standing& recorded, const std::string& name) {
  const Result<StoredDraft> named = record.find_draft(name);
  if (!named) return tl::unexpected(named.error());
  const std::size_t index = recorded.index_of_commit(named->commit);
  if (index != kNone) return index;
  const Result<std::size_t> latest = recorded.index_of(record, named->info.label);
  if (latest && *latest != kNone) {
    session.note(fmt::format("{} has been corrected since; its latest wording is followed", named->info.label));
  }
  return latest;
}

Result<DraftChain> recorded_chain(Session& session, const Standing& recorded, std::size_t asked) {
  const std::vector<std::size_t> indices = recorded.chain_of(asked);
  std::vector<std::string> names;
  for (const std::size_t index : indices) names.push_back(recorded.draft(index).commit);  // a label could look like a file
  Result<std::vector<Draft>> drafts = load_drafts(session, names);
  if (!drafts) return tl::unexpected(drafts.error());
  DraftChain chain{std::move(*drafts), {}, 0};
  for (std::size_t i = 0; i < indices.size(); ++i) {
    chain.links.push_back(recorded.link(indices[i], indices));
    if (indices[i] == asked) chain.asked = i;
  }
  return chain;
}

Result<DraftChain> alone(Session& session, Draft draft, const std::string& name) {
  const Result<Link> link = link_of(session, name, draft);
  if (!link) return tl::unexpected(link.error());
  session.note(fmt::format("{} stands alone here; --chain names the drafts before and after it", draft.label));
  DraftChain chain;
  chain.drafts.push_back(std::move(draft));
  chain.links.push_back(*link);
  return chain;
}

}  // namespace

Result<DraftChain> load_chain(Session& session, const std::string& draft, const std::vector<std::string>& names) {
  if (!names.empty()) return given_chain(session, draft, names);
  Result<std::vector<Draft>> one = load_drafts(session, {draft});
  if (!one) return tl::unexpected(one.error());
  if (!one->front().path.empty()) return alone(session, std::move(one->front()), draft);
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  Result<Standing> recorded = Standing::read(**record);
  if (!recorded) return tl::unexpected(recorded.error());
  const Result<std::size_t> asked = standing(session, **record, *recorded, draft);
  if (!asked) return tl::unexpected(asked.error());
  if (*asked == kNone) return alone(session, std::move(one->front()), draft);
  return recorded_chain(session, *recorded, *asked);
}

std::vector<std::size_t> way_back(const DraftChain& chain) {
  std::vector<std::size_t> way{chain.asked};
  while (const std::optional<std::size_t> base = chain.links[way.back()].base) {
    if (std::find(way.begin(), way.end(), *base) != way.end()) break;
    way.push_back(*base);
  }
  return way;
}

}  // namespace travaux::cli
