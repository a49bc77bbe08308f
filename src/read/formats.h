// Files that are no plain text, known by how they begin.
#pragma once

#include <optional>
#include <string_view>

#include "travaux/error.h"

namespace travaux {

/// The error for a file whose first bytes say that it is a Word file, a PDF, an image…; nothing for what may be text.
std::optional<Error> refuse_known_format(std::string_view bytes, std::string_view name);

}  // namespace travaux
