#include "read/docx_layout.h"

#include "read/typography.h"

namespace travaux {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kIndent = 4;

}  // namespace

/// The line under way.
struct DocxLayout::Line {
  std::size_t first = kNone;  ///< paragraph that it begins with
  std::size_t owner = kNone;  ///< the last with words
  std::size_t space = kNone;  ///< the atom of a space at its present end
  bool words = false;         ///< since the last line end
  bool broken = false;        ///< line ends stand in it
  std::string text;           ///< since the last line end; for tables of contents
  std::vector<std::size_t> tabs;
};

DocxLayout::DocxLayout(const WordContent& content, const DocxNumbering& numbering, const std::string& language, std::size_t shown)
    : content_(content), atoms_(atoms_of(content)) {
  const std::size_t paragraphs = content.paragraphs.size();
  for (std::size_t view = 0; view < 2; ++view) {
    begins_[view].assign(paragraphs, false);
    spaced_[view].assign(paragraphs, false);
    numbers_[view].assign(paragraphs, {});
    lay_out(view, ListCounter(numbering, language));
  }
  settle_numbers(shown);
}

void DocxLayout::lay_out(std::size_t view, ListCounter counter) {
  Line line;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    if (atoms_[i].kind == AtomKind::kEnd) {
      end_paragraph(line, i, view, counter);
    } else {
      take(line, i, view);
    }
  }
}

void DocxLayout::take(Line& line, std::size_t i, std::size_t view) {
  Atom& atom = atoms_[i];
  if (atom.kind == AtomKind::kSeparator && line.owner == kNone && !line.broken) line.first = atom.paragraph;
  if (atom.kind < AtomKind::kWords) return;
  const bool stays = stands(atom.marks, view);
  if (atom.kind == AtomKind::kAnchor || !stays) {
    atom.in[view] = stays;
    return;
  }
  if (atom.kind == AtomKind::kWords) {
    atom.in[view] = true;
    line.words = true;
    line.owner = atom.paragraph;
    line.space = kNone;
    line.text += atom.text;
    return;
  }
  const bool ends = atom.kind == AtomKind::kBreak && atom.text != " ";
  if (ends && line.words) {
    if (line.space != kNone) atoms_[line.space].in[view] = false;
    atom.in[view] = true;
    line.words = false;
    line.broken = true;
    line.space = kNone;
    line.text.clear();
    line.tabs.clear();
    return;
  }
  atom.in[view] = !ends && line.words && line.space == kNone;
  if (!atom.in[view]) return;
  line.space = i;
  line.text += atom.text;
  if (atom.text == "\t") line.tabs.push_back(i);
}

void DocxLayout::end_paragraph(Line& line, std::size_t end, std::size_t view, ListCounter& counter) {
  const auto& paragraph = content_.paragraphs[atoms_[end].paragraph];
  const bool kept = stands(paragraph.mark, view) && !paragraph.hidden_mark;
  const bool last = end + 1 == atoms_.size();
  if (!kept && !paragraph.ends_container && !last) return;
  if (kept || line.owner != kNone) finish(line, end, view, counter);
  line = {};
}

void DocxLayout::finish(Line& line, std::size_t end, std::size_t view, ListCounter& counter) {
  if (line.space != kNone) atoms_[line.space].in[view] = false;
  atoms_[end].in[view] = line.words || !line.broken;
  begins_[view][line.first] = true;
  spaced_[view][line.first] = line.owner != kNone;
  const std::size_t owner = line.owner != kNone ? line.owner : atoms_[end].paragraph;
  const PrintedNumber number =
      counter.next(view == 0 ? content_.paragraphs[owner].place : content_.paragraphs[owner].place_before);
  if (number.bullet && line.owner == kNone) return;  // a bullet alone is no text
  if (!number.text.empty()) numbers_[view][line.first] = std::string(kIndent * number.nested, ' ') + number.text;
  // The tab before a page's number tells a table of contents; all others are spaces.
  if (line.tabs.empty()) return;
  const bool contents = single_spaced(line.text).find('\t') != std::string::npos;
  if (contents) line.tabs.pop_back();
  for (const std::size_t tab : line.tabs) atoms_[tab].text = " ";
}

void DocxLayout::settle_numbers(std::size_t shown) {
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    Atom& atom = atoms_[i];
    if (atom.kind != AtomKind::kNumber) continue;
    const std::size_t p = atom.paragraph;
    const bool both = begins_[0][p] && begins_[1][p];
    const std::size_t view = both ? shown : (begins_[0][p] ? 0 : 1);
    atom.text = numbers_[view][p];
    for (const std::size_t one : {std::size_t{0}, std::size_t{1}}) {
      atom.in[one] = begins_[one][p] && !atom.text.empty();
      atoms_[i + 1].in[one] = atom.in[one] && spaced_[one][p];
    }
  }
}

}  // namespace travaux
