// What a Word redline holds, and how: what Word and its kin ask of the file.
#include <algorithm>
#include <set>

#include "docx_support.h"

namespace travaux {
namespace {

using test::Pair;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string kBefore =
    "PLAN OF ACTION\n\n1. Prisons\n1.1 States shall act at once.\n1.2 Prisons shall be clean and safe.\n2. Courts\n"
    "2.1 Judges shall be independent.\n2.2 Courts shall publish what they decide.\n";
const std::string kAfter =
    "PLAN OF ACTION\n\n1. Prisons\n1.1 States may act at once.\nThey report.\n2. Courts\n2.1 Judges shall be independent.\n"
    "2.2 Prisons shall be clean and safe.\n2.3 Courts shall publish what they decide.\n";

/// The drafts of the history, the two above, and each of them turned round.
std::vector<Pair> pairs() {
  std::vector<Pair> list;
  list.emplace_back(kBefore, kAfter);
  list.emplace_back(kAfter, kBefore);
  const std::vector<std::string>& drafts = test::history_drafts();
  for (const std::string& a : drafts) {
    for (const std::string& b : drafts) list.emplace_back(test::history(a), test::history(b));
  }
  return list;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata));
  return document;
}

template <typename Visit>
void for_each_element(const pugi::xml_node& node, Visit visit) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) visit(child);
    for_each_element(child, visit);
  }
}

TEST(RedlineDocx, EveryPartIsWellFormedAndDeclared) {
  const auto parts = test::parts_of(test::docx(pairs().front()));
  for (const auto& [name, content] : parts) {
    parsed(content);
    const bool known = name == "[Content_Types].xml" || name.ends_with(".rels") ||
                       has(parts.at("[Content_Types].xml"), "PartName=\"/" + name + "\"");
    EXPECT_TRUE(known) << name;
  }
  for (const char* part : {"styles", "settings", "fontTable", "header", "footer"}) {
    EXPECT_TRUE(has(parts.at("word/_rels/document.xml.rels"), std::string("Target=\"") + part + ".xml\"")) << part;
    EXPECT_TRUE(parts.contains(std::string("word/") + part + ".xml")) << part;
  }
}

TEST(RedlineDocx, NoIdIsUsedTwice) {
  for (const Pair& pair : pairs()) {
    std::multiset<std::string> ids, ends;
    const pugi::xml_document document = parsed(test::document_xml(test::docx(pair)));
    for_each_element(document, [&](const pugi::xml_node& node) {
      const std::string id = node.attribute("w:id").value();
      if (!id.empty()) (std::string(node.name()).ends_with("RangeEnd") ? ends : ids).insert(id);
    });
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (const std::string& end : ends) EXPECT_TRUE(ids.contains(end) && ends.count(end) == 1) << end;
  }
}

/// The children of an element in the order of the schema (ECMA-376, CT_PPr and CT_ParaRPr); those that we do not write left out.
const std::map<std::string, std::vector<std::string>> kOrder{
    {"w:pPr",
     {"w:pStyle", "w:keepNext", "w:keepLines", "w:pBdr", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl",
      "w:rPr"}},
    {"w:rPr",
     {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz",
      "w:szCs", "w:rtl", "w:lang"}},
    {"w:style", {"w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr"}},
    {"w:sectPr", {"w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar"}},
    {"w:settings", {"w:zoom", "w:trackRevisions", "w:defaultTabStop", "w:characterSpacingControl", "w:compat"}},
};

void expect_order(const std::string& xml, const std::string& part) {
  const pugi::xml_document document = parsed(xml);
  for_each_element(document, [&](const pugi::xml_node& node) {
    const auto order = kOrder.find(node.name());
    if (order == kOrder.end()) return;
    std::ptrdiff_t last = -1;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto found = std::find(order->second.begin(), order->second.end(), child.name());
      ASSERT_NE(found, order->second.end()) << part << ": " << node.name() << "/" << child.name();
      EXPECT_GE(found - order->second.begin(), last) << part << ": " << node.name() << "/" << child.name();
      last = found - order->second.begin();
    }
  });
}

