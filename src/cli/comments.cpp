#include "cli/comments.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/asked.h"

namespace travaux::cli {

Result<Speakers> speakers_of(Session& session) {
  const Result<Record*> record = session.record_if_any();
  if (!record) return tl::unexpected(record.error());
  if (*record == nullptr) return Speakers();
  return speakers_of(**record);
}

Comment comment_of(const Input& input, const CommentSource& source, const Draft& draft, const Registry& registry,
                   const Speakers& speakers, const Authors& authors) {
  CommentSource complete = source;
  complete.revisions = input.reading.revisions;
  complete.margin = input.reading.margin;
  name_groups(complete, authors);
  Comment comment = read_comment(input.reading.text, complete, draft.document, registry, speakers);
  const auto tell_file_line = [&](std::size_t& line) {
    if (line >= 1 && line <= input.reading.source_lines.size()) line = input.reading.source_lines[line - 1];
  };
  for (Proposal& proposal : comment.proposals) tell_file_line(proposal.line);
  for (Diagnostic& diagnostic : comment.diagnostics) tell_file_line(diagnostic.line);
  const std::vector<Diagnostic>& notes = input.reading.diagnostics;
  comment.diagnostics.insert(comment.diagnostics.begin(), notes.begin(), notes.end());
  std::stable_sort(comment.diagnostics.begin(), comment.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return comment;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void note_unknown_group(const Session& session, const Record& record, const std::string& by) {
  const Result<Negotiation> negotiation = record.negotiation();
  if (!negotiation || negotiation->groups.empty()) return;
  const Result<Speakers> speakers = speakers_of(record);
  if (speakers && speakers->find(by)) return;
  std::string names;
  for (const Group& group : negotiation->groups) names += (names.empty() ? "" : ", ") + group.name;
  session.note(fmt::format("{} is no group of this record, nor a member of one ({})", by, names));
}

}  // namespace travaux::cli
