#include "cli/rulings.h"

#include <fmt/format.h>

#include <algorithm>

namespace travaux::cli {
namespace {

constexpr ProposalFate kRuled[] = {ProposalFate::kAccepted, ProposalFate::kAcceptedInPart, ProposalFate::kNotTakenUp,
                                   ProposalFate::kOvertaken, ProposalFate::kUnplaced};

std::string quoted(const std::string& text) { return fmt::format("“{}”", text); }

/// "2.1, “old” to “new”".
std::string edit_of(const RulingInfo& ruling) {
  std::string text = ruling.from_item.empty() ? ruling.to_item : ruling.from_item;
  if (!ruling.from_item.empty() && !ruling.to_item.empty() && ruling.from_item != ruling.to_item)
    text += fmt::format(" (now {})", ruling.to_item);
  if (!ruling.from_words.empty() && !ruling.to_words.empty())
    return fmt::format("{}, {} to {}", text, quoted(ruling.from_words), quoted(ruling.to_words));
  if (!ruling.to_words.empty()) return fmt::format("{}, {} inserted", text, quoted(ruling.to_words));
  if (!ruling.from_words.empty()) return fmt::format("{}, {} deleted", text, quoted(ruling.from_words));
  return text;
}

std::string proposal_of(const RulingInfo& ruling) {
  if (ruling.number.empty()) return ruling.comment;
  return fmt::format("{} of {}", ruling.number, ruling.comment);
}

}  // namespace

std::optional<ProposalFate> fate_named(std::string_view name) {
  for (const ProposalFate fate : kRuled) {
    if (name_of(fate) == name) return fate;
  }
  return std::nullopt;
}

std::vector<std::string> fate_names() {
  std::vector<std::string> names;
  for (const ProposalFate fate : kRuled) names.emplace_back(name_of(fate));
  return names;
}

Ruling ruling_of(const RulingInfo& info, const std::string& path) {
  Ruling ruling{path,    RulingKind::kSource, info.from_item, info.to_item,        info.from_words, info.to_words,
                info.by, info.comment,        info.number,    ProposalFate::kNone, info.reason};
  if (info.kind == kSourceRuling && info.says == kNotAsked) ruling.kind = RulingKind::kNoSource;
  if (info.kind == kFateRuling) {
    ruling.kind = RulingKind::kFate;
    ruling.fate = fate_named(info.says).value_or(ProposalFate::kNone);
  }
  return ruling;
}

std::vector<Ruling> rulings_between(const std::vector<StoredRuling>& rulings, const std::string& from, const std::string& to) {
  std::vector<Ruling> result;
  for (const StoredRuling& stored : rulings) {
    const RulingInfo& info = stored.info;
    if (stored.taken_back || info.kind == kMatchRuling || info.from != from || info.to != to) continue;
    result.push_back(ruling_of(info, stored.path));
  }
  return result;
}

std::vector<RuledPair> ruled_pairs(const std::vector<StoredRuling>& rulings, const std::string& from, const std::string& to) {
  std::vector<RuledPair> result;
  for (const StoredRuling& stored : rulings) {
    const RulingInfo& info = stored.info;
    if (stored.taken_back || info.kind != kMatchRuling) continue;
    if (info.from == from && info.to == to) result.push_back({info.from_item, info.to_item, info.says == kSame});
    if (info.from == to && info.to == from) result.push_back({info.to_item, info.from_item, info.says == kSame});
  }
  std::reverse(result.begin(), result.end());  // of two that contradict each other the newer holds
  return result;
}

Result<std::vector<StoredRuling>> rulings_of(Session& session) {
  const Result<Record*> record = session.record_if_any();
  if (!record) return tl::unexpected(record.error());
  if (*record == nullptr) return std::vector<StoredRuling>();
  return (*record)->rulings();
}

Result<DiffOptions> diff_options(Session& session, const Draft& from, const Draft& to) {
  DiffOptions options;
  if (!from.path.empty() || !to.path.empty()) return options;
  const Result<std::vector<StoredRuling>> rulings = rulings_of(session);
  if (!rulings) return tl::unexpected(rulings.error());
  options.ruled = ruled_pairs(*rulings, from.label, to.label);
  return options;
}

std::string sentence_of(const RulingInfo& ruling) {
  if (ruling.kind == kMatchRuling) {
    return fmt::format("{} in {} is {}{} in {}", ruling.from_item, ruling.from, ruling.says == kSame ? "" : "not ",
                       ruling.to_item, ruling.to);
  }
  const std::string between = fmt::format("from {} to {}", ruling.from, ruling.to);
  if (ruling.kind == kFateRuling) return fmt::format("{}, {}: {}", proposal_of(ruling), between, ruling.says);
  const std::string who = ruling.by.empty() ? "nobody" : ruling.by;
  const std::string asked = ruling.says == kNotAsked && !ruling.by.empty() ? "did not ask" : "asked";
  std::string text = fmt::format("{} {} for the change of {}, {}", who, asked, edit_of(ruling), between);
  return ruling.comment.empty() ? text : fmt::format("{} ({})", text, proposal_of(ruling));
}

}  // namespace travaux::cli