TEST(RedlineDocx, ElementsStandInTheOrderOfTheSchema) {
  for (const Pair& pair : pairs()) {
    for (const auto& [name, content] : test::parts_of(test::docx(pair))) expect_order(content, name);
  }
}

TEST(RedlineDocx, EveryStyleThatIsUsedIsThere) {
  const auto parts =
      test::parts_of(test::docx(Pair(test::history(test::history_drafts()[0]), test::history(test::history_drafts()[1]))));
  for (const char* part : {"word/document.xml", "word/header.xml", "word/footer.xml"}) {
    for_each_element(parsed(parts.at(part)), [&](const pugi::xml_node& node) {
      if (std::string(node.name()) != "w:pStyle") return;
      EXPECT_TRUE(has(parts.at("word/styles.xml"), "w:styleId=\"" + std::string(node.attribute("w:val").value()) + "\""));
    });
  }
}

TEST(RedlineDocx, DeletedWordsAreDeletedText) {
  const std::string xml = test::document_xml(test::docx(Pair(kBefore, kAfter)));
  EXPECT_TRUE(has(xml, "<w:delText xml:space=\"preserve\"> shall</w:delText>"));
  for_each_element(parsed(xml), [](const pugi::xml_node& node) {
    if (std::string(node.name()) == "w:del") {
      EXPECT_TRUE(node.select_nodes(".//w:t").empty());
    }
  });
}

TEST(RedlineDocx, AnInsertedParagraphsMarkIsInserted) {
  const std::string xml = test::document_xml(test::docx(Pair("One.\n\nTwo.\n", "One.\n\nNew.\n\nTwo.\n")));
  EXPECT_TRUE(has(xml, "<w:rPr><w:ins w:id="));
  EXPECT_FALSE(has(xml, "w:del"));
}

/// Names of the ranges of one kind.
std::multiset<std::string> names_of(const std::string& xml, const std::string& element) {
  std::multiset<std::string> names;
  for_each_element(parsed(xml), [&](const pugi::xml_node& node) {
    if (node.name() == element) names.insert(node.attribute("w:name").value());
  });
  return names;
}

TEST(RedlineDocx, AMoveHasItsTwoEndsUnderOneName) {
  const std::string xml = test::document_xml(test::docx(Pair(kBefore, kAfter)));
  const auto from = names_of(xml, "w:moveFromRangeStart");
  EXPECT_EQ(from.size(), 1u);
  EXPECT_EQ(from, names_of(xml, "w:moveToRangeStart"));
  EXPECT_EQ(names_of(xml, "w:moveFromRangeEnd").size(), from.size());
  EXPECT_EQ(names_of(xml, "w:moveToRangeEnd").size(), from.size());
  EXPECT_TRUE(has(xml, "<w:rPr><w:moveFrom w:id="));
  EXPECT_TRUE(has(xml, "<w:rPr><w:moveTo w:id="));
}

TEST(RedlineDocx, WithoutMovesNothingIsMoved) {
  const std::string xml = test::document_xml(test::docx(Pair(kBefore, kAfter), {}, {false}));
  EXPECT_FALSE(has(xml, "move"));
  EXPECT_TRUE(has(xml, "Prisons shall be clean and safe.</w:delText>"));
}

RedlineNotes made_by_the_chair() {
  RedlineNotes notes;
  notes.origin.version = "9.8.7";
  notes.origin.drafts = {{"rev. 1", std::string(64, 'a'), "2011-03-07", "El Salvador", 1, false},
                         {"rev. 2", std::string(64, 'b'), "2011-05-03", "The \"Chair\" & Co", 2, true}};
  return notes;
}

TEST(RedlineDocx, ChangesAreByWhomTheLaterDraftIsByAndDatedByIt) {
  const std::string xml = test::document_xml(test::docx(Pair(kBefore, kAfter), made_by_the_chair()));
  EXPECT_TRUE(has(xml, "w:author=\"The &quot;Chair&quot; &amp; Co\" w:date=\"2011-05-03T12:00:00Z\""));
  EXPECT_FALSE(has(xml, "El Salvador"));
}

