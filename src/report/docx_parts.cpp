#include "report/docx_parts.h"

#include "report/docx_xml.h"

namespace travaux {

extern const char kDocxStyles[];

namespace report {

namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The parts of the word folder beside the document: their names, their relations to it, and the kinds of their media types.
constexpr std::string_view kKinds[] = {"styles", "settings", "fontTable", "header", "footer", "comments"};

bool is_wanted(std::string_view kind, const DocxBody& body) { return kind != "comments" || !body.comments.empty(); }

std::string part(std::string_view root, std::string_view content) {
  std::string xml(kHead);
  xml.append("<w:").append(root).append(" xmlns:w=\"").append(kMain).append("\" xmlns:r=\"").append(kOffice).append("\">");
  return xml.append(content).append("</w:").append(root).append(">\n");
}

std::string content_types(const DocxBody& body) {
  std::string xml(kHead);
  xml +=
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  const auto add = [&](std::string_view name, std::string_view type) {
    xml.append("<Override PartName=\"/").append(name).append("\" ContentType=\"").append(type).append("+xml\"/>");
  };
  add("word/document.xml", std::string(kMediaType) + "document.main");
  for (const std::string_view kind : kKinds) {
    if (is_wanted(kind, body)) add("word/" + std::string(kind) + ".xml", std::string(kMediaType) + std::string(kind));
  }
  add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
  add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties");
  return xml + "</Types>\n";
}

void add_relation(std::string& xml, std::string_view id, std::string_view type, std::string_view target) {
  xml.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(type).append("\" Target=\"");
  xml.append(target).append("\"/>");
}

std::string relations(std::string_view content) {
  std::string xml(kHead);
  xml.append("<Relationships xmlns=\"").append(kRelations).append("\">");
  return xml.append(content).append("</Relationships>\n");
}

std::string package_relations() {
  std::string xml;
  const std::string office(kOffice);
  add_relation(xml, "rId1", office + "/officeDocument", "word/document.xml");
  add_relation(xml, "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
               "docProps/core.xml");
  add_relation(xml, "rId3", office + "/extended-properties", "docProps/app.xml");
  return relations(xml);
}

/// Header and footer are known by "header" and "footer".
std::string document_relations(const DocxBody& body) {
  std::string xml;
  for (const std::string_view kind : kKinds) {
    const std::string name(kind);
    if (is_wanted(kind, body)) add_relation(xml, name, std::string(kOffice) + "/" + name, name + ".xml");
  }
  return relations(xml);
}

/// A page that prints on A4 and on Letter: A4, with the text in what both have.
constexpr std::string_view kSection =
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>"
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1474\" w:right=\"1303\" w:bottom=\"1644\" w:left=\"1304\" "
    "w:header=\"680\" w:footer=\"794\" w:gutter=\"0\"/></w:sectPr>";

/// Names that other systems have for the same faces.
constexpr std::string_view kFonts =
    "<w:font w:name=\"Times New Roman\"><w:altName w:val=\"Liberation Serif\"/><w:family w:val=\"roman\"/>"
    "<w:pitch w:val=\"variable\"/></w:font>"
    "<w:font w:name=\"Arial\"><w:altName w:val=\"Liberation Sans\"/><w:family w:val=\"swiss\"/><w:pitch "
    "w:val=\"variable\"/></w:font>";

/// What is changed further is tracked too; Word's layout of 2013, so that it opens in no compatibility mode.
constexpr std::string_view kSettings =
    "<w:zoom w:percent=\"100\"/><w:trackRevisions/><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl "
    "w:val=\"doNotCompress\"/>"
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    "</w:compat>";

std::string styles(const std::string& language) {
  constexpr std::string_view kPlaceholder = "LANGUAGE";
  std::string xml = kDocxStyles;
  const std::size_t at = xml.find(kPlaceholder);
  return at == std::string::npos ? xml : xml.replace(at, kPlaceholder.size(), xml_text(language));
}

void add_line(std::string& xml, std::string_view style, std::string_view text) {
  xml.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
  add_runs(xml, text, "w:t");
  xml += "</w:p>";
}

std::string header(const DocxStatement& statement) {
  std::string xml;
  add_line(xml, "Header", statement.drafts);
  for (const std::string& notice : statement.notices) add_line(xml, "Header", notice);
  return part("hdr", xml);
}

std::string footer(const DocxStatement& statement) {
  std::string xml = "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>";
  add_runs(xml, statement.making + "\t", "w:t");
  xml +=
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r></w:p>";
  return part("ftr", xml);
}

std::string core_properties(const DocxStatement& statement) {
  std::string xml(kHead);
  xml +=
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>";
  xml += xml_text(statement.title) + "</dc:title><dc:language>" + xml_text(statement.language);
  return xml + "</dc:language></cp:coreProperties>\n";
}

std::string application_properties() {
  return std::string(kHead) +
         "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
         "<Application>travaux</Application></Properties>\n";
}

}  // namespace

DocxParts docx_parts(const DocxBody& body, const DocxStatement& statement) {
  DocxParts parts{{"[Content_Types].xml", content_types(body)},
                  {"_rels/.rels", package_relations()},
                  {"word/document.xml", part("document", "<w:body>\n" + body.paragraphs + std::string(kSection) + "</w:body>")},
                  {"word/_rels/document.xml.rels", document_relations(body)},
                  {"word/styles.xml", styles(statement.language)},
                  {"word/settings.xml", part("settings", kSettings)},
                  {"word/fontTable.xml", part("fonts", kFonts)},
                  {"word/header.xml", header(statement)},
                  {"word/footer.xml", footer(statement)},
                  {"docProps/core.xml", core_properties(statement)},
                  {"docProps/app.xml", application_properties()}};
  if (!body.comments.empty()) parts.emplace_back("word/comments.xml", part("comments", body.comments));
  return parts;
}

}  // namespace report

}  // namespace travaux
