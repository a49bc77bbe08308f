#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "read/child_support.h"
#include "read/pdf.h"
#include "read/support.h"

namespace travaux::test {
namespace {

/// What `pdftotext -tsv` prints, written by hand: pages of lines in a type whose letters are all half as wide as high.
class Sheets {
 public:
  explicit Sheets(double size = 10) : size_(size) { page(); }

  Sheets& page() {
    ++pages_;
    tsv_ += "1\t" + std::to_string(pages_) + "\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t###PAGE###\n";
    return *this;
  }
  Sheets& line(double x, double y, const std::string& text, double size = 0) {
    const double height = size > 0 ? size : size_;
    for (const auto& word : words_of(text)) {
      const double width = static_cast<double>(columns_of(word)) * height / 2;
      this->word(x, y, width, height, word);
      x += width + height / 4;
    }
    return *this;
  }
  Sheets& word(double x, double y, double width, double height, const std::string& text) {
    tsv_ += "5\t1\t0\t0\t0\t0\t" + std::to_string(x) + "\t" + std::to_string(y) + "\t" + std::to_string(width) + "\t" +
            std::to_string(height) + "\t100\t" + text + "\n";
    return *this;
  }
  /// A paragraph wrapped to a width; where the next line would stand.
  double paragraph(double x, double y, double width, const std::string& text) {
    for (const auto& part : wrap_greedily(text, static_cast<std::size_t>(width / (size_ / 2)) - 6)) {
      line(x, y, part);
      y += size_ * 1.2;
    }
    return y;
  }
  std::string text() const { return read_pdf_words(tsv_).text; }
  std::vector<std::string> paragraphs() const {
    std::vector<std::string> found;
    for (const auto& line : lines_of(text())) {
      if (!line.empty()) found.push_back(line);
    }
    return found;
  }

