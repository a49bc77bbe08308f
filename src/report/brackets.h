// What reports say of brackets and options: one line, one JSON object each.
#pragma once

#include <string>

#include "report/json.h"
#include "report/styled.h"
#include "travaux/bracket_diff.h"

namespace travaux::report {

/// Adds `brackets`, `options` and `placeholders` to an object of counts.
void add_counts(Json& counts, const OpenCounts& open);

/// The brackets of a draft, and its options, as `travaux/draft/1` lists them.
Json brackets_json(const Document& document, const Bracketing& bracketing);
Json options_json(const Document& document, const Bracketing& bracketing);

/// What became of them, as `travaux/diff/1` lists it.
Json bracket_changes_json(const BracketDiff& brackets);
/// How many were opened, settled, …; and how many each draft has.
Json bracket_summary_json(const BracketDiff& brackets);

/// A heading and a line for each change; nothing where there is none.
void write_brackets(Writer& out, const BracketDiff& brackets);
/// A line of the summary; nothing where neither draft has any.
void write_bracket_summary(Writer& out, const BracketDiff& brackets);

}  // namespace travaux::report
