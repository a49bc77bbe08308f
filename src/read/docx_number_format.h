// One number as a list prints it: "4", "iv", "D", "4th", "Fourth".
#pragma once

#include <unicode/rbnf.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace travaux {

/// Prints numbers by Word's formats. Spelled-out ones are in `language` (ISO 639), by the rules of ICU.
class NumberPrinter {
 public:
  explicit NumberPrinter(std::string language) : language_(std::move(language)) {}

  /// `format` is a w:numFmt ("lowerRoman"); one that is not known prints as figures. Letters past z are doubled, as Word does
  /// ("aa", "bb"). "bullet" and "none" print nothing.
  std::string print(int value, std::string_view format);

 private:
  std::string spelled(int value, std::string_view format);

  std::string language_;
  /// By format; slow to make. Null where ICU has no rules for it.
  std::map<std::string, std::shared_ptr<icu::RuleBasedNumberFormat>, std::less<>> spellers_;
};

}  // namespace travaux
