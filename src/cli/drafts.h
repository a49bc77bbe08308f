// From what a draft is called on the command line to the draft itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/files.h"
#include "cli/session.h"
#include "travaux/model.h"
#include "travaux/record.h"

namespace travaux::cli {

/// A draft as a command works on it.
struct Draft {
  std::string label;      ///< what reports call it: its label, else the file's name
  bool has_label = true;  ///< false: `label` is the file's name, which must not get into a redline
  std::string path;       ///< of a plain file; empty for a draft of the record
  Document document;      ///< its own label is `label`
  Origin origin = Origin::kUnsaid;
  std::string sha256;    ///< of the bytes as received
  std::string date, by;  ///< of the record, of a plain file what its text says; empty: not said
  std::optional<int> round;
  std::vector<std::size_t> source_lines;  ///< of a plain file: the file's line for each line of the text
  std::vector<Diagnostic> read_notes;     ///< of a plain file: what the reader had to say
};

/// What a name means in help texts and errors.
inline constexpr const char* kDraftHelp =
    "A draft is a file, \"-\" for standard input, or in a record a label, a tag, round:N or a Git revision.\n"
    "In a record its drafts come before files of the same name; a path that begins with ./ is always a file.";

/// Loads drafts and resolves their instruments together. Diagnostics of plain files then tell the files' lines.
Result<std::vector<Draft>> load_drafts(Session& session, const std::vector<std::string>& names);

/// A plain file that has been read, parsed.
Draft draft_of(const Input& input, std::optional<Family> profile);

/// Gives the citations of the drafts their instruments, and diagnostics the lines of the files they were read from.
void settle_drafts(const std::vector<Draft*>& drafts, const Registry& registry);

/// A sentence for each draft that is no historical document.
std::vector<std::string> notices(const std::vector<Draft>& drafts);

/// A report under what its reader must know first.
StyledText with_notices(const std::vector<std::string>& sentences, const StyledText& report);

/// Puts the warnings about plain files on stderr.
void tell_warnings(const Session& session, const Draft& draft);

}  // namespace travaux::cli
