#include <unicode/ucnv.h>

#include "support.h"

namespace travaux::test {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr std::string_view kSpanish =
    "1.1 Establecer protocolos para la acción coordinada de la policía.\n“Toma nota de la contribución” – año 2011: ¿cómo? "
    "España, niñez, "
    "cooperación técnica y jurídica.\n";
constexpr std::string_view kFrench =
    "Les États parties s’engagent à prévenir la criminalité.\n« Déclaration de l’Assemblée générale » : coopération française, "
    "Noël, où.\n";
constexpr std::string_view kPortuguese =
    "Não há prevenção sem cooperação; as nações são responsáveis – “às vezes” – pela formação.\n";

// The text in another encoding, made by ICU.
std::string encode(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 4 + 8, '\0');
  const auto size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()), text.data(),
                                 static_cast<int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string read_text(std::string_view bytes) {
  const auto reading = read_bytes(bytes, "draft.txt");
  EXPECT_TRUE(reading) << to_string(reading.error());
  return reading ? reading->text : "";
}

std::string refusal(std::string_view bytes, std::string_view name = "draft.txt") {
  const auto reading = read_bytes(bytes, name);
  EXPECT_FALSE(reading);
  if (reading) return "";
  EXPECT_EQ(reading.error().code, ErrorCode::kInput);
  return to_string(reading.error());
}

TEST(Decode, UnicodeEncodingsReadAlikeWithTheirByteOrderMarks) {
  for (const auto text : {kSpanish, kFrench, kPortuguese}) {
    EXPECT_EQ(read_text(text), text);
    EXPECT_EQ(read_text("\xEF\xBB\xBF" + std::string(text)), text);
    EXPECT_EQ(read_text("\xFF\xFE"s + encode(text, "UTF-16LE")), text);
    EXPECT_EQ(read_text("\xFE\xFF"s + encode(text, "UTF-16BE")), text);
    EXPECT_EQ(read_text("\xFF\xFE\0\0"s + encode(text, "UTF-32LE")), text);
    EXPECT_EQ(read_text("\0\0\xFE\xFF"s + encode(text, "UTF-32BE")), text);
  }
}

TEST(Decode, Utf16WithoutAMarkIsKnownByItsZeroBytesAndNoted) {
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    const auto reading = read_bytes(encode(kSpanish, encoding), "draft.txt");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->text, kSpanish);
    EXPECT_EQ(reading->encoding, encoding);
    EXPECT_EQ(reading->diagnostics.size(), 1u);
  }
}

TEST(Decode, LegacyEncodingsAreKnownByWhetherTheirLettersMakeSense) {
  struct Case {
    const char* encoding;
    const char* name;
    std::string_view text;
  };
  const Case cases[] = {
      {"windows-1252", "windows-1252", kSpanish},
      {"windows-1252", "windows-1252", kFrench},
      {"windows-1252", "windows-1252", kPortuguese},
      {"macintosh", "macintosh", kSpanish},
      {"macintosh", "macintosh", kFrench},
      {"macintosh", "macintosh", kPortuguese},
      {"ibm-850", "IBM850", "Establecer la acción coordinada de la policía; año, niñez, técnica, ¿cómo?\n"},
      {"windows-1250", "windows-1250",
       "Rzeczpospolita Polska – współpraca międzynarodowa w walce z przestępczością; źródło, łączność.\n"},
      {"ISO-8859-2", "ISO-8859-2", "Česká republika: řízení, možnost, žádost, šíření, příští zasedání výboru.\n"},
      {"windows-1251", "windows-1251", "Декларация о безопасности в Северной и Южной Америке. Государства сотрудничают.\n"},
      {"KOI8-R", "KOI8-R", "Декларация о безопасности в Северной и Южной Америке. Государства сотрудничают.\n"},
      {"ISO-8859-5", "ISO-8859-5", "Декларация о безопасности в Северной и Южной Америке. Государства сотрудничают.\n"},
  };
  for (const auto& [encoding, name, text] : cases) {
    const auto reading = read_bytes(encode(text, encoding), "draft.txt");
    ASSERT_TRUE(reading) << encoding << " " << to_string(reading.error());
    EXPECT_EQ(reading->text, text) << encoding;
    EXPECT_EQ(reading->encoding, name);
    ASSERT_EQ(reading->diagnostics.size(), 1u) << "a guess is noted";
    EXPECT_EQ(reading->diagnostics[0].severity, Severity::kNote);
  }
}

