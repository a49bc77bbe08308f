// The March 7 draft's own slips, read off the text by eye, line by line, before any rule was written. All of them are found, and
// nothing else is.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "support/texts.h"
#include "travaux/check.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using Slip = std::tuple<std::size_t, std::string, std::string>;  // line of the file, rule, item

const std::vector<Slip>& slips_read_by_eye() {
  static const std::vector<Slip> list = {
      {127, "unbalanced-parentheses", "2.1"},      // "(AG/DEC. 57 (XXXVIII-O/08):"
      {158, "unbalanced-parentheses", "2.2"},      // "(AG/DEC. 63 (XL-O/10):"
      {186, "number-repeated", "2.3"},             // a., b., b. under paragraph 3 of AG/RES. 2493
      {216, "unbalanced-parentheses", "2.4"},      // "(AG/DEC. 63 (XL-O/10):"
      {220, "number-under-two-sessions", "2.4"},   // AG/RES. 2543 (XXXIX-O/09); line 133 has (XL-O/10)
      {269, "resolution-or-declaration", "3.2"},   // AG/RES. 57; line 127 has AG/DEC. 57, the same declaration
      {269, "unbalanced-parentheses", "3.2"},      // "(AG/RES. 57 (XXXVIII-O/08):"
      {380, "passage-of-two-instruments", "5.2"},  // Plan of Action of Mar del Plata; line 254 credits the Declaration
      {407, "zero-for-letter-o", "5.3"},           // "(XL-0/10)"
  };
  return list;
}

std::vector<Slip> slips_found(const std::string& bytes) {
  const Result<Reading> reading = read_bytes(bytes, "draft.txt");
  EXPECT_TRUE(reading.has_value());
  Document document = parse(reading->text);
  resolve_instruments({&document}, built_in_registry());
  std::vector<Slip> found;
  for (const Finding& finding : check(document, built_in_registry())) {
    found.emplace_back(reading->source_lines.at(finding.line - 1), finding.rule, finding.item);
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(CheckMarch7, FindsTheDraftsOwnSlipsAndNothingElse) { EXPECT_EQ(slips_found(march_7()), slips_read_by_eye()); }

}  // namespace
}  // namespace travaux
