#include "cli/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/output.h"
#include "record/sha256.h"
#include "travaux/parse.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

bool is_surely_a_file(const std::string& name) {
  return name == kStandardInput || name.starts_with("./") || name.starts_with("../") || name.starts_with('/');
}

/// Whether a name that nothing bears was more likely meant as a path than as a label.
bool looks_like_a_file(const std::string& name) {
  const fs::path path(name);
  return name.find('/') != std::string::npos || (path.has_extension() && name.find(' ') == std::string::npos);
}

bool file_exists(const std::string& name) {
  std::error_code error;
  return !name.empty() && fs::exists(name, error);
}

Result<Draft> load_file(const Session& session, const std::string& path) {
  const Result<Input> input = read_input(path, session.read_options());
  if (!input) return tl::unexpected(input.error());
  return draft_of(*input, session.profile());
}

Draft draft_of(const Session& session, StoredDraft stored) {
  Draft draft;
  draft.label = stored.info.label;
  draft.origin = stored.info.origin;
  draft.sha256 = stored.info.sha256;
  draft.date = stored.info.date;
  draft.by = stored.info.by;
  draft.round = stored.info.round;
  draft.document = parse(std::move(stored.text), session.profile(stored.info.profile));
  draft.document.label = draft.label;
  return draft;
}

Result<Draft> load_without_record(const Session& session, const std::string& name) {
  if (file_exists(name) || looks_like_a_file(name)) return load_file(session, name);
  return tl::unexpected(Error{ErrorCode::kNotFound,
                              fmt::format("there is no draft \"{}\"", name),
                              {},
                              "no file has that name, and neither this folder nor one above it is a record",
                              "name a file, or the record with -C DIR"});
}

Result<Draft> load_draft(Session& session, const std::string& name) {
  if (is_surely_a_file(name)) return load_file(session, name);
  const Result<Record*> record = session.record_if_any();
  if (!record) return tl::unexpected(record.error());
  if (*record == nullptr) return load_without_record(session, name);
  Result<StoredDraft> stored = (*record)->find_draft(name);
  if (stored) return draft_of(session, std::move(*stored));
  Error error = stored.error();
  if (error.code != ErrorCode::kNotFound) return tl::unexpected(std::move(error));
  if (file_exists(name)) return load_file(session, name);
  if (looks_like_a_file(name)) error.why = "and there is no file of that name";
  return tl::unexpected(std::move(error));
}

void tell_file_lines(Draft& draft) {
  for (Diagnostic& diagnostic : draft.document.diagnostics) {
    if (diagnostic.line >= 1 && diagnostic.line <= draft.source_lines.size()) {
      diagnostic.line = draft.source_lines[diagnostic.line - 1];
    }
  }
  auto& all = draft.document.diagnostics;
  all.insert(all.begin(), draft.read_notes.begin(), draft.read_notes.end());
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
}

}  // namespace

Draft draft_of(const Input& input, std::optional<Family> profile) {
  Draft draft;
  draft.path = input.path;
  draft.document = parse(input.reading.text, profile);
  draft.sha256 = sha256_hex(input.bytes);
  draft.date = draft.document.date;
  draft.label = draft.document.label;
  draft.has_label = !draft.label.empty();
  const std::string name = fs::path(input.path).filename().string();
  if (!draft.has_label) draft.label = input.path == kStandardInput ? shown_path(input.path) : name;
  draft.document.label = draft.label;
  draft.source_lines = input.reading.source_lines;
  draft.read_notes = input.reading.diagnostics;
  return draft;
}

void settle_drafts(const std::vector<Draft*>& drafts, const Registry& registry) {
  std::vector<Document*> documents;
  for (Draft* draft : drafts) documents.push_back(&draft->document);
  resolve_instruments(documents, registry);
  for (Draft* draft : drafts) {
    if (!draft->path.empty()) tell_file_lines(*draft);
  }
}

Result<std::vector<Draft>> load_drafts(Session& session, const std::vector<std::string>& names) {
  if (std::count(names.begin(), names.end(), kStandardInput) > 1) {
    return usage_error("standard input can be read only once", "put one of the two drafts in a file");
  }
  std::vector<Draft> drafts;
  Progress progress("reading", session.common().quiet);
  for (const std::string& name : names) {
    Result<Draft> draft = load_draft(session, name);
    if (!draft) return tl::unexpected(draft.error());
    drafts.push_back(std::move(*draft));
    progress.update(drafts.size(), names.size());
  }
  progress.clear();
  const Result<Registry> registry = session.registry();
  if (!registry) return tl::unexpected(registry.error());
  std::vector<Draft*> all;
  for (Draft& draft : drafts) all.push_back(&draft);
  settle_drafts(all, *registry);
  for (const Draft& draft : drafts) tell_warnings(session, draft);
  return drafts;
}

std::vector<std::string> notices(const std::vector<Draft>& drafts) {
  std::vector<std::string> sentences;
  for (const Draft& draft : drafts) {
    if (draft.origin != Origin::kConstructed) continue;
    std::string sentence = fmt::format("{} is a constructed example, not a historical document.", draft.label);
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

StyledText with_notices(const std::vector<std::string>& sentences, const StyledText& report) {
  StyledText text;
  for (const std::string& sentence : sentences) text.push_back({{{Style::kNote, sentence}}, 0, 0, true});
  if (!text.empty()) text.emplace_back();
  text.insert(text.end(), report.begin(), report.end());
  return text;
}

void tell_warnings(const Session& session, const Draft& draft) {
  if (draft.path.empty()) return;
  for (const Diagnostic& diagnostic : draft.document.diagnostics) {
    if (diagnostic.severity != Severity::kWarning) continue;
    session.warn(fmt::format("{}:{}: {}", shown_path(draft.path), diagnostic.line, diagnostic.message));
  }
}

}  // namespace travaux::cli