TEST(RedlineDocx, AnUnknownDayIsNoDate) {
  RedlineNotes notes = made_by_the_chair();
  notes.origin.drafts.back().date = "2011-05";
  notes.origin.drafts.back().by = "";
  const std::string xml = test::document_xml(test::docx(Pair(kBefore, kAfter), notes));
  EXPECT_FALSE(has(xml, "w:date"));
  EXPECT_TRUE(has(xml, "w:author=\"rev. 2\""));
}

TEST(RedlineDocx, WhatIsSaidOfTheDraftsStandsOutsideTheText) {
  const auto parts = test::parts_of(test::docx(Pair(kBefore, kAfter), made_by_the_chair()));
  EXPECT_TRUE(has(parts.at("word/header.xml"), "rev. 1 → rev. 2"));
  EXPECT_TRUE(has(parts.at("word/header.xml"), "rev. 2 is a constructed example, not a historical document."));
  EXPECT_TRUE(has(parts.at("word/footer.xml"), "aaaaaaaaaaaa → bbbbbbbbbbbb · travaux 9.8.7"));
  EXPECT_TRUE(has(parts.at("word/footer.xml"), " PAGE "));
  EXPECT_FALSE(has(parts.at("word/document.xml"), "constructed"));
  EXPECT_TRUE(has(parts.at("docProps/core.xml"), "<dc:title>PLAN OF ACTION</dc:title>"));
}

TEST(RedlineDocx, TheSameDraftsGiveTheSameBytes) {
  const std::string once = test::docx(Pair(kBefore, kAfter), made_by_the_chair());
  EXPECT_EQ(once, test::docx(Pair(kBefore, kAfter), made_by_the_chair()));
  EXPECT_EQ(once.substr(10, 4), std::string("\0\0\x21\0", 4));  // time and date of the first entry: 1980-01-01
}

TEST(RedlineDocx, TextFromRightToLeftIsMarked) {
  const auto parts =
      test::parts_of(test::docx(Pair("1. الأمن\n1.1 تتخذ الدول OAS تدابير.\n", "1. الأمن\n1.1 تتخذ OAS تدابير.\n")));
  const std::string& xml = parts.at("word/document.xml");
  EXPECT_TRUE(has(xml, "<w:pStyle w:val=\"Item1\"/><w:bidi/>"));
  EXPECT_TRUE(has(xml, "<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">تدابير.</w:t>"));
  EXPECT_TRUE(has(xml, "<w:r><w:t xml:space=\"preserve\"> OAS </w:t></w:r>"));
}

TEST(RedlineDocx, WhatXmlCannotHoldIsShownAndSaid) {
  const auto parts = test::parts_of(test::docx(Pair("One \x01 two.\n", "One \x01 three \uFFFE.\n")));
  for (const auto& [name, content] : parts) parsed(content);
  EXPECT_TRUE(has(parts.at("word/document.xml"), "\uFFFD"));
  EXPECT_TRUE(has(parts.at("word/header.xml"), "Characters that a Word file cannot hold are shown as \uFFFD."));
}

TEST(RedlineDocx, StylesFollowTheRoles) {
  const Pair pair("PLAN OF ACTION\n\n1. Prisons\n1.1 States act.\n(AGREED)\nDeclaration of Lima, 2010:\n“To act.”\n",
                  "PLAN OF ACTION\n\n1. Prisons\n1.1 States act.\n(AGREED)\nDeclaration of Lima, 2010:\n“To act.”\n");
  const std::string xml = test::document_xml(test::docx(pair));
  for (const char* styled : {"DocumentTitle\"/></w:pPr><w:r><w:t xml:space=\"preserve\">PLAN OF ACTION", "Heading1", "Item1",
                             "ItemStatus", "CitationHeading", "Passage"}) {
    EXPECT_TRUE(has(xml, std::string("<w:pStyle w:val=\"") + styled)) << styled;
  }
  EXPECT_TRUE(has(xml, "1.1</w:t><w:tab/>"));
}

}  // namespace
}  // namespace travaux
