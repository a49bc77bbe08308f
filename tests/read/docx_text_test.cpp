// What of a Word file is text, and what is none.
#include "docx_support.h"

namespace travaux {
namespace {

using namespace travaux::test;

std::string text_of(std::string_view body, Parts more = {}) { return read_word(word_file(body, std::move(more))).text; }

TEST(Docx, EachParagraphIsALine) {
  EXPECT_EQ(text_of(p(t("Plan of ") + t("Action")) + p("") + p(t("1.1 Establish protocols."))),
            "Plan of Action\n\n1.1 Establish protocols.\n");
  EXPECT_EQ(text_of(""), "");
}

TEST(Docx, TheReadingSaysWhatItIs) {
  const Reading reading = read_word(word_file(p(t("A.")) + p(t("B."))));
  EXPECT_EQ(reading.media_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  EXPECT_EQ(reading.extension, "docx");
  EXPECT_EQ(reading.source_lines, (std::vector<std::size_t>{1, 2}));
}

TEST(Docx, WhiteSpaceIsOneSpaceAndNoneAtTheEnds) {
  EXPECT_EQ(text_of(p(t("  a ") + t("  b") + "<w:r><w:tab/><w:t>c</w:t><w:ptab/></w:r>" + t(" "))), "a b c\n");
  EXPECT_EQ(text_of(p(t("co\u00ADordi") + "<w:r><w:softHyphen/><w:t>nated well</w:t><w:noBreakHyphen/><w:t>being</w:t></w:r>")),
            "coordinated well\u2011being\n");
}

TEST(Docx, ALineEndIsOneUnlessTheSentenceGoesOnOverIt) {
  EXPECT_EQ(text_of(p(t("PLAN OF ACTION") + "<w:r><w:br/></w:r>" + t("SAN SALVADOR"))), "PLAN OF ACTION\nSAN SALVADOR\n");
  EXPECT_EQ(text_of(p(t("the coordinated action") + "<w:r><w:br/></w:r>" + t("of the States"))),
            "the coordinated action of the States\n");
  EXPECT_EQ(text_of(p("<w:r><w:br w:type=\"page\"/></w:r>" + t("Annex") + "<w:r><w:cr/></w:r>")), "Annex\n");
}

TEST(Docx, FieldsGiveTheirResults) {
  const auto mark = [](std::string_view type) { return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>"; };
  const std::string code = "<w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r>";
  EXPECT_EQ(text_of(p(t("see ") + mark("begin") + code + mark("separate") + t("4.2") + mark("end") + t("."))), "see 4.2.\n");
  EXPECT_EQ(text_of(p(mark("begin") + t("hidden") + mark("begin") + code + mark("separate") + t("inner") + mark("end") +
                      mark("separate") + t("shown") + mark("end"))),
            "shown\n");
  EXPECT_EQ(text_of(p("<w:fldSimple w:instr=\"PAGE\">" + t("7") + "</w:fldSimple>")), "7\n");
}

TEST(Docx, AFieldThatNeverEndsLosesNoWords) {
  const Reading reading = read_word(word_file(p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + t("a")) + p(t("b"))));
  EXPECT_EQ(reading.text, "a\nb\n");
  EXPECT_EQ(reading.diagnostics.size(), 1u);
}

TEST(Docx, ANumberThatOnlyWordComputesIsTold) {
  const auto mark = [](std::string_view type) { return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>"; };
  const Reading reading = read_word(
      word_file(p(t("a")) + p(mark("begin") + "<w:r><w:instrText> LISTNUM \\l 2</w:instrText></w:r>" + mark("end") + t("b"))));
  EXPECT_EQ(reading.text, "a\nb\n");
  ASSERT_EQ(reading.diagnostics.size(), 1u);
  EXPECT_EQ(reading.diagnostics[0].line, 2u);
}

TEST(Docx, PartsMayBeInUtf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : part("document", "<w:body>" + p(t("wide")) + "</w:body>").substr(39)) wide += {c, '\0'};
  EXPECT_EQ(read_word(zipped({{"word/document.xml", wide}})).text, "wide\n");
}

TEST(Docx, HiddenTextIsLeftOutAndItsParagraphEndToo) {
  const std::string hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>";
  const Parts styles = {
      {"word/styles.xml", part("styles",
                               "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
                               "<w:style w:type=\"paragraph\" w:styleId=\"HP\"><w:rPr><w:vanish/></w:rPr></w:style>")}};
  EXPECT_EQ(text_of(p(t("a ") + hidden + "<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>x</w:t></w:r>" + t("b")) +
                        p("<w:r><w:t>y</w:t></w:r>", "<w:pStyle w:val=\"HP\"/>"),
                    styles),
            "a b\n");
  EXPECT_EQ(text_of(p(t("Scope."), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(t(" This applies."))),
            "Scope. This applies.\n");
}

TEST(Docx, TablesAreReadCellByCell) {
  const auto cell = [](std::string_view content) { return "<w:tc><w:tcPr/>" + std::string(content) + "</w:tc>"; };
  const std::string inner = "<w:tbl><w:tr>" + cell(p(t("c"))) + "</w:tr></w:tbl>" + p("");
  EXPECT_EQ(text_of(p(t("before")) + "<w:tbl><w:tblPr/><w:tr>" + cell(p(t("a")) + p(t("b"))) + cell(inner) + "</w:tr></w:tbl>" +
                    p(t("after"))),
            "before\na\nb\nc\n\nafter\n");
}

TEST(Docx, ATextBoxIsReadOnceAfterItsParagraph) {
  const std::string box = "<w:txbxContent>" + p(t("boxed")) + "</w:txbxContent>";
  const std::string both =
      "<w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp xmlns:wps=\"s\"><wps:txbx>" +
      box + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v=\"v\">" + box +
      "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  EXPECT_EQ(text_of(p(t("a") + both + t("b")) + p(t("c"))), "ab\nboxed\nc\n");
}

TEST(Docx, WrappersMathematicsRubyAndSymbolsKeepTheirWords) {
  EXPECT_EQ(text_of("<w:sdt><w:sdtPr/><w:sdtContent>" +
                    p("<w:hyperlink>" + t("a") + "</w:hyperlink><w:smartTag><w:sdt><w:sdtContent>" + t("b") +
                      "</w:sdtContent></w:sdt></w:smartTag>") +
                    "</w:sdtContent></w:sdt>"),
            "ab\n");
  EXPECT_EQ(text_of(p("<m:oMath xmlns:m=\"m\"><m:sSup><m:sSupPr/><m:e><m:r><m:t>E</m:t></m:r></m:e></m:sSup></m:oMath>")), "E\n");
  EXPECT_EQ(text_of(p("<w:r><w:ruby><w:rt>" + t("x") + "</w:rt><w:rubyBase>" + t("base") + "</w:rubyBase></w:ruby></w:r>")),
            "base\n");
  EXPECT_EQ(text_of(p("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>")),
            "≤☑\n");
}

TEST(Docx, EmbeddedFilesAreTold) {
  const Reading reading = read_word(word_file(p(t("a")) + "<w:altChunk/>"));
  ASSERT_EQ(reading.diagnostics.size(), 1u);
  EXPECT_EQ(reading.diagnostics[0].line, 1u);
}

TEST(Docx, NotesStandAtTheEndWithTheirMarks) {
  const auto reference = [](std::string_view id) { return "<w:r><w:footnoteReference w:id=\"" + std::string(id) + "\"/></w:r>"; };
  const auto note = [](std::string_view id, std::string_view text) {
    return "<w:footnote w:id=\"" + std::string(id) + "\">" + p("<w:r><w:footnoteRef/></w:r>" + t(text)) + "</w:footnote>";
  };
  const Parts notes = {
      {"word/footnotes.xml", part("footnotes", note("-1", "separator") + note("2", " First.") + note("1", " Second."))},
      {"word/endnotes.xml", part("endnotes", "<w:endnote w:id=\"1\">" + p(t("Last.")) + "</w:endnote>")}};
  EXPECT_EQ(
      text_of(p(t("police") + reference("2") + t(" forces") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r>" + reference("1")),
              notes),
      "police¹ forces³²\n¹ First.\n² Second.\n³ Last.\n");
}

TEST(Docx, HeadersAndFootersAreLeftOut) {
  EXPECT_EQ(text_of(p(t("a")), {{"word/header1.xml", part("hdr", p(t("OEA/Ser.G")))}}), "a\n");
}

TEST(Docx, TheMainPartIsFoundWhereverItIs) {
  const auto relation = [](std::string_view type, std::string_view target) {
    return "<Relationships><Relationship Id=\"r\" Type=\"http://x/" + std::string(type) + "\" Target=\"" + std::string(target) +
           "\"/></Relationships>";
  };
  const std::string body = "<x:document xmlns:x=\"w\"><x:body><x:p><x:r><x:t>found</x:t></x:r></x:p></x:body></x:document>";
  EXPECT_EQ(
      read_word(zipped({{"_rels/.rels", relation("officeDocument", "/word/document2.xml")}, {"word/document2.xml", body}})).text,
      "found\n");
}

TEST(Docx, TheTextReadsAsItselfAgain) {
  std::string body;
  for (int i = 0; i < 12; ++i) body += p(t("a line that looks as if a mail program had cut it at its seventieth column"));
  body +=
      p(t("States shall promote the coordinated action of police forces and customs") + "<w:r><w:br/></w:r>" + t("“Take note.”"));
  const Reading reading = read_word(word_file(body));
  EXPECT_EQ(paragraphs_of(reading.text).size(), 14u);
  EXPECT_EQ(reading.source_lines.size(), lines_of(reading.text).size());
  EXPECT_EQ(read_bytes(reading.text, "text.txt")->text, reading.text);
}

TEST(Docx, TheMarch7DraftReadsAsItsPlainText) {
  const std::string plain = san_salvador();
  ASSERT_FALSE(plain.empty());
  const auto from_text = read_bytes(plain, "draft.txt");
  std::string body;
  for (const auto& line : lines_of(from_text->text)) body += p(t(line));
  EXPECT_EQ(comparison_form(read_word(word_file(body)).text), comparison_form(from_text->text));
}

}  // namespace
}  // namespace travaux
