#include "read/docx_atoms.h"

#include <array>
#include <map>
#include <string_view>

#include "read/cues.h"
#include "read/typography.h"
#include "text/unicode.h"

namespace travaux {

namespace {

using Counts = std::array<std::size_t, 2>;

std::string raised(std::size_t number) {
  constexpr std::array kFigures{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (const char digit : std::to_string(number)) text += kFigures[static_cast<std::size_t>(digit - '0')];
  return text;
}

/// Notes by kind and id, with the number that each bears in the text, once changes are accepted and once they are rejected.
/// Endnotes count on from the footnotes, so that no mark means two notes.
std::map<std::string, std::string> note_marks(const WordContent& content) {
  std::map<std::string, std::string> marks;
  Counts counts = {};
  for (const auto kind : {PieceKind::kFootnote, PieceKind::kEndnote}) {
    for (const auto& paragraph : content.paragraphs) {
      for (const auto& piece : paragraph.pieces) {
        if (piece.kind != kind || piece.text.starts_with('*')) continue;
        for (std::size_t view = 0; view < counts.size(); ++view) counts[view] += stands(piece.marks, view) ? 1 : 0;
        const std::string key = (kind == PieceKind::kFootnote ? "f" : "e") + piece.text;
        marks.try_emplace(key, raised(counts[stands(piece.marks, 0) ? 0 : 1]));
      }
    }
  }
  return marks;
}

class AtomMaker {
 public:
  explicit AtomMaker(const WordContent& content) : content_(content), notes_(note_marks(content)) {}

  std::vector<Atom> make() {
    for (; paragraph_ < content_.paragraphs.size(); ++paragraph_) {
      const auto& paragraph = content_.paragraphs[paragraph_];
      push(AtomKind::kSeparator, "\n", {});
      push(AtomKind::kNumber, "", {});
      push(AtomKind::kNumberSpace, " ", {});
      const std::size_t begin = atoms_.size();
      for (const auto& piece : paragraph.pieces) take(piece);
      judge_breaks(begin);
      push(AtomKind::kEnd, "\n", paragraph.mark);
    }
    return std::move(atoms_);
  }

 private:
  void push(AtomKind kind, std::string text, ChangeMarks marks) {
    atoms_.push_back({kind, std::move(text), marks, paragraph_, {}});
  }

  void take(const WordPiece& piece) {
    switch (piece.kind) {
      case PieceKind::kText:
        return words(piece);
      case PieceKind::kBreak:
        return push(AtomKind::kBreak, "\n", piece.marks);
      case PieceKind::kFootnote:
        return mark("f" + piece.text, piece.marks);
      case PieceKind::kEndnote:
        return mark("e" + piece.text, piece.marks);
      case PieceKind::kNoteLabel:
        mark(piece.text, piece.marks);
        return push(AtomKind::kSpace, " ", piece.marks);
      case PieceKind::kAnchor:
        return push(AtomKind::kAnchor, piece.text, {});
    }
  }

  void mark(const std::string& key, ChangeMarks marks) {
    const auto found = notes_.find(key);
    if (found != notes_.end()) push(AtomKind::kWords, found->second, marks);
  }

  /// Words between tabs; runs of spaces are one.
  void words(const WordPiece& piece) {
    const std::string text = set_right(piece.text);
    std::string run;
    bool space = false;
    bool tab = false;
    const auto flush_space = [&] {
      if (!run.empty()) push(AtomKind::kWords, std::move(run), piece.marks);
      run.clear();
      push(AtomKind::kSpace, tab ? "\t" : " ", piece.marks);
      space = tab = false;
    };
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (is_white_space(c)) {
        space = true;
        tab |= c == U'\t';
        continue;
      }
      if (space && (run.empty() || tab)) {
        flush_space();
      } else if (space) {
        run += ' ';
        space = false;
      }
      append_utf8(run, c);
    }
    if (space) return flush_space();
    if (!run.empty()) push(AtomKind::kWords, std::move(run), piece.marks);
  }

  /// A sentence that goes on over a line end was only broken for its looks.
  void judge_breaks(std::size_t begin) {
    std::vector<std::string> stretches(1);
    for (std::size_t i = begin; i < atoms_.size(); ++i) {
      if (atoms_[i].kind == AtomKind::kBreak) {
        stretches.emplace_back();
      } else if (atoms_[i].kind == AtomKind::kWords || atoms_[i].kind == AtomKind::kSpace) {
        stretches.back() += atoms_[i].text;
      }
    }
    std::size_t stretch = 0;
    for (std::size_t i = begin; i < atoms_.size(); ++i) {
      if (atoms_[i].kind != AtomKind::kBreak) continue;
      const std::string_view before = stretches[stretch++];
      const std::string_view after = stretches[stretch];
      const auto ending = ending_of(before);
      const bool open = ending == Ending::kOpen || ending == Ending::kComma || ending == Ending::kHyphen;
      const bool goes_on = open && !enumerator_at(after) && (starts_with_lower(after) || ends_with_dependent_word(before));
      if (goes_on) atoms_[i].text = " ";
    }
  }

  const WordContent& content_;
  std::map<std::string, std::string> notes_;
  std::vector<Atom> atoms_;
  std::size_t paragraph_ = 0;
};

}  // namespace

std::vector<Atom> atoms_of(const WordContent& content) { return AtomMaker(content).make(); }

}  // namespace travaux
