// From an address on the command line to a place of a draft.
#pragma once

#include <string>

#include "cli/drafts.h"

namespace travaux::cli {

/// The item or section of a draft; fails with `kNotFound`, naming addresses near the one given.
Result<Place> find_place(const Draft& draft, const std::string& address);

}  // namespace travaux::cli
