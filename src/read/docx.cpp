#include "read/docx.h"

#include <utility>

#include "read/docx_notes.h"
#include "read/docx_numbering.h"
#include "read/docx_package.h"
#include "read/docx_runs.h"
#include "read/docx_styles.h"
#include "read/docx_text.h"
#include "read/docx_xml.h"

namespace travaux {

namespace {

using Part = std::unique_ptr<pugi::xml_document>;

/// The parts that are read; those that a file does without are null.
struct Loaded {
  Part document, styles, numbering, footnotes, endnotes, comments;
};

Result<Loaded> load(DocxPackage& package) {
  const Result<DocxParts> parts = find_parts(package);
  if (!parts) return tl::unexpected(parts.error());
  Loaded loaded;
  const std::pair<const std::string*, Part*> wanted[] = {
      {&parts->document, &loaded.document},   {&parts->styles, &loaded.styles},     {&parts->numbering, &loaded.numbering},
      {&parts->footnotes, &loaded.footnotes}, {&parts->endnotes, &loaded.endnotes}, {&parts->comments, &loaded.comments}};
  for (const auto& [name, part] : wanted) {
    Result<Part> read = read_part(package, *name);
    if (!read) return tl::unexpected(std::move(read.error()));
    *part = std::move(*read);
  }
  if (!loaded.document) return tl::unexpected(docx_error(package.name(), parts->document, "the archive has no such part"));
  return loaded;
}

/// ISO 639 code of the language that the file's styles are in.
std::string language_of(const Part& styles) {
  if (!styles) return "en";
  const pugi::xml_node defaults = child_of(styles->document_element(), "docDefaults");
  const auto tag = value_of(child_of(child_of(defaults, "rPrDefault"), "rPr"), "lang");
  return tag.size() < 2 ? "en" : std::string(tag.substr(0, 2));
}

}  // namespace

Result<Reading> read_docx(std::string_view bytes, std::string_view name, const ReadOptions& options) {
  Result<DocxPackage> package = DocxPackage::open(bytes, name, options.limits);
  if (!package) return tl::unexpected(std::move(package.error()));
  const Result<Loaded> parts = load(*package);
  if (!parts) return tl::unexpected(parts.error());
  const pugi::xml_node body = child_of(parts->document->document_element(), "body");
  if (!body) return tl::unexpected(docx_error(name, "word/document.xml", "it has no w:body"));

  const DocxStyles styles = parts->styles ? DocxStyles(*parts->styles) : DocxStyles();
  const DocxNumbering numbering = parts->numbering ? DocxNumbering(*parts->numbering, styles) : DocxNumbering();
  WordContent content;
  DocxWalker walker(styles, numbering, content);
  walker.walk(body);
  append_notes(content, walker, parts->footnotes.get(), parts->endnotes.get());
  DocxText text = compose_docx(content, numbering, language_of(parts->styles), options.tracked_changes);

  Reading reading;
  if (parts->comments) reading.margin = margin_notes(text, *parts->comments, styles, numbering);
  reading.text = std::move(text.text);
  reading.source_lines = std::move(text.source_lines);
  reading.revisions = std::move(text.revisions);
  reading.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  reading.extension = "docx";
  reading.encoding = "UTF-8";
  reading.diagnostics = std::move(content.diagnostics);
  return reading;
}

}  // namespace travaux
