// The names that things have on disk: of a derived item, of a source, of a comment's folder, of a tag.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/record.h"

namespace travaux {

/// One part of an address as a file name that every system can check out and that is never one of Git's own. Letters, digits
/// (of any script) and most marks stay; separators, wildcards, control characters, `%` and `~`, a dot or space at either end
/// and the first letter of a device name ("con", "nul") become %XX. What is too long is cut and ends in `~` and a hash.
std::string encode_component(std::string_view part);

/// The path under `draft/items` of each derived file, in the same order. Two that would be one file (also where case does not
/// count) stay two: the later one gets "~2", "~3", before ".txt".
std::vector<std::string> item_paths(const std::vector<DerivedFile>& items);

/// The ending that a source is kept under: lower-case ASCII letters and digits without a dot; "bin" for what is none.
std::string source_extension(std::string_view extension);

/// The last component of a path, whichever way its slashes lean: a record does not tell where on a disk a file had been.
std::string base_name(std::string_view path);

/// The folder of a comment: `comments/<draft slug>/<group slug>/<hash>`. The hash is over both slugs and the source's SHA-256,
/// so that two offices that record the same bytes agree, and `verify` can compute it from the path and the source alone.
std::string comment_folder(std::string_view draft_slug, std::string_view group_slug, std::string_view source_sha256);

/// The file of a ruling, `rulings/<hash>.json`, named by the hash of its bytes; and the one that takes it back.
std::string ruling_file(std::string_view json);
std::string taking_back_file(const std::string& ruling_path);

/// `draft/<slug>`; the `version`-th wording of a corrected draft is `draft/<slug>.<version>` (a slug has no full stop).
std::string draft_tag(std::string_view slug, std::size_t version = 0);

}  // namespace travaux
