#include "read/docx_runs.h"

#include <utility>

#include "read/docx_symbols.h"
#include "read/docx_xml.h"

namespace travaux {

namespace {

bool is_change(std::string_view name) { return name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo"; }

/// Elements around blocks or runs that mean nothing to the words in them.
bool is_wrapper(std::string_view name) {
  return name == "hyperlink" || name == "smartTag" || name == "customXml" || name == "fldSimple" || name == "dir" ||
         name == "bdo";
}

bool is_properties(std::string_view name) { return name.ends_with("Pr") || name.ends_with("PrEx") || name.ends_with("Change"); }

/// Whether fields open and close in turn. Where they do not, what lies "in a field's code" may be anything, and is read.
bool fields_pair(pugi::xml_node node, int& open) {
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) == "fldChar") {
      const auto type = attribute_of(child, "fldCharType");
      open += type == "begin" ? 1 : (type == "end" ? -1 : 0);
      if (open < 0) return false;
    } else if (!fields_pair(child, open)) {
      return false;
    }
  }
  return true;
}

std::string symbol_in(pugi::xml_node node) {
  char32_t code = 0;
  for (const char c : attribute_of(node, "char").substr(0, 6)) {
    const bool digit = c >= '0' && c <= '9';
    const char folded = static_cast<char>(c | 0x20);
    if (!digit && (folded < 'a' || folded > 'f')) return "□";
    code = code * 16 + static_cast<char32_t>(digit ? c - '0' : folded - 'a' + 10);
  }
  return symbol_text(attribute_of(node, "font"), code);
}

}  // namespace

void DocxWalker::walk(pugi::xml_node parent, ChangeMarks marks, const WordPiece* label) {
  int open = 0;
  fields_sound_ = fields_pair(parent, open) && open == 0;
  fields_.clear();
  if (label != nullptr) pending_.push_back(*label);
  container(parent, marks);
  if (!fields_sound_) tell("a field does not end; its code may stand among the words");
  if (!pending_.empty() && !content_->paragraphs.empty()) {
    auto& last = content_->paragraphs.back().pieces;
    last.insert(last.end(), pending_.begin(), pending_.end());
  }
  pending_.clear();
}

void DocxWalker::container(pugi::xml_node parent, ChangeMarks marks) {
  const std::size_t before = content_->paragraphs.size();
  blocks(parent, marks);
  if (content_->paragraphs.size() > before) content_->paragraphs.back().ends_container = true;
  boxes();
}

void DocxWalker::blocks(pugi::xml_node parent, ChangeMarks marks) {
  for (const pugi::xml_node node : parent.children()) {
    const auto name = local_name(node);
    if (name == "p") {
      paragraph(node, marks);
    } else if (name == "tbl") {
      table(node, marks);
    } else if (name == "sdt") {
      blocks(child_of(node, "sdtContent"), marks);
    } else if (is_change(name)) {
      blocks(node, marked(marks, name, node));
    } else if (is_wrapper(name)) {
      blocks(node, marks);
    } else if (name == "AlternateContent") {
      blocks(alternative_of(node), marks);
    } else if (name == "altChunk" || name == "subDoc") {
      tell("another file is embedded here; its text is not read");
    } else {
      marker(name, node);
    }
  }
}

void DocxWalker::table(pugi::xml_node node, ChangeMarks marks) {
  if (!content_->paragraphs.empty()) content_->paragraphs.back().ends_container = true;
  boxes();
  for (const pugi::xml_node child : node.children()) {
    const auto name = local_name(child);
    if (name == "tr") {
      table(child, marked_by(marks, child_of(child, "trPr")));
    } else if (name == "tc") {
      container(child, marked_by(marks, child_of(child, "tcPr")));
    } else if (name == "sdt") {
      table(child_of(child, "sdtContent"), marks);
    } else if (is_change(name)) {
      table(child, marked(marks, name, child));
    } else if (is_wrapper(name)) {
      table(child, marks);
    } else {
      marker(name, child);
    }
  }
}

void DocxWalker::paragraph(pugi::xml_node node, ChangeMarks marks) {
  current_ = {};
  current_.ordinal = content_->paragraphs.size() + 1;
  const pugi::xml_node properties = child_of(node, "pPr");
  const pugi::xml_node mark = child_of(properties, "rPr");
  style_ = value_of(properties, "pStyle");
  if (styles_->find(style_) == nullptr) style_ = styles_->default_paragraph_style();
  for (const pugi::xml_node child : node.children()) {  // the end of the paragraph is said first and moves with the words
    const auto name = local_name(child);
    if (name == "moveFromRangeStart" || name == "moveToRangeStart") marker(name, child);
  }
  current_.place = numbering_->place_of(properties, style_, *styles_);
  current_.place_before = place_before(properties);
  current_.mark = marked_by(marks, mark);
  current_.hidden_mark = styles_->hidden(mark, style_);
  current_.pieces = std::exchange(pending_, {});
  in_paragraph_ = true;
  inlines(node, marks);
  in_paragraph_ = false;
  content_->paragraphs.push_back(std::move(current_));
  const auto& ended = content_->paragraphs.back();
  if (ended.mark == ChangeMarks{} && !ended.hidden_mark) boxes();
}

