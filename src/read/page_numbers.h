// Lines that are nothing but a page number.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace travaux {

struct PageNumber {
  unsigned value = 0;
  std::string form;        ///< the line with its numbers as '#': only numbers of one form make a sequence
  bool bare = false;       ///< digits and nothing else: may as well be a section's number or a table's cell
  bool bracketed = false;  ///< "[3]": square brackets are structure in a draft
  bool of_total = false;   ///< "Page 3 of 12": no doubt
};

/// "3", "- 3 -", "– 3 –", "Page 3 of 12", "Página 3", "3/12", "[3]", "iv". Not "3." and not "3)", which begin a point of a list.
std::optional<PageNumber> page_number(std::string_view line);

}  // namespace travaux
