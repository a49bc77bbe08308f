// What the words at the start of a bracket say it is: groups' names, a placeholder, an option's label. Words are data
// (brackets.json), so that a language is added without code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace travaux {

/// The end of "CARICOM:", "MEX, ARG:", "proposal by Brazil:" at the start of a bracket's content; 0 where it names nobody.
/// `names` receives the names as printed.
std::size_t names_end(std::string_view content, std::vector<std::string>& names);

/// "", "__", "x", "TBD", "insert date", "…": holds no words of the text.
bool is_placeholder(std::string_view content);

/// A number of an option may be read in several ways: "I" is a letter and a Roman one.
struct OptionNumber {
  int style = 0;  ///< of figures, letters, Roman numerals
  int value = 0;
  friend bool operator==(const OptionNumber&, const OptionNumber&) = default;
};
std::vector<OptionNumber> option_numbers(std::string_view name);

}  // namespace travaux
