// Files that are no plain text, known by how they begin.
#pragma once

#include <optional>
#include <string_view>

#include "travaux/error.h"

namespace travaux {

/// The error for a file whose first bytes say that it is a spreadsheet, an image, an archive…; nothing for what may be text.
std::optional<Error> refuse_known_format(std::string_view bytes, std::string_view name);

/// The error for an empty file whose name promises a document: it was cut off on its way. An empty text is a text.
std::optional<Error> refuse_empty_document(std::string_view bytes, std::string_view name);

/// Whether the bytes are a zip archive that holds a Word file.
bool is_word_file(std::string_view bytes);

/// Whether the bytes begin as a PDF does.
bool is_pdf(std::string_view bytes);

}  // namespace travaux
