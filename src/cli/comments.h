// From a file to what it asks for.
#pragma once

#include <string>
#include <vector>

#include "cli/authors.h"
#include "cli/drafts.h"
#include "cli/files.h"
#include "travaux/comment.h"

namespace travaux::cli {

/// The groups that the record knows; none where there is no record.
Result<Speakers> speakers_of(Session& session);

/// What a file's text asks of a draft. Lines are the file's.
Comment comment_of(const Input& input, const CommentSource& source, const Draft& draft, const Registry& registry,
                   const Speakers& speakers, const Authors& authors = {});

/// Tells of a group that the record does not know: it is recorded all the same, but it may be a slip of the pen.
void note_unknown_group(const Session& session, const Record& record, const std::string& by);

/// The groups as one name: "CARICOM, SICA".
std::string joined_names(const std::vector<std::string>& names);

}  // namespace travaux::cli
