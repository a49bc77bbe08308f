// Texts of every family in every language, composed for the tests; what stands in each was written down by hand before any of
// them was parsed. `X.txt` is the text, `X.outline` what a reader sees in it.
#include <gtest/gtest.h>

#include <set>

#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

/// The first words of a text: enough to tell where something begins.
std::string begins(const std::string& text) {
  std::istringstream words(text);
  std::string line;
  std::string word;
  for (int i = 0; i < 3 && words >> word; ++i) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string outline(const Document& document) {
  std::string out = "family " + std::string(name_of(document.family)) + "\nlanguage " + document.language + "\n";
  if (!document.front.empty()) out += "front: " + begins(document.front) + "\n";
  std::size_t next = 0;
  const auto open = [&](std::size_t until) {
    for (; next < until; ++next) {
      const Section& section = document.sections[next];
      out += "= " + section.number + ": " + section.heading + "\n";
      if (!section.text.empty()) out += "~ " + begins(section.text) + "\n";
    }
  };
  for_each_item(document, [&](const Item& item, const Place& place) {
    open(place.section.value_or(0) + 1);
    out += item.address + ": " + begins(item.text) + "\n";
  });
  open(document.sections.size());
  if (!document.back.empty()) out += "back: " + begins(document.back) + "\n";
  return out;
}

std::vector<std::string> texts() {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("tests/parse/families"))) {
    if (entry.path().extension() == ".txt") names.insert(entry.path().stem().string());
  }
  return {names.begin(), names.end()};
}

class FamilyGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(FamilyGolden, IsReadAsAPersonReadsIt) {
  const std::string path = source_path("tests/parse/families/" + GetParam());
  EXPECT_EQ(outline(document(slurp(path + ".txt"))), slurp(path + ".outline"));
}

INSTANTIATE_TEST_SUITE_P(Texts, FamilyGolden, ::testing::ValuesIn(texts()), [](const auto& text) { return text.param; });

TEST(FamilyGoldens, CoverEveryFamilyInEveryLanguage) {
  std::set<std::string> seen;
  for (const std::string& name : texts()) {
    const std::string golden = slurp(source_path("tests/parse/families/" + name + ".outline"));
    seen.insert(golden.substr(0, golden.find('\n', golden.find("language "))));
  }
  for (const std::string family : {"plan", "treaty", "resolution", "unnumbered"}) {
    for (const std::string language : {"en", "es", "fr", "pt"})
      EXPECT_TRUE(seen.contains("family " + family + "\nlanguage " + language)) << family << " in " << language;
  }
}

}  // namespace
}  // namespace travaux
