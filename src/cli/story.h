// What happened in a negotiation, round by round.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "travaux/record.h"
#include "travaux/report.h"

namespace travaux::cli {

struct Story {
  Negotiation negotiation;
  std::vector<Event> events;                     ///< oldest first
  std::map<std::string, StoredComment> comments;  ///< by path, without their texts
};

Result<Story> read_story(const Record& record);

StyledText story_text(const Story& story);
/// `travaux/log/1`.
std::string story_json(const Story& story);

}  // namespace travaux::cli
