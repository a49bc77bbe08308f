// One of several texts for a place, found by its label in the text of an item: "Option 3: …".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "travaux/text.h"

namespace travaux {

/// "option 3": the option of that number or letter in a text, from its label to the next one or the text's end, whatever the
/// draft calls it ("Alternative 3"). Labels stand at the beginning of a line, in brackets or not. Empty: there is none, or
/// several have that number. Linear.
std::optional<Span> option_in(std::string_view text, const std::string& portion);

}  // namespace travaux
