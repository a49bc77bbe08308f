// What typography does must never show as change.
#include <gtest/gtest.h>

#include "support/texts.h"
#include "travaux/diff.h"

namespace travaux {
namespace {

using namespace travaux::testing;

DocumentDiff compare(const std::string& a, const std::string& b) {
  Document from = document(a);
  Document to = document(b);
  resolve_instruments({&from, &to}, built_in_registry());
  return diff(from, to);
}

std::string told(const DocumentDiff& result) {
  std::string text;
  for (const Edit& edit : result.front) text += "front: «" + edit.from + "» -> «" + edit.to + "»\n";
  const auto list = [](const Changes& changes) {
    std::string names;
    for (const Change change : changes.list()) names += std::string(name_of(change)) + " ";
    return names;
  };
  for (const SectionDiff& s : result.sections)
    text += s.changes.empty() ? "" : "section " + (s.to.empty() ? s.from[0] : s.to[0]) + " " + list(s.changes) + "\n";
  for (const ItemDiff& i : result.items)
    text += i.changes.empty() ? "" : "item " + (i.to.empty() ? i.from[0] : i.to[0]) + " " + list(i.changes) + "\n";
  for (const CitationDiff& c : result.citations)
    text += c.changes.empty()
                ? ""
                : "citation " + c.instrument + " under " + (c.to ? c.to->item : c.from->item) + " " + list(c.changes) + "\n";
  return text;
}

struct Rendering {
  const char* name;
  std::string (*render)(const std::string&);
};

std::string same(const std::string& text) { return text; }
std::string with_spaces(const std::string& text) {
  return replace_all(replace_all(text, ", ", " ,  "), " of ", "\u00A0of\u2003");
}
std::string with_dashes(const std::string& text) { return replace_all(replace_all(text, "–", "—"), "-", "\u2010"); }
std::string with_crlf(const std::string& text) { return "\xEF\xBB\xBF" + replace_all(text, "\n", "\r\n"); }
std::string without_blank_lines(const std::string& text) {
  std::string result;
  for (const std::string& line : lines_of(text)) result += line.find_first_not_of(" \t") == std::string::npos ? "" : line + "\n";
  return result;
}
std::string with_blank_lines(const std::string& text) { return replace_all(text, "\n", "\n\n\n"); }
std::string with_soft_hyphens(const std::string& text) {
  return replace_all(replace_all(text, "cooperation", "co\u00ADop\u00ADeration"), "victims", "victims\u200B");
}
std::string in_utf_16(const std::string& text) {
  std::u16string wide;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : 2;  // the draft has nothing beyond the basic plane
    unsigned c = more == 0 ? lead : more == 1 ? lead & 0x1FU : lead & 0x0FU;
    for (int k = 1; k <= more; ++k) c = c << 6U | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3FU);
    wide += static_cast<char16_t>(c);
    i += static_cast<std::size_t>(more) + 1;
  }
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : wide) {
    bytes += static_cast<char>(unit & 0xFFU);
    bytes += static_cast<char>(unit >> 8U);
  }
  return bytes;
}
std::string in_windows_1252(const std::string& text) {
  std::string bytes = text;
  const std::pair<const char*, const char*> kMarks[] = {
      {"“", "\x93"}, {"”", "\x94"}, {"‘", "\x91"}, {"’", "\x92"}, {"–", "\x96"}, {"—", "\x97"},      {"―", "\x97"},
      {"‑", "-"},    {"‐", "-"},    {"é", "\xE9"}, {"í", "\xED"}, {"ó", "\xF3"}, {"\u00A0", "\xA0"}, {"\u00AD", "\xAD"}};
  for (const auto& [mark, byte] : kMarks) bytes = replace_all(bytes, mark, byte);
  return bytes;
}

class Noise : public ::testing::TestWithParam<Rendering> {};

TEST_P(Noise, IsNoDifferenceInAnyDraft) {
  for (const std::string& text : {march_7(), rev_1(), rev_2()}) {
    const std::string rendered = GetParam().render(text);
    EXPECT_EQ(told(compare(text, rendered)), "");
    EXPECT_EQ(told(compare(rendered, text)), "");
  }
}

INSTANTIATE_TEST_SUITE_P(Renderings, Noise,
                         ::testing::Values(Rendering{"Same", same}, Rendering{"StraightQuotes", straight_quotes},
                                           Rendering{"Spaces", with_spaces}, Rendering{"Dashes", with_dashes},
                                           Rendering{"Crlf", with_crlf}, Rendering{"NoBlankLines", without_blank_lines},
                                           Rendering{"BlankLines", with_blank_lines}, Rendering{"SoftHyphens", with_soft_hyphens},
                                           Rendering{"Utf16", in_utf_16}, Rendering{"Windows1252", in_windows_1252}),
                         [](const auto& rendering) { return std::string(rendering.param.name); });

class Wraps : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Wraps, AreNoDifference) {
  EXPECT_EQ(told(compare(march_7(), wrapped(march_7(), GetParam()))), "");
  EXPECT_EQ(told(compare(rev_1(), straight_quotes(wrapped(with_blank_lines(rev_1()), GetParam())))), "");
}

INSTANTIATE_TEST_SUITE_P(Widths, Wraps, ::testing::Values(50, 60, 66, 70, 72, 76, 78, 80, 90, 100));

}  // namespace
}  // namespace travaux
