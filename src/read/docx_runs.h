// From the XML of a Word file's body to paragraphs: what is printed, in reading order, and which changes each piece stands in.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/docx_content.h"
#include "read/docx_numbering.h"
#include "read/docx_styles.h"

namespace travaux {

/// Walks a part of the file and appends its paragraphs to `content`. Fields give their results, alternatives one of their
/// readings, deleted words stay with their marks; hidden text, pictures and what only formats are left out. Linear.
class DocxWalker {
 public:
  DocxWalker(const DocxStyles& styles, const DocxNumbering& numbering, WordContent& content)
      : styles_(&styles), numbering_(&numbering), content_(&content) {}

  /// Everything in `parent`, as one container. `marks` are the changes that it stands in as a whole; `label`, a piece before its
  /// first words (a note's mark).
  void walk(pugi::xml_node parent, ChangeMarks marks = {}, const WordPiece* label = nullptr);

 private:
  void container(pugi::xml_node parent, ChangeMarks marks);
  void blocks(pugi::xml_node parent, ChangeMarks marks);
  void table(pugi::xml_node node, ChangeMarks marks);
  void paragraph(pugi::xml_node node, ChangeMarks marks);
  void inlines(pugi::xml_node parent, ChangeMarks marks);
  void inline_node(pugi::xml_node node, ChangeMarks marks);
  void run(pugi::xml_node node, ChangeMarks marks);
  void run_content(pugi::xml_node parent, ChangeMarks marks, std::string_view font);
  void boxes_in(pugi::xml_node node, ChangeMarks marks);
  void boxes();

  /// Range marks and anchors, which may stand among blocks and among runs. Whether it was one.
  bool marker(std::string_view name, pugi::xml_node node);
  void field_mark(pugi::xml_node node);
  void computed_number(pugi::xml_node code);
  bool in_field_code() const;
  void note(std::string_view name, pugi::xml_node node, ChangeMarks marks);
  void add_text(const std::string& text, ChangeMarks marks);
  void add(PieceKind kind, std::string text, ChangeMarks marks);
  void tell(const std::string& message);

  ChangeMarks marked(ChangeMarks outer, std::string_view name, pugi::xml_node node);
  ChangeMarks marked_by(ChangeMarks outer, pugi::xml_node properties);
  ListPlace place_before(pugi::xml_node properties) const;
  std::size_t move_of(std::string_view name);

  const DocxStyles* styles_;
  const DocxNumbering* numbering_;
  WordContent* content_;
  WordParagraph current_;
  bool in_paragraph_ = false;
  std::string_view style_;          ///< of the current paragraph
  std::vector<WordPiece> pending_;  ///< anchors that stand between paragraphs
  std::vector<bool> fields_;        ///< open fields; true: in the code, false: in the result
  bool fields_sound_ = true;
  std::vector<std::pair<pugi::xml_node, ChangeMarks>> boxes_;  ///< text boxes of the paragraph, to come after it
  std::map<std::string, std::size_t, std::less<>> moves_;      ///< ids of moves by their names
  std::string move_from_, move_to_;                            ///< names of the moves under way
};

}  // namespace travaux
