#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/files.h"
#include "cli/items.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "report/json.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::cli {
namespace {

struct Options {
  bool repair = false;
};

const char* name_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::kDamaged:
      return "damaged";
    case FindingKind::kMissingTag:
      return "missing tag";
    case FindingKind::kStaleDerived:
      return "stale";
    case FindingKind::kOlderReader:
      return "older reader";
    case FindingKind::kNote:
      break;
  }
  return "note";
}

/// The reader and the parser of today.
Rederive rederive(Progress& progress) {
  Rederive today;
  today.reader_version = kReaderVersion;
  today.parser_version = kParserVersion;
  const auto reader = [](ReadOptions::TrackedChanges changes) {
    return [changes](const std::string& bytes, const std::string& name) -> Result<std::string> {
      ReadOptions options = default_read_options();
      options.tracked_changes = changes;
      Result<Reading> reading = read_bytes(bytes, name, options);
      if (!reading) return tl::unexpected(reading.error());
      return std::move(reading->text);
    };
  };
  today.read = reader(ReadOptions::TrackedChanges::kAccept);
  today.read_rejected = reader(ReadOptions::TrackedChanges::kReject);
  today.items = [](const std::string& text) { return derive_items(text); };
  today.items_as = [](const std::string& text, const std::string& profile) { return derive_items(text, profile); };
  today.progress = [&progress](std::size_t done, std::size_t total) { progress.update(done, total); };
  return today;
}

std::string report_json(const VerifyReport& report) {
  report::Json json = {{"schema", "travaux/verify/1"}, {"sound", report.sound()},     {"commits", report.commits},
                       {"drafts", report.drafts},      {"comments", report.comments}, {"objects", report.objects}};
  json["findings"] = report::Json::array();
  for (const VerifyFinding& finding : report.findings) {
    json["findings"].push_back(report::Json{
        {"kind", name_of(finding.kind)}, {"where", finding.where}, {"message", finding.message}, {"repaired", finding.repaired}});
  }
  return report::print(json);
}

bool can_be_repaired(const VerifyFinding& finding) {
  const bool kind = finding.kind == FindingKind::kMissingTag || finding.kind == FindingKind::kStaleDerived;
  return kind && !finding.repaired;
}

StyledText report_text(const VerifyReport& report) {
  StyledText text;
  const auto add = [&text](std::vector<StyledRun> runs) { text.push_back({std::move(runs), 0, 2, true}); };
  bool repairable = false;
  for (const VerifyFinding& finding : report.findings) {
    const bool bad = finding.kind == FindingKind::kDamaged || can_be_repaired(finding);
    const std::string where = finding.where.empty() ? "" : finding.where + ": ";
    const std::string kind = fmt::format("{}: ", finding.repaired ? "repaired" : name_of(finding.kind));
    add({{bad ? Style::kWarning : Style::kNote, kind}, {Style::kAddress, where}, {Style::kPlain, finding.message}});
    repairable = repairable || can_be_repaired(finding);
  }
  const std::string read =
      fmt::format("read {}, {}, {} and {}: ", plural(report.commits, "commit"), plural(report.drafts, "draft"),
                  plural(report.comments, "comment"), plural(report.objects, "object"));
  const StyledRun sound = {Style::kPlain, "the record is sound"}, unsound = {Style::kWarning, "the record is not sound"};
  add({{Style::kPlain, read}, report.sound() ? sound : unsound});
  if (repairable) add({{Style::kNote, "`travaux verify --repair` mends tags and items"}});
  return text;
}

Result<int> run(const Options& options, Session& session) {
  const Result<Record*> record = session.record();
  if (!record) return tl::unexpected(record.error());
  Progress progress("verifying", session.common().quiet);
  const Result<VerifyReport> report = (*record)->verify(rederive(progress), options.repair);
  progress.clear();
  if (!report) return tl::unexpected(report.error());
  const bool silent = session.common().quiet && report->sound() && !session.json();
  const Status shown = silent           ? Status()
                       : session.json() ? session.print(report_json(*report))
                                        : session.print(report_text(*report));
  if (!shown) return tl::unexpected(shown.error());
  return report->sound() ? kDone : kRefused;
}

}  // namespace

Run declare_verify(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.flag("--repair", options->repair, "write missing tags and items anew; history is never rewritten");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
