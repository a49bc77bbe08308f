// What changed in the mandates under an item, as text.
#pragma once

#include "report/styled.h"
#include "travaux/diff.h"

namespace travaux::report {

/// Edits of one pair of texts in context, a line for each group of them.
void write_snippets(Writer& out, std::size_t indent, std::string_view from, std::string_view to, const Edit* edits,
                    std::size_t count, std::size_t context);

void write_citation(Writer& out, const CitationDiff& citation, const Document& from, const Document& to, std::size_t context);

/// At the item that a citation moved away from.
void write_citation_left(Writer& out, const CitationDiff& citation);

}  // namespace travaux::report
