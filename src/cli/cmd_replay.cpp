#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/manifest.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "cli/who.h"
#include "travaux/read.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string manifest, folder;
};

volatile std::sig_atomic_t interrupted = 0;

void watch_for_interruption() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const auto before = std::signal(signal, [](int) { interrupted = 1; });
    if (before == SIG_IGN) std::signal(signal, SIG_IGN);  // as under nohup: whoever started us wants it so
  }
}

/// Takes away what a replay made, unless it is told to keep it: half a negotiation would pass for a whole one.
class NewFolder {
 public:
  explicit NewFolder(const std::string& folder) : folder_(folder) {
    std::error_code error;
    first_made_ = fs::absolute(folder_, error).lexically_normal();
    if (!first_made_.has_filename()) first_made_ = first_made_.parent_path();
    was_there_ = fs::exists(first_made_, error);
    for (fs::path up = first_made_; !fs::exists(up, error) && up != up.parent_path(); up = up.parent_path()) first_made_ = up;
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder() {
    std::error_code ignored;
    if (!made_ || keep_) return;
    if (!was_there_) fs::remove_all(first_made_, ignored);
    for (fs::directory_iterator it(folder_, ignored), end; was_there_ && !ignored && it != end; it.increment(ignored)) {
      std::error_code stuck;
      fs::remove_all(it->path(), stuck);
    }
  }

  void made() { made_ = true; }
  void keep() { keep_ = true; }

 private:
  fs::path folder_, first_made_;
  bool was_there_ = false, made_ = false, keep_ = false;
};

/// An event is recorded as of its own date, so that replaying twice makes the same commits; an undated one as of the one before.
class Clock {
 public:
  Clock(Committer now, const Manifest& manifest) : committer_(std::move(now)) {
    for (const ManifestEvent& event : manifest.events) {
      if (advance(date_of(event))) break;
    }
  }

  const Committer& at(const ManifestEvent& event) {
    advance(date_of(event));
    return committer_;
  }
  const Committer& start() const { return committer_; }

 private:
  static const std::string& date_of(const ManifestEvent& event) { return event.is_draft ? event.draft.date : event.comment.date; }
  bool advance(const std::string& date) {
    const auto time = noon_of(date);
    if (time) committer_.time = *time, committer_.offset = 0;
    return time.has_value();
  }

  Committer committer_;
};

Result<std::string> registry_for(const Manifest& manifest, Session& session) {
  if (!session.common().instruments.empty()) {
    const Result<Registry> registry = session.registry();
    if (!registry) return tl::unexpected(registry.error());
    return write_registry(*registry);
  }
  return manifest.registry.empty() ? write_registry(built_in_registry()) : manifest.registry;
}

/// Records one event and says so in a line.
Result<std::string> record_event(Record& record, ManifestEvent& event, const Registry& registry, const Committer& committer) {
  if (!event.is_draft) {
    const Result<Recorded> recorded = record.add_comment(comment_entry(event.input, event.comment), committer);
    if (!recorded) return tl::unexpected(recorded.error());
    const std::size_t paragraphs = paragraphs_of(event.input.reading.text).size();
    return fmt::format("comment by {} on {}: {}", event.comment.by, event.comment.on, plural(paragraphs, "paragraph"));
  }
  const Result<DraftEntry> entry = draft_entry(event.input, event.document, event.draft);
  if (!entry) return tl::unexpected(entry.error());
  const Result<Recorded> recorded = record.add_draft(*entry, committer);
  if (!recorded) return tl::unexpected(recorded.error());
  resolve_instruments({&event.document}, registry);
  return fmt::format("draft {}: {}", entry->info.label, counts_text(count(event.document)));
}

Status record_all(Record& record, Manifest& manifest, const Registry& registry, Clock& clock, const Session& session) {
  Progress progress("replaying", session.common().quiet);
  for (std::size_t i = 0; i < manifest.events.size(); ++i) {
    ManifestEvent& event = manifest.events[i];
    if (interrupted != 0) return {};
    const Result<std::string> line = record_event(record, event, registry, clock.at(event));
    progress.clear();
    if (!line) {
      Error error = line.error();
      error.where = event.where;
      return tl::unexpected(std::move(error));
    }
    if (Status said = session.say(*line); !said) return said;
    progress.update(i + 1, manifest.events.size());
  }
  return {};
}

Result<int> run(const Options& options, Session& session) {
  Result<Manifest> manifest = read_manifest(options.manifest);
  if (!manifest) return tl::unexpected(manifest.error());
  const Result<std::string> json = registry_for(*manifest, session);
  if (!json) return tl::unexpected(json.error());
  const Result<Registry> registry = read_registry(*json, "instruments.json");
  if (!registry) return tl::unexpected(registry.error());

  watch_for_interruption();
  NewFolder folder(options.folder);
  Clock clock(current_committer(), *manifest);
  Result<Record> record = Record::init(options.folder, manifest->negotiation, *json, clock.start());
  if (!record) return tl::unexpected(record.error());
  folder.made();
  if (Status done = record_all(*record, *manifest, *registry, clock, session); !done) return tl::unexpected(done.error());
  if (interrupted != 0) {
    complain("the replay was interrupted; nothing of it was kept");
    return kInterrupted;
  }
  folder.keep();
  const Status said = session.say(fmt::format("{} recorded in {}", plural(manifest->events.size(), "event"), options.folder));
  return said ? Result<int>(kDone) : tl::unexpected(said.error());
}

}  // namespace

Run declare_replay(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("MANIFEST", options->manifest, "a JSON file that lists drafts and comments; history/ holds one");
  arguments.positional("DIR", options->folder, "where to make the record: a new or empty folder");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
