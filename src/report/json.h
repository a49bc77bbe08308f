// What every JSON report has in common: keys in the order they are written, and one way to print.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux::report {

using Json = nlohmann::ordered_json;

/// Two-space indented, with a final line feed; characters that could do harm on a terminal as \u escapes.
std::string print(const Json& json);

/// The text, or null for none.
Json text_or_null(const std::string& text);

Json edits_json(const std::vector<Edit>& edits);

/// An entry of a comparison as `travaux/diff/1` lists it; `from` and `to` are the drafts compared.
Json section_change_json(const SectionDiff& section);
Json item_change_json(const ItemDiff& item);
Json citation_change_json(const CitationDiff& citation, const Document& from, const Document& to);

/// "quotation" or "paraphrase".
const char* name_of(PassageForm form);

}  // namespace travaux::report
