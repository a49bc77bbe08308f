#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/story.h"

namespace travaux::cli {
namespace {

Result<int> run(Session& session) {
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  const Result<Story> story = read_story(**record);
  if (!story) return tl::unexpected(story.error());
  const Status shown = session.json() ? session.print(story_json(*story)) : session.print(story_text(*story));
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_log(Arguments&) {
  return [](Session& session) { return run(session); };
}

}  // namespace travaux::cli
