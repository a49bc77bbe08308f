// Who asked for what, as JSON.
#include <algorithm>
#include <limits>

#include "report/attribution.h"
#include "report/json.h"
#include "report/origin.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;

namespace {

/// A proposal's number as printed: an integer where it is one.
Json number_json(const std::optional<std::string>& number) {
  if (!number || number->empty()) return nullptr;
  const bool digits = std::all_of(number->begin(), number->end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || number->size() > 9 || (number->size() > 1 && number->front() == '0')) return *number;
  return std::stoi(*number);
}

class AttributionJson {
 public:
  AttributionJson(const Attribution& attribution, const std::vector<CommentOn>& comments)
      : attribution_(attribution), comments_(comments) {}

  Json write(const AttributionReport& report) const {
    Json edits = Json::array(), proposals = Json::array(), notes = Json::array();
    for (std::size_t e = 0; e < attribution_.edits.size(); ++e) edits.push_back(edit_json(e));
    for (const FatedProposal& fated : attribution_.proposals) proposals.push_back(proposal_json(fated));
    for (const Diagnostic& note : attribution_.notes) notes.push_back(note.message);
    Json json = {{"schema", "travaux/attribution/1"},  {"from", {{"label", report.from_label}}},
                 {"to", {{"label", report.to_label}}}, {"for", report::text_or_null(report.only)},
                 {"edits", std::move(edits)},          {"proposals", std::move(proposals)},
                 {"summary", summary_json()},          {"notes", std::move(notes)}};
    if (!report.notices.empty()) json["notices"] = report.notices;
    report::add_origin(json, report.origin);
    return json;
  }

 private:
  static std::string id_of(std::size_t edit) { return "e" + std::to_string(edit + 1); }

  /// By which comment, and which number in it.
  Json ref_json(const ProposalRef& ref) const {
    return {{"comment", comments_[ref.comment].comment->id}, {"number", number_json(report::proposal_of(comments_, ref).number)}};
  }

  Json source_json(const Source& source) const {
    Json json = {{"by", source.by}};
    json.update(source.proposal ? ref_json(*source.proposal) : Json{{"comment", nullptr}, {"number", nullptr}});
    json["score"] = source.score;
    json["how"] = name_of(source.how);
    json["evidence"] = source.evidence;
    return json;
  }

  Json edit_json(std::size_t e) const {
    const AttributedEdit& edit = attribution_.edits[e];
    Json sources = Json::array();
    for (const Source& source : edit.sources) sources.push_back(source_json(source));
    return {{"id", id_of(e)},
            {"item", {{"from", report::text_or_null(edit.from_item)}, {"to", report::text_or_null(edit.to_item)}}},
            {"section", report::text_or_null(edit.section)},
            {"instrument", report::text_or_null(edit.instrument)},
            {"target", name_of(edit.target)},
            {"change", edit.change},
            {"from", edit.from},
            {"to", edit.to},
            {"class", edit.edit ? Json(name_of(edit.edit_class)) : Json()},
            {"strength", edit.strength == Strength::kNone ? Json() : Json(name_of(edit.strength))},
            {"status", report::status_of(edit)},
            {"sources", std::move(sources)}};
  }

  Json proposal_json(const FatedProposal& fated) const {
    const Proposal& proposal = report::proposal_of(comments_, fated.proposal);
    const std::vector<std::string>& askers = report::askers_of(comments_, fated.proposal);
    Json targets = Json::array(), edits = Json::array(), competing = Json::array();
    for (const Target& target : proposal.targets) targets.push_back(target.address.empty() ? target.printed : target.address);
    for (const std::size_t e : fated.edits) edits.push_back(id_of(e));
    for (const ProposalRef& ref : fated.competing) {
      Json other = {{"by", joined(report::askers_of(comments_, ref))}};
      other.update(ref_json(ref));
      competing.push_back(std::move(other));
    }
    Json json = {{"by", joined(askers)}, {"groups", askers}};
    json.update(ref_json(fated.proposal));
    json["line"] = proposal.line;
    json["asks"] = name_of(proposal.asks);
    json["target"] = targets.empty() ? Json() : targets.front();
    json["targets"] = std::move(targets);
    json["text"] = report::request_of(proposal);
    json["fate"] = fated.fate == ProposalFate::kNone ? Json() : Json(name_of(fated.fate));
    json["why"] = report::text_or_null(fated.why);
    json["edits"] = std::move(edits);
    json["competing"] = std::move(competing);
    json["ruled"] = fated.ruled;
    return json;
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  Json summary_json() const {
    Json edits = {{"attributed", 0}, {"joint", 0}, {"unattributed", 0}}, proposals = Json::object(), groups = Json::array();
    for (const AttributedEdit& edit : attribution_.edits)
      edits[report::status_of(edit)] = edits[report::status_of(edit)].get<int>() + 1;
    for (const ProposalFate fate : kFates) {
      const auto count = std::count_if(attribution_.proposals.begin(), attribution_.proposals.end(),
                                       [&](const FatedProposal& fated) { return fated.fate == fate; });
      if (count > 0) proposals[report::fate_name(fate)] = count;
    }
    for (const auto& [group, count] : report::count_groups(attribution_, comments_)) {
      Json fates = Json::object();
      for (const ProposalFate fate : kFates) {
        const auto found = count.proposals.find(report::fate_name(fate));
        if (found != count.proposals.end()) fates[found->first] = found->second;
      }
      groups.push_back({{"by", group}, {"edits", count.edits}, {"proposals", std::move(fates)}});
    }
    return {{"edits", std::move(edits)}, {"proposals", std::move(proposals)}, {"groups", std::move(groups)}};
  }

  static constexpr ProposalFate kFates[] = {ProposalFate::kAccepted,  ProposalFate::kAcceptedInPart, ProposalFate::kNotTakenUp,
                                            ProposalFate::kOvertaken, ProposalFate::kUnplaced,       ProposalFate::kWithdrawn,
                                            ProposalFate::kNone};

  const Attribution& attribution_;
  const std::vector<CommentOn>& comments_;
};

}  // namespace

std::string attribution_json(const Attribution& attribution, const std::vector<CommentOn>& comments,
                             const AttributionReport& report) {
  return report::print(AttributionJson(attribution, comments).write(report));
}

}  // namespace travaux
