#include "cli/recording.h"
#include "cli/story.h"
#include "report/brackets.h"
#include "report/json.h"

namespace travaux::cli {
namespace {

using report::Json;
using report::text_or_null;

Json number_or_null(const std::optional<int>& number) { return number ? Json(*number) : Json(); }

Json draft_json(const Story& story, const Event& event) {
  const DraftInfo& draft = *event.draft;
  Json json = {{"kind", "draft"},
               {"commit", event.commit},
               {"label", draft.label},
               {"round", number_or_null(draft.round)},
               {"date", text_or_null(draft.date)},
               {"by", text_or_null(draft.by)},
               {"language", text_or_null(draft.language)},
               {"based_on", text_or_null(draft.based_on)},
               {"corrects", text_or_null(draft.corrects)},
               {"origin", text_or_null(name_of(draft.origin))}};
  if (const auto open = story.open.find(event.commit); open != story.open.end()) report::add_counts(json, open->second);
  return json;
}

Json comment_json(const Story& story, const Event& event) {
  const CommentInfo& comment = *event.comment;
  const auto stored = story.comments.find(event.path);
  const bool known = stored != story.comments.end();
  return {{"kind", "comment"},
          {"commit", event.commit},
          {"path", event.path},
          {"by", comment.by},
          {"on", comment.on},
          {"round", number_or_null(comment.round)},
          {"date", text_or_null(comment.date)},
          {"replaces", text_or_null(comment.replaces)},
          {"origin", text_or_null(name_of(comment.origin))},
          {"withdrawn", known && stored->second.withdrawn},
          {"replaced_by", known ? text_or_null(stored->second.replaced_by) : Json()}};
}

Json event_json(const Story& story, const Event& event) {
  if (event.draft) return draft_json(story, event);
  if (event.kind == EventKind::kComment && event.comment) return comment_json(story, event);
  if (event.kind == EventKind::kWithdrawal) {
    return {{"kind", "withdrawal"}, {"commit", event.commit}, {"path", event.path}, {"reason", text_or_null(event.reason)}};
  }
  if (event.ruling) {
    return {{"kind", event.kind == EventKind::kRuling ? "ruling" : "ruling taken back"},
            {"commit", event.commit},
            {"path", event.path},
            {"subject", event.subject},
            {"reason", text_or_null(event.reason.empty() ? event.ruling->reason : event.reason)}};
  }
  return {{"kind", event.kind == EventKind::kInit ? "init" : "other"}, {"commit", event.commit}, {"subject", event.subject}};
}

}  // namespace

std::string story_json(const Story& story) {
  Json json = {{"schema", "travaux/log/1"}, {"title", story.negotiation.title}, {"language", story.negotiation.language}};
  json["groups"] = Json::array();
  for (const Group& group : story.negotiation.groups) {
    json["groups"].push_back(Json{{"name", group.name}, {"members", group.members}, {"aliases", group.aliases}});
  }
  json["events"] = Json::array();
  for (const Event& event : story.events) json["events"].push_back(event_json(story, event));
  return report::print(json);
}

}  // namespace travaux::cli
