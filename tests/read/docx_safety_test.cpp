// Word files from strangers: damaged, oversized, locked, or no Word files at all.
#include <random>

#include "docx_support.h"

namespace travaux {
namespace {

using namespace travaux::test;

std::string refusal(const std::string& bytes, const ReadLimits& limits = {}) {
  ReadOptions options;
  options.limits = limits;
  const auto reading = read_bytes(bytes, "draft.docx", options);
  EXPECT_FALSE(reading) << reading->text;
  if (reading) return {};
  EXPECT_EQ(reading.error().code, ErrorCode::kInput);
  EXPECT_EQ(reading.error().where, "draft.docx");
  EXPECT_FALSE(reading.error().next.empty());
  return to_string(reading.error());
}

::testing::AssertionResult names(const std::string& error, std::string_view what) {
  if (error.find(what) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << error;
}

TEST(DocxSafety, EveryLimitIsNamedByItsError) {
  const std::string bytes = word_file(p(t(std::string(3'000'000, 'a'))));
  ReadLimits limits;
  limits.unpacked_bytes = 1000;
  EXPECT_TRUE(names(refusal(bytes, limits), "ReadLimits::unpacked_bytes"));
  limits = {};
  limits.unpacking_ratio = 20;
  EXPECT_TRUE(names(refusal(bytes, limits), "ReadLimits::unpacking_ratio"));
  limits = {};
  limits.zip_entries = 1;
  EXPECT_TRUE(names(refusal(word_file(p(t("a")), {{"word/styles.xml", part("styles", "")}}), limits), "ReadLimits::zip_entries"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
  EXPECT_TRUE(names(refusal(word_file(deep)), "ReadLimits::xml_depth"));
}

TEST(DocxSafety, BrokenPartsAreNamed) {
  EXPECT_TRUE(names(refusal(word_file("<w:p><w:r>")), "word/document.xml"));
  EXPECT_TRUE(names(refusal(word_file(p(t("a")), {{"word/styles.xml", "<w:styles"}})), "word/styles.xml"));
  EXPECT_TRUE(names(refusal(word_file(p(t("a\xFF")))), "UTF-8"));
  EXPECT_TRUE(
      names(refusal(zipped({{"word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x/>"}})), "document type definition"));
  EXPECT_TRUE(names(refusal(zipped({{"word/document.xml", part("document", "")}})), "w:body"));
  EXPECT_TRUE(names(refusal(zipped({{"word/documents.txt", "x"}})), "word/document.xml"));
}

TEST(DocxSafety, AFileCutShortIsDamaged) {
  const std::string bytes = word_file(p(t("a")));
  EXPECT_TRUE(names(refusal(bytes.substr(0, bytes.size() - 20)), "damaged"));
}

TEST(DocxSafety, OldAndLockedFilesSayWhatToDo) {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_TRUE(names(refusal(ole + std::string(600, '\0')), ".docx"));
  std::string locked = ole + std::string(600, '\0');
  for (const char c : std::string("EncryptedPackage")) locked += {c, '\0'};
  EXPECT_TRUE(names(refusal(locked), "password"));
}

TEST(DocxSafety, CharactersThatAreNoneDoNoHarm) {
  const std::string text = read_word(word_file("<w:p><w:r><w:t>a&#xD800;b&#1;c&#10;d&lol;</w:t></w:r></w:p>")).text;
  EXPECT_TRUE(is_utf8(text));
  EXPECT_EQ(lines_of(text).size(), 1u);
}

TEST(DocxSafety, NumbersOfAnySizeDoNoHarm) {
  const std::string levels =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"99999999999\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%9%1%\"/></w:lvl>"
      "<w:lvl w:ilvl=\"77\"/>";
  const Parts numbering = {{"word/numbering.xml", part("numbering", definition(0, levels) + list(1, 0))}};
  EXPECT_EQ(read_word(word_file(p(t("a"), listed(1)) + p(t("b"), listed(1, 77)) + p(t("c"), listed(1, -3)), numbering)).text,
            "0% a\nb\ni% c\n");
}

TEST(DocxSafety, ASmallFileStaysASmallText) {
  const std::string long_text(500'000, 'x');
  const Parts numbering = {
      {"word/numbering.xml", part("numbering", definition(0, level(0, "decimal", "%1" + long_text)) + list(1, 0))}};
  std::string body;
  for (int i = 0; i < 1000; ++i) body += p(del("a", "Ben") + t("b"), listed(1));
  const Reading reading = read_word(word_file(change("ins", body, long_text), numbering));
  EXPECT_LT(reading.text.size(), 400'000u);
  for (const auto& revision : reading.revisions) ASSERT_LE(revision.author.size(), 256u);
}

std::string sample() {
  const std::string levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)");
  return word_file(p(t("States ") + ins("shall") + del("may") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", listed(1)) +
                       p(t("b"), listed(1, 1) + marked_end("del")) + "<w:tbl><w:tr><w:tc>" + p(t("c")) +
                       "</w:tc></w:tr></w:tbl>" + p(""),
                   {{"word/numbering.xml", part("numbering", definition(0, levels) + list(1, 0))},
                    {"word/styles.xml", part("styles", "<w:style w:type=\"paragraph\" w:styleId=\"A\" w:default=\"1\"/>")},
                    {"word/footnotes.xml", part("footnotes", "<w:footnote w:id=\"1\">" + p(t("n")) + "</w:footnote>")}});
}

/// Whatever comes out is a text or an error, and all that it says lies within it.
void expect_sane(const Result<Reading>& reading) {
  if (!reading) return;
  ASSERT_TRUE(is_utf8(reading->text));
  for (const auto& revision : reading->revisions) ASSERT_LE(revision.span.end, reading->text.size());
  for (const auto& note : reading->margin) ASSERT_LE(note.span.end, reading->text.size());
}

TEST(DocxSafety, ChangedBytesOfTheArchiveNeverCrash) {
  const std::string good = sample();
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    std::string bytes = good;
    for (int n = 0; n <= i % 8; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    expect_sane(read_bytes(bytes, "draft.docx"));
  }
}

TEST(DocxSafety, ChangedBytesOfTheXmlNeverCrash) {
  const std::string xml =
      part("document", "<w:body>" + p(t("States ") + ins("shall") + del("may"), listed(1)) + "<w:tbl><w:tr><w:tc>" +
                           p(t("c"), marked_end("del")) + "</w:tc></w:tr></w:tbl></w:body>");
  const std::string numbering = part("numbering", definition(0, level(0, "decimal", "%1.")) + list(1, 0));
  const std::string alphabet = "<>/\"=&; w:%0129abc\xC3\xFF";
  std::mt19937 random(11);
  int readable = 0;
  for (int i = 0; i < 500; ++i) {
    Parts parts = {{"word/document.xml", xml}, {"word/numbering.xml", numbering}};
    std::string& chosen = parts[i % 2 == 0 ? "word/document.xml" : "word/numbering.xml"];
    for (int n = 0; n <= i % 3; ++n) chosen[random() % chosen.size()] = alphabet[random() % alphabet.size()];
    const auto reading = read_bytes(zipped(parts), "draft.docx");
    readable += reading ? 1 : 0;
    expect_sane(reading);
  }
  EXPECT_GT(readable, 50);
}

TEST(DocxPackage, AMainPartOfAnyNameIsAWordFile) {
  const std::string relations =
      "<Relationships><Relationship Id=\"a\" Target=\"/word/main.xml\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
  const std::string main = part("document", "<w:body>" + p(t("a")) + "</w:body>");
  EXPECT_EQ(read_word(zipped({{"_rels/.rels", relations}, {"word/main.xml", main}})).text, "a\n");
  EXPECT_FALSE(read_bytes(zipped({{"word/main.xml", main}}), "draft.docx", {}));
}

}  // namespace
}  // namespace travaux
