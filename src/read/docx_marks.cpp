// The part of the walk that follows marks: tracked changes, moves, fields, notes and comments.
#include <algorithm>
#include <string>

#include "read/docx_runs.h"
#include "read/docx_xml.h"

namespace travaux {

bool DocxWalker::marker(std::string_view name, pugi::xml_node node) {
  if (name == "commentRangeStart" || name == "commentRangeEnd") {
    const std::string id(attribute_of(node, "id"));
    add(PieceKind::kAnchor, (name == "commentRangeStart" ? "<" : ">") + id, {});
  } else if (name == "moveFromRangeStart") {
    move_from_ = attribute_of(node, "name");
  } else if (name == "moveToRangeStart") {
    move_to_ = attribute_of(node, "name");
  } else if (name == "moveFromRangeEnd") {
    move_from_.clear();
  } else if (name == "moveToRangeEnd") {
    move_to_.clear();
  } else {
    return false;
  }
  return true;
}

void DocxWalker::field_mark(pugi::xml_node node) {
  if (!fields_sound_) return;
  const auto type = attribute_of(node, "fldCharType");
  if (type == "begin") {
    fields_.push_back(true);
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back() = false;
  } else if (type == "end" && !fields_.empty()) {
    fields_.pop_back();
  }
}

/// Fields whose result no file holds: what Word prints for them is told to be missing.
void DocxWalker::computed_number(pugi::xml_node code) {
  const std::string words = words_of(code);
  const auto begin = words.find_first_not_of(' ');
  if (begin == std::string::npos) return;
  const std::string field = words.substr(begin, words.find_first_of(" \\", begin) - begin);
  if (field == "LISTNUM" || field.starts_with("AUTONUM"))
    tell("Word computes a number here (" + field + "), which is not in the text");
}

bool DocxWalker::in_field_code() const { return std::find(fields_.begin(), fields_.end(), true) != fields_.end(); }

void DocxWalker::note(std::string_view name, pugi::xml_node node, ChangeMarks marks) {
  const std::string id(attribute_of(node, "id"));
  if (name == "commentReference") return add(PieceKind::kAnchor, "=" + id, {});
  const auto custom = attribute_of(node, "customMarkFollows");
  if (!custom.empty() && custom != "0" && custom != "false") {  // its mark is text and comes next, as it does before the note
    add(name == "footnoteReference" ? PieceKind::kFootnote : PieceKind::kEndnote, "*" + id, marks);
  } else {
    add(name == "footnoteReference" ? PieceKind::kFootnote : PieceKind::kEndnote, id, marks);
  }
}

void DocxWalker::add_text(const std::string& text, ChangeMarks marks) {
  if (text.empty()) return;
  auto& pieces = current_.pieces;
  if (!pieces.empty() && pieces.back().kind == PieceKind::kText && pieces.back().marks == marks) {
    pieces.back().text += text;
  } else {
    add(PieceKind::kText, text, marks);
  }
}

void DocxWalker::add(PieceKind kind, std::string text, ChangeMarks marks) {
  (in_paragraph_ ? current_.pieces : pending_).push_back({kind, std::move(text), marks});
}

void DocxWalker::tell(const std::string& message) {
  content_->diagnostics.push_back({content_->paragraphs.size() + (in_paragraph_ ? 1 : 0), Severity::kWarning, message});
}

std::size_t DocxWalker::move_of(std::string_view name) {
  const std::string& range = name == "moveFrom" ? move_from_ : move_to_;
  if (range.empty() || !name.starts_with("move")) return 0;
  return moves_.try_emplace(range, moves_.size() + 1).first->second;
}

ChangeMarks DocxWalker::marked(ChangeMarks outer, std::string_view name, pugi::xml_node node) {
  WordChange change{words_of_attribute(node, "author"), words_of_attribute(node, "date"), move_of(name)};
  auto& changes = content_->changes;
  const auto same = [&](std::size_t i) {
    return i != ChangeMarks::kNone && changes[i].author == change.author && changes[i].date == change.date &&
           changes[i].move == change.move;
  };
  const bool deletion = name == "del" || name == "moveFrom" || name == "cellDel";
  std::size_t& slot = deletion ? outer.deleted : outer.inserted;
  if (same(slot)) return outer;
  if (changes.empty() || !same(changes.size() - 1)) changes.push_back(std::move(change));
  slot = changes.size() - 1;
  return outer;
}

ChangeMarks DocxWalker::marked_by(ChangeMarks outer, pugi::xml_node properties) {
  for (const pugi::xml_node node : properties.children()) {
    const auto name = local_name(node);
    if (name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo" || name == "cellIns" || name == "cellDel")
      outer = marked(outer, name, node);
  }
  return outer;
}

}  // namespace travaux
