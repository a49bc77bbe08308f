#include "read/docx_notes.h"

#include <algorithm>
#include <map>
#include <string>

#include "read/docx_xml.h"

namespace travaux {

namespace {

using NodesById = std::map<std::string, pugi::xml_node, std::less<>>;

NodesById nodes_of(const pugi::xml_document* part, std::string_view name) {
  NodesById nodes;
  if (part == nullptr) return nodes;
  for (const pugi::xml_node node : part->document_element().children()) {
    if (local_name(node) == name) nodes.try_emplace(std::string(attribute_of(node, "id")), node);
  }
  return nodes;
}

struct Reference {
  std::string id;
  ChangeMarks marks;
};

std::vector<Reference> references_of(const WordContent& content, PieceKind kind) {
  std::vector<Reference> references;
  for (const auto& paragraph : content.paragraphs) {
    for (const auto& piece : paragraph.pieces) {
      if (piece.kind == kind) references.push_back({piece.text, piece.marks});
    }
  }
  return references;
}

}  // namespace

void append_notes(WordContent& content, DocxWalker& walker, const pugi::xml_document* footnotes,
                  const pugi::xml_document* endnotes) {
  const auto append = [&](PieceKind kind, const char* letter, NodesById nodes) {
    for (const auto& [mark, marks] : references_of(content, kind)) {
      const bool custom = mark.starts_with('*');
      const std::string id = mark.substr(custom ? 1 : 0);
      const auto found = nodes.find(id);
      if (found == nodes.end()) continue;
      const WordPiece label{PieceKind::kNoteLabel, letter + id, marks};
      walker.walk(found->second, marks, custom ? nullptr : &label);
      nodes.erase(found);  // a note is printed once, however often it is referred to
    }
  };
  append(PieceKind::kFootnote, "f", nodes_of(footnotes, "footnote"));
  append(PieceKind::kEndnote, "e", nodes_of(endnotes, "endnote"));
}

std::vector<MarginNote> margin_notes(const DocxText& text, const pugi::xml_document& comments, const DocxStyles& styles,
                                     const DocxNumbering& numbering) {
  std::vector<MarginNote> notes;
  for (const auto& [id, node] : nodes_of(&comments, "comment")) {
    const auto anchor = text.anchors.find(id);
    if (anchor == text.anchors.end()) continue;
    WordContent content;
    DocxWalker(styles, numbering, content).walk(node);
    std::string words = compose_docx(content, numbering, "en", ReadOptions::TrackedChanges::kAccept).text;
    while (words.ends_with('\n')) words.pop_back();
    notes.push_back({words_of_attribute(node, "author"), words_of_attribute(node, "date"), anchor->second, std::move(words)});
  }
  std::stable_sort(notes.begin(), notes.end(),
                   [](const MarginNote& a, const MarginNote& b) { return a.span.begin < b.span.begin; });
  return notes;
}

}  // namespace travaux
