#include "read/docx_text.h"

#include <algorithm>
#include <set>

#include "read/docx_layout.h"
#include "read/settle.h"

namespace travaux {

namespace {

constexpr std::size_t kNone = ChangeMarks::kNone;

/// Gathers what stands in one of the two texts only.
class RevisionMaker {
 public:
  explicit RevisionMaker(const WordContent& content) : changes_(content.changes) {}

  /// The next atom; `begin` and `end`, where it stands in the accepted text (empty: where it would).
  void take(const Atom& atom, Span span) {
    if (atom.in[0] == atom.in[1]) {
      if (atom.in[0]) close();
      if (!atom.in[0] && struck(atom)) take_struck(atom, span.begin);
      return;
    }
    const auto kind = atom.in[0] ? Revision::Kind::kInsertion : Revision::Kind::kDeletion;
    const std::size_t change = atom.in[0] ? atom.marks.inserted : atom.marks.deleted;
    if (!open_ || revision_.kind != kind || !same(change)) begin(kind, span.begin);
    if (change_ == kNone) change_ = change;
    revision_.text += atom.text;
    revision_.span.end = span.end;
  }

  std::vector<Revision> finish() {
    close();
    drop_half_moves();
    return std::move(revisions_);
  }

 private:
  /// Inserted by one author and struck by another.
  bool struck(const Atom& atom) const {
    const auto& [inserted, deleted] = atom.marks;
    return inserted != kNone && deleted != kNone && changes_[inserted].author != changes_[deleted].author;
  }

  /// An insertion that is nowhere, and the deletion of its words.
  void take_struck(const Atom& atom, std::size_t at) {
    const WordChange& inserted = changes_[atom.marks.inserted];
    const WordChange& deleted = changes_[atom.marks.deleted];
    close();
    const std::size_t size = revisions_.size();
    if (size == struck_end_ && size > 1 && revisions_.back().span.begin == at && revisions_.back().author == deleted.author &&
        revisions_[size - 2].author == inserted.author) {
      revisions_[size - 2].text += atom.text;
      revisions_[size - 1].text += atom.text;
      return;
    }
    revisions_.push_back({Revision::Kind::kInsertion, inserted.author, inserted.date, {at, at}, atom.text, 0});
    revisions_.push_back({Revision::Kind::kDeletion, deleted.author, deleted.date, {at, at}, atom.text, 0});
    struck_end_ = revisions_.size();
  }

  bool same(std::size_t change) const {
    if (change == kNone || change_ == kNone) return true;  // white space between pieces belongs to either
    return changes_[change].author == changes_[change_].author && changes_[change].move == changes_[change_].move;
  }

  void begin(Revision::Kind kind, std::size_t at) {
    close();
    revision_ = {};
    revision_.kind = kind;
    revision_.span = {at, at};
    change_ = kNone;
    open_ = true;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    const std::size_t change = change_ != kNone ? change_ : last_;
    if (change != kNone) {
      revision_.author = changes_[change].author;
      revision_.date = changes_[change].date;
      revision_.move = changes_[change].move;
      last_ = change;
    }
    revisions_.push_back(std::move(revision_));
  }

  /// A move of which only one end is there is an insertion or a deletion.
  void drop_half_moves() {
    std::set<std::size_t> from, to;
    for (const auto& revision : revisions_) (revision.kind == Revision::Kind::kDeletion ? from : to).insert(revision.move);
    for (auto& revision : revisions_) {
      if (!from.contains(revision.move) || !to.contains(revision.move)) revision.move = 0;
    }
  }

  const std::vector<WordChange>& changes_;
  std::vector<Revision> revisions_;
  Revision revision_;
  std::size_t change_ = kNone;
  std::size_t last_ = kNone;  ///< the change before, which white space apart from all belongs to
  bool open_ = false;
  std::size_t struck_end_ = kNone;  ///< after the revisions of the last insertion that was struck
};

/// Writes one of the texts, and remembers which atom each line began with.
class Writer {
 public:
  Writer(const WordContent& content, DocxLayout& layout, std::size_t view) : content_(content), layout_(layout), view_(view) {}

  DocxText write() {
    RevisionMaker revisions(content_);
    auto& atoms = layout_.atoms();
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      const Atom& atom = atoms[i];
      if (atom.kind == AtomKind::kSeparator && layout_.begins_line(atom.paragraph, view_)) starter_ = i;
      if (atom.kind == AtomKind::kAnchor) {
        anchor(atom.text);
        continue;
      }
      const std::size_t at = result_.text.size();
      if (atom.in[view_]) put(i);
      if (view_ == 0) revisions.take(atom, {at, result_.text.size()});
    }
    if (view_ == 0) result_.revisions = revisions.finish();
    return std::move(result_);
  }

  const std::vector<std::size_t>& starters() const { return starters_; }

 private:
  void put(std::size_t i) {
    const Atom& atom = layout_.atoms()[i];
    result_.text += atom.text;
    for (const char c : atom.text) {
      if (c != '\n') continue;
      result_.source_lines.push_back(content_.paragraphs[atom.paragraph].ordinal);
      starters_.push_back(starter_);
    }
    if (atom.kind == AtomKind::kBreak && atom.text != " ") starter_ = i;
  }

  /// "<" begins, ">" ends, "=" is where the comment's own mark stands.
  void anchor(const std::string& mark) {
    const std::size_t at = result_.text.size();
    const std::string id = mark.substr(1);
    const auto [found, is_new] = result_.anchors.try_emplace(id, Span{at, at});
    if (!is_new && mark.starts_with('>')) found->second.end = std::max(at, found->second.begin);
  }

  const WordContent& content_;
  DocxLayout& layout_;
  std::size_t view_;
  DocxText result_;
  std::size_t starter_ = kNone;
  std::vector<std::size_t> starters_;  ///< for each line, the atom that a separator for it would be
};

/// Sets one more blank line before what begins with this atom, up to two: one would not part the lines of a text that looks
/// double-spaced. Whether it did.
bool set_apart(DocxLayout& layout, std::size_t i, std::size_t view) {
  constexpr std::size_t kMostBlank = 2;
  Atom& atom = layout.atoms()[i];
  const bool separates = atom.kind == AtomKind::kSeparator;
  if (separates && !atom.in[view]) {
    atom.in[view] = true;
    atom.in[1 - view] = layout.begins_line(atom.paragraph, 1 - view);
    return true;
  }
  if (atom.text.size() >= kMostBlank + (separates ? 0 : 1)) return false;
  atom.text += '\n';
  return true;
}

}  // namespace

DocxText compose_docx(const WordContent& content, const DocxNumbering& numbering, const std::string& language,
                      ReadOptions::TrackedChanges changes) {
  constexpr int kTurns = 4;
  const std::size_t view = changes == ReadOptions::TrackedChanges::kAccept ? 0 : 1;
  DocxLayout layout(content, numbering, language, view);
  for (int turn = 0;; ++turn) {
    Writer writer(content, layout, view);
    DocxText result = writer.write();
    bool changed = false;
    const auto wraps = turn < kTurns ? lines_taken_for_wraps(result.text) : std::vector<std::size_t>();
    for (const std::size_t line : wraps) changed |= set_apart(layout, writer.starters()[line - 1], view);
    if (!changed) return result;
  }
}

}  // namespace travaux