/// Where it was numbered before its formatting changed (ECMA-376 part 1, 17.13.5.29 pPrChange; 17.9.18 numPr with w:ins).
ListPlace DocxWalker::place_before(pugi::xml_node properties) const {
  if (const pugi::xml_node change = child_of(properties, "pPrChange")) {
    const pugi::xml_node former = child_of(change, "pPr");
    std::string_view style = value_of(former, "pStyle");
    if (styles_->find(style) == nullptr) style = styles_->default_paragraph_style();
    return numbering_->place_of(former, style, *styles_);
  }
  if (child_of(child_of(properties, "numPr"), "ins")) return numbering_->place_of({}, style_, *styles_);
  return current_.place;
}

void DocxWalker::inlines(pugi::xml_node parent, ChangeMarks marks) {
  for (const pugi::xml_node node : parent.children()) inline_node(node, marks);
}

void DocxWalker::inline_node(pugi::xml_node node, ChangeMarks marks) {
  const auto name = local_name(node);
  if (name == "r") {
    run(node, marks);
  } else if (is_change(name)) {
    inlines(node, marked(marks, name, node));
  } else if (name == "sdt") {
    inlines(child_of(node, "sdtContent"), marks);
  } else if (name == "AlternateContent") {
    inlines(alternative_of(node), marks);
  } else if (name == "ruby") {
    inlines(child_of(node, "rubyBase"), marks);
  } else if (name == "subDoc") {
    tell("another file is embedded here; its text is not read");
  } else if (!is_properties(name) && !marker(name, node)) {
    inlines(node, marks);  // wrappers, and all that mathematics nests
  }
}

void DocxWalker::run(pugi::xml_node node, ChangeMarks marks) {
  const pugi::xml_node properties = child_of(node, "rPr");
  const bool hidden = styles_->hidden(properties, style_);
  if (!hidden) return run_content(node, marks, styles_->font(properties));
  for (const pugi::xml_node child : node.children()) {  // a field may begin in what is hidden and end in what is not
    if (local_name(child) == "fldChar") field_mark(child);
  }
}

void DocxWalker::run_content(pugi::xml_node parent, ChangeMarks marks, std::string_view font) {
  for (const pugi::xml_node node : parent.children()) {
    const auto name = local_name(node);
    if (name == "fldChar") {
      field_mark(node);
    } else if (name == "instrText") {
      computed_number(node);
    } else if (in_field_code()) {
      continue;
    } else if (name == "t" || name == "delText") {
      // Word drops spaces at the ends where xml:space does not keep them; other programs leave it out and mean their spaces.
      const std::string words = symbols_set(font, words_of(node));
      const bool struck = name == "delText" && marks.deleted == ChangeMarks::kNone;
      add_text(words, struck ? marked(marks, "del", node) : marks);
    } else if (name == "tab" || name == "ptab") {
      add_text("\t", marks);
    } else if (name == "br" || name == "cr") {
      add(PieceKind::kBreak, {}, marks);
    } else if (name == "noBreakHyphen") {
      add_text("\u2011", marks);
    } else if (name == "sym") {
      add_text(symbol_in(node), marks);
    } else if (name == "footnoteReference" || name == "endnoteReference" || name == "commentReference") {
      note(name, node, marks);
    } else if (name == "AlternateContent") {
      run_content(alternative_of(node), marks, font);
    } else if (name == "ruby") {
      inlines(child_of(node, "rubyBase"), marks);
    } else if (name == "drawing" || name == "pict" || name == "object") {
      boxes_in(node, marks);
    }
  }
}

void DocxWalker::boxes_in(pugi::xml_node node, ChangeMarks marks) {
  for (const pugi::xml_node child : node.children()) {
    const auto name = local_name(child);
    if (name == "txbxContent") {
      boxes_.emplace_back(child, marks);
    } else if (name == "AlternateContent") {
      boxes_in(alternative_of(child), marks);
    } else {
      boxes_in(child, marks);
    }
  }
}

void DocxWalker::boxes() {
  if (boxes_.empty()) return;
  const auto fields = std::exchange(fields_, {});
  for (const auto& [box, marks] : std::exchange(boxes_, {})) container(box, marks);
  fields_ = fields;
}

}  // namespace travaux