 private:
  double size_;
  int pages_ = 0;
  std::string tsv_;
};

using Lines = std::vector<std::string>;

const std::string kFirst =
    "States Parties shall afford one another the widest measure of assistance in the exchange of forensic information, without "
    "delay and in any event within sixty days.";
const std::string kSecond =
    "The requested State shall make every effort to reply within ten days where the request is urgent and the reasons for the "
    "urgency are stated in it.";

TEST(Pdf, LinesOfAParagraphAreJoinedAndAGapPartsParagraphs) {
  Sheets sheets;
  const double y = sheets.paragraph(70, 80, 300, kFirst);
  sheets.paragraph(70, y + 6, 300, kSecond);
  EXPECT_EQ(sheets.paragraphs(), (Lines{kFirst, kSecond}));
}

TEST(Pdf, AShortLineEndsAParagraphWithoutAnyGap) {
  Sheets sheets;
  const double y = sheets.paragraph(70, 80, 300, kFirst);
  sheets.paragraph(70, y, 300, kSecond);
  EXPECT_EQ(sheets.paragraphs(), (Lines{kFirst, kSecond}));
}

TEST(Pdf, AParagraphGoesOnOverThePage) {
  Sheets sheets;
  const auto parts = wrap_greedily(kFirst, 54);
  ASSERT_GE(parts.size(), 3u);
  sheets.line(70, 700, parts[0]).page();
  for (std::size_t i = 1; i < parts.size(); ++i) sheets.line(70, 68 + 12 * static_cast<double>(i), parts[i]);
  EXPECT_EQ(sheets.paragraphs(), (Lines{kFirst}));
}

TEST(Pdf, HeadsFeetAndPageNumbersAreLeftOutByTheirPlace) {
  const Lines texts = {
      kFirst, kSecond, "3. Reasons shall be given for any refusal, in writing, to the authority that made the request.",
      "4. A Meeting of the Parties is hereby established and shall be convened every two years by the depositary."};
  Sheets sheets;
  for (std::size_t page = 1; page <= 4; ++page) {
    if (page > 1) sheets.page();
    sheets.line(400, 30, "A/CONF.123/L.5").line(400, 42, "Page " + std::to_string(page) + " of 4");
    sheets.paragraph(70, 100, 400, texts[page - 1]);
    sheets.line(290, 760, "- " + std::to_string(page) + " -");
  }
  EXPECT_EQ(sheets.paragraphs(), texts);
}

TEST(Pdf, WhatABrowserPrintsAroundTheOnlyPageIsLeftOut) {
  for (const std::string number : {"1/1", "1/2"}) {
    Sheets sheets;
    sheets.line(24, 15, "11/24/26, 6:40 PM", 9).paragraph(70, 100, 400, kFirst);
    sheets.line(24, 777, "file:///draft.html", 9).line(575, 777, number, 9);
    EXPECT_EQ(sheets.paragraphs() == Lines{kFirst}, number == "1/1") << sheets.text();
  }
}

TEST(Pdf, NumbersBesideTheLinesAreLeftOut) {
  for (const int step : {1, 5}) {
    Sheets sheets;
    const auto parts = wrap_greedily(kFirst + " " + kSecond + " " + kFirst + " " + kSecond + " " + kFirst + " " + kSecond, 34);
    ASSERT_GE(parts.size(), 20u);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const double y = 80 + 12 * static_cast<double>(i);
      const auto number = static_cast<int>(i) + 1;
      if (number % step == 0) sheets.line(number < 10 ? 45 : 40, y, std::to_string(number));
      sheets.line(70, y, parts[i]);
    }
    EXPECT_EQ(folded(sheets.text()), kFirst + " " + kSecond + " " + kFirst + " " + kSecond + " " + kFirst + " " + kSecond)
        << step;
  }
}

TEST(Pdf, ColumnsAreReadOneAfterTheOther) {
  Sheets sheets;
  double y = sheets.paragraph(70, 80, 220, kFirst);
  sheets.paragraph(70, y + 6, 220, "Left. " + kSecond);
  y = sheets.paragraph(320, 80, 220, "Right. " + kFirst);
  sheets.paragraph(320, y + 6, 220, kSecond);
  EXPECT_EQ(folded(sheets.text()), kFirst + " Left. " + kSecond + " Right. " + kFirst + " " + kSecond);
}

TEST(Pdf, TheRowsOfATableAreReadLineByLineOverTheWholeWidth) {
  Sheets sheets;
  double y = sheets.paragraph(70, 80, 400, kFirst) + 10;
  for (const auto* party : {"Spain", "France", "Brazil"}) {
    sheets.line(70, y, party).line(200, y, "reports to the Meeting").line(400, y, "by June");
    y += 20;
  }
  EXPECT_EQ(folded(sheets.text()), kFirst +
                                       " Spain reports to the Meeting by June France reports to the Meeting by June Brazil "
                                       "reports to the Meeting by June");
}

TEST(Pdf, FootnotesStandAtTheEndWithTheirMarks) {
  Sheets sheets;
  sheets.line(70, 80, "The police").word(117.6, 80, 3, 6, "1").line(124, 80, "forces shall act.");
  sheets.line(70, 700, "1 See the report.", 8);
  sheets.page().line(70, 80, "Next page.");
  EXPECT_EQ(sheets.paragraphs(), (Lines{"The police¹ forces shall act.", "Next page.", "¹ See the report."}));
}

TEST(Pdf, HyphensOfLinesGoAndHyphensOfWordsStay) {
  Sheets sheets;
  const Lines lines = {"Police cooperation in the sub-regional mechanisms of informa-",
                       "tion and on the coordination of measures shall serve cooper-",
                       "ation between States, the fight against crime and those sub-",
                       "regional offices with which they have agreed on the coordina-",
                       "tion of their work and which have been opened to non-",
                       "governmental organizations."};
  for (std::size_t i = 0; i < lines.size(); ++i) sheets.line(70, 80 + 12 * static_cast<double>(i), lines[i]);
  EXPECT_EQ(
      sheets.text(),
      "Police cooperation in the sub-regional mechanisms of information and on the coordination of measures shall serve "
      "cooperation between States, the fight against crime and those sub-regional offices with which they have agreed on the "
      "coordination of their work and which have been opened to non-governmental organizations.\n");
}

TEST(Pdf, LigaturesAreLetters) {
  EXPECT_EQ(Sheets().line(70, 80, "e\uFB03cient o\uFB03ces, \uFB01ve \uFB02ags").text(), "efficient offices, five flags\n");
}

TEST(Pdf, WhatIsReadReadsAsItself) {
  Sheets sheets;
  double y = 80;
  for (int i = 1; i < 12; ++i) y = sheets.paragraph(70, y, 300, std::to_string(i) + ". " + (i % 3 == 0 ? kFirst : kSecond));
  const auto text = sheets.text();
  EXPECT_EQ(read_bytes(text, "text.txt")->text, text);
}

TEST(Pdf, AnyRubbishFromTheProgramIsRead) {
  EXPECT_EQ(read_pdf_words("").text, "");
  EXPECT_EQ(read_pdf_words("5\t1\t\n\t\t\t\t\t\t\t\t\t\t\t\n1\tx\n").text, "");
  std::string tsv = "1\t1\t0\t0\t0\t0\t0\t0\t-1\tnan\t-1\t###PAGE###\n";
  for (const char* number : {"nan", "inf", "-5", "1e300", "", "99999", "0"})
    tsv += std::string("5\t1\t0\t0\t0\t0\t") + number + "\t" + number + "\t" + number + "\t" + number + "\t1\tword\n";
  EXPECT_NO_FATAL_FAILURE(read_pdf_words(tsv));
}

/// A PDF of one page that shows this content.
std::string pdf_of(const std::string& content) {
  std::string bytes = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto object = [&](const std::string& body) {
    places.push_back(bytes.size());
    bytes += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  object("<</Type/Catalog/Pages 2 0 R>>");
  object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
  object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>");
  object("<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream");
  object("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
  const auto start = bytes.size();
  bytes += "xref\n0 6\n0000000000 65535 f \n";
  for (const auto place : places) {
    const auto digits = std::to_string(place);
    bytes += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return bytes + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

TEST(Pdf, APdfIsReadByPdftotext) {
  Programs programs;
  programs.options().program_folders = {"/usr/local/bin", "/usr/bin"};
  const auto reading =
      read_bytes(pdf_of("BT /F 12 Tf 70 700 Td (1. States shall cooperate.) Tj ET"), "draft.pdf", programs.options());
  ASSERT_TRUE(reading) << to_string(reading.error());
  EXPECT_EQ(reading->text, "1. States shall cooperate.\n");
  EXPECT_EQ(reading->media_type, "application/pdf");
  EXPECT_EQ(reading->extension, "pdf");
  EXPECT_TRUE(programs.left_nothing());
}

TEST(Pdf, OneWithoutTextOrDamagedSaysSo) {
  const auto empty = read_bytes(pdf_of(""), "scan.pdf");
  ASSERT_FALSE(empty);
  EXPECT_EQ(
      to_string(empty.error()),
      "scan.pdf: this PDF cannot be read: it holds no text: its pages are empty, or pictures of text\nhave its text recognised "
      "(OCR), or ask for the file that it was made from");
  const auto damaged = read_bytes("%PDF-1.4\nnothing more", "torn.pdf");
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::kInput);
  EXPECT_EQ(
      to_string(damaged.error()),
      "torn.pdf: this PDF cannot be read: pdftotext finds it damaged\nask for it anew, or save it anew as a PDF, as .docx or as "
      "plain text in UTF-8 (.txt)");
}

TEST(Pdf, OneLockedWithAPasswordSaysSo) {
  Programs programs;
  programs.add("pdftotext", "echo 'Command Line Error: Incorrect password' >&2; exit 1");
  const auto reading = read_bytes("%PDF-1.4\n", "locked.pdf", programs.options());
  ASSERT_FALSE(reading);
  EXPECT_EQ(to_string(reading.error()),
            "locked.pdf: this PDF cannot be read: it is locked with a password\nopen it with its password, and save it as a PDF "
            "without one");
}

}  // namespace
}  // namespace travaux::test
