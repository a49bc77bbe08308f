// Whose marks the authors of a Word file make: people's names to those of groups.
#pragma once

#include <map>
#include <string>

#include "travaux/comment.h"
#include "travaux/error.h"

namespace travaux::cli {

/// The names that Word prints, without case and surplus white space, to the group that each speaks for ("CARICOM", or several
/// parted by commas).
using Authors = std::map<std::string, std::string>;

/// Reads {"Jane Doe": "CARICOM", …}; no path: none. Fails with `kInput` on what is no such object.
Result<Authors> read_authors(const std::string& path);

/// Puts the groups in the place of the authors of revisions and margin notes. A name that the map has not stays as it is.
void name_groups(CommentSource& source, const Authors& authors);

}  // namespace travaux::cli
