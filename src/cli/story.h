// What happened in a negotiation, round by round.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "travaux/brackets.h"
#include "travaux/record.h"
#include "travaux/report.h"

namespace travaux::cli {

struct Story {
  Negotiation negotiation;
  std::vector<Event> events;                      ///< oldest first
  std::map<std::string, StoredComment> comments;  ///< by path, without their texts
  std::map<std::string, OpenCounts> open;         ///< of each draft, by its commit, what it leaves open
};

Result<Story> read_story(const Record& record);

StyledText story_text(const Story& story);
/// `travaux/log/1`.
std::string story_json(const Story& story);

}  // namespace travaux::cli