TEST(Decode, OneHighByteInAnAsciiTextIsWindows1252) {
  EXPECT_EQ(read_text("the Declaration of Medell\xED"
                      "n\n"),
            "the Declaration of Medellín\n");
  EXPECT_EQ(read_text("the Organization\x92s member states\n"), "the Organization’s member states\n");
  EXPECT_EQ(read_text("\x93Take note\x94 \x96 as appropriate\n"), "“Take note” – as appropriate\n");
}

TEST(Decode, TheMarch7DraftReadsAlikeInEveryEncodingThatCanHoldIt) {
  const auto source = san_salvador();
  if (source.empty()) GTEST_SKIP() << "the March 7 draft is not at hand";
  const auto expected = read_text(source);
  for (const char* encoding : {"windows-1252", "macintosh", "UTF-16LE", "UTF-16BE"})
    EXPECT_EQ(read_text(encode(source, encoding)), expected) << encoding;
}

TEST(Decode, FrenchInMacRomanIsNoDamagedUtf8) {
  constexpr std::string_view kText = "l’état d’équité à l’été — “élève”\n";
  EXPECT_EQ(read_text(encode(kText, "macintosh")), kText);
}

TEST(Decode, EncodingsOfOtherScriptsAreRefusedRatherThanMisread) {
  refusal(encode("关于安全的宣言，各国合作。\n", "GB18030"));
  refusal(encode("إعلان الأمن في الأمريكتين\n", "windows-1256"));
}

TEST(Decode, AFewBadBytesInUtf8AreRefusedWithTheirPlace) {
  const auto message = refusal(
      "Declaración\nde Medellín\npolic\xED"
      "a\n");
  EXPECT_NE(message.find("draft.txt:3"), std::string::npos) << message;
  EXPECT_NE(message.find("byte 31 (0xED)"), std::string::npos) << message;
}

TEST(Decode, HalfCharactersAreRefusedWithTheirPlace) {
  EXPECT_NE(refusal("\xFF\xFE"s + "a\0\n\0\x00\xD8"
                                  "b\0"s)
                .find("draft.txt:2"),
            std::string::npos);
  EXPECT_NE(refusal("\xFF\xFE"s + "a\0b"s).find("ends within a character"), std::string::npos);
  EXPECT_FALSE(read_bytes("\xFF\xFE\0\0\0\0\x11\0"sv, "draft.txt"));
}

TEST(Decode, BinaryFilesAreRefused) {
  EXPECT_NE(refusal("a\nb\0c"s).find("draft.txt:2"), std::string::npos);
  EXPECT_NE(refusal("\x01\x02\x03\x04\x05 text").find("binary"), std::string::npos);
  EXPECT_NE(refusal("\xFF\xFE"s + "a\0\0\0"s).find("NUL"), std::string::npos);
}

TEST(Decode, AFewControlCharactersAreKept) {
  EXPECT_EQ(read_text("a long enough line \x1B with one\n"), "a long enough line \x1B with one\n");
}

TEST(Decode, OtherFormatsAreNamedAndTheNextStepTold) {
  const auto docx = refusal("PK\x03\x04........[Content_Types].xml....word/document.xml...");
  EXPECT_NE(docx.find("Word file (.docx)"), std::string::npos) << docx;
  EXPECT_NE(docx.find("UTF-8"), std::string::npos) << docx;
  EXPECT_NE(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....").find(".xls"), std::string::npos);
  EXPECT_NE(refusal("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet").find(".ods"), std::string::npos);
  EXPECT_NE(refusal("<!DOCTYPE html><html>").find("HTML"), std::string::npos);
  EXPECT_NE(refusal("\x89PNG\r\n\x1A\n").find("PNG"), std::string::npos);
}

TEST(Decode, EmptyAndBlankFilesAreEmptyTexts) {
  for (const auto bytes : {""sv, "\n"sv, " \r\n\t\r\n"sv, "\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\f\f"sv})
    EXPECT_EQ(read_text(bytes), "");
}

TEST(Decode, AnEmptyDocumentIsRefusedAndAnEmptyTextIsNot) {
  for (const auto* name : {"a.docx", "a.PDF", "a.doc", "a.odt", "a.rtf"}) {
    const auto reading = read_bytes("", name);
    ASSERT_FALSE(reading) << name;
    EXPECT_EQ(reading.error().code, ErrorCode::kInput);
  }
  EXPECT_TRUE(read_bytes("", "a.txt"));
}

}  // namespace
}  // namespace travaux::test
