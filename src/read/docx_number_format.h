// One number as a list prints it: "4", "iv", "D", "4th", "Fourth".
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// `format` is a w:numFmt ("lowerRoman"); one that is not known prints as figures. Spelled-out formats are in `language`
/// (ISO 639). Letters past z are doubled, as Word does ("aa", "bb"). "bullet" and "none" print nothing.
std::string number_text(int value, std::string_view format, const std::string& language);

}  // namespace travaux
