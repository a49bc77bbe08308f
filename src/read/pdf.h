// PDFs, by way of pdftotext.
#pragma once

#include <string_view>

#include "travaux/error.h"
#include "travaux/read.h"

namespace travaux {

/// Reads a PDF: pdftotext (poppler) tells each word's place on its page, in a child process; travaux makes paragraphs of them.
/// Heads, feet, page and line numbers are left out, columns read one after the other, footnotes gathered at the end. Fails with
/// `kInput` where pdftotext is not installed, breaks a limit, or finds a password, damage or no text. `name` is what errors
/// quote.
Result<Reading> read_pdf(std::string_view bytes, std::string_view name, const ReadOptions& options);

/// The same from what `pdftotext -tsv` wrote.
Reading read_pdf_words(std::string_view tsv);

}  // namespace travaux
