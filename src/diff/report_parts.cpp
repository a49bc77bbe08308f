// Divided and joined items: the words of the whole against those of all its parts, one after the other.
#include <algorithm>
#include <numeric>
#include <set>

#include "diff/changes.h"
#include "diff/words.h"

namespace travaux {

namespace {

std::set<TokenId> content_of(const TokenText& text) {
  std::set<TokenId> ids;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_content(text, i)) ids.insert(text.loose[i]);
  }
  return ids;
}

/// Words of the whole, and the words of one part that stand in their place.
struct Piece {
  Span whole;  ///< tokens
  std::size_t part = 0;
  Span words;  ///< tokens of the part

  bool empty() const { return whole.empty() && words.empty(); }
};

class PartsComparison {
 public:
  PartsComparison(Comparison& c, const Parts& parts, bool split, ItemDiff& entry)
      : c_(c), split_(split), entry_(entry), whole_((split ? c.from : c.to).items[parts.whole]) {
    for (const std::size_t part : parts.parts) parts_.push_back(&(split ? c.to : c.from).items[part]);
    in_whole_ = content_of(whole_.text);
    for (const FlatItem* part : parts_) in_parts_.merge(content_of(part->text));
  }

  void run() {
    put_in_order();
    join();
    const TokenText joined = c_.interner.take(joined_);
    const WordDiff words =
        split_ ? compare_words(whole_.text, joined, c_.options) : compare_words(joined, whole_.text, c_.options);
    if (words.coarse)
      c_.result.degraded = "an item is too long for the exact word comparison; its edits may be larger than they need be";
    for (const Hunk& hunk : words.hunks) {
      for (const Piece& piece : pieces_of(hunk)) report(piece);
    }
    weigh_entry();
  }

 private:
  // --- the parts as one text ---

  /// By where their words stand in the whole; words that only one part has tell it best.
  void put_in_order() {
    std::vector<double> at;
    for (std::size_t k = 0; k < parts_.size(); ++k) at.push_back(place_of(k));
    order_.resize(parts_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&at](std::size_t a, std::size_t b) { return at[a] < at[b]; });
    entry_.reading_order = order_;
  }

  double place_of(std::size_t k) const {
    std::set<TokenId> others;
    for (std::size_t other = 0; other < parts_.size(); ++other) {
      if (other != k) others.merge(content_of(parts_[other]->text));
    }
    const std::set<TokenId> own = content_of(parts_[k]->text);
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < whole_.text.size(); ++i) {
      if (!own.contains(whole_.text.loose[i]) || others.contains(whole_.text.loose[i])) continue;
      sum += static_cast<double>(i);
      ++count;
    }
    return count == 0 ? static_cast<double>(k) : sum / static_cast<double>(count);
  }

  void join() {
    std::size_t tokens = 0;
    for (const std::size_t k : order_) {
      joined_ += (joined_.empty() ? "" : "\n") + parts_[k]->item->text;
      begins_.push_back(tokens);
      tokens += parts_[k]->text.size();
    }
    begins_.push_back(tokens);
  }

  // --- pieces ---

  /// A hunk cut where one part ends and the next begins. Words of the whole go with its first piece.
  std::vector<Piece> pieces_of(const Hunk& hunk) const {
    const Span from{hunk.from_begin, hunk.from_end};
    const Span to{hunk.to_begin, hunk.to_end};
    Span whole = split_ ? from : to;
    const Span joined = split_ ? to : from;
    std::vector<Piece> pieces;
    for (std::size_t k = 0; k < order_.size(); ++k) {
      const std::size_t begin = std::max(joined.begin, begins_[k]);
      const std::size_t end = std::min(joined.end, begins_[k + 1]);
      if (begin > end || (begin == end && (!joined.empty() || !pieces.empty()))) continue;
      pieces.push_back({whole, k, {begin - begins_[k], end - begins_[k]}});
      whole = {whole.end, whole.end};
    }
    return pieces;
  }

  /// Connecting words are no edit, nor, at a division, phrases of the whole that a part repeats; what is left between them is.
  void report(const Piece& piece) {
    if (!at_seam(piece)) return add(piece, only_connects(piece) ? entry_.seams : entry_.edits);
    const FlatItem& part = part_at(piece.part);
    const Span whole = own_range(whole_.text, piece.whole, in_parts_);
    const Span words = own_range(part.text, piece.words, in_whole_);
    add({{piece.whole.begin, whole.begin}, piece.part, {piece.words.begin, words.begin}}, entry_.seams);
    add({whole, piece.part, words}, entry_.edits);
    add({{whole.end, piece.whole.end}, piece.part, {words.end, piece.words.end}}, entry_.seams);
  }

  bool at_seam(const Piece& piece) const {
    const bool head = piece.words.begin == 0 && piece.part > 0;
    const bool tail = piece.words.end == part_at(piece.part).text.size() && piece.part + 1 < order_.size();
    return head || tail;
  }

  bool only_connects(const Piece& piece) const {
    const auto plain = [](const TokenText& text, Span range) {
      for (std::size_t i = range.begin; i < range.end; ++i) {
        if (is_content(text, i) || text.tokens[i].kind == TokenKind::kBracket) return false;
      }
      return true;
    };
    return plain(whole_.text, piece.whole) && plain(part_at(piece.part).text, piece.words);
  }

  /// From the first word of content that the other side has nowhere to the last; empty at the beginning where there is none.
  static Span own_range(const TokenText& text, Span range, const std::set<TokenId>& elsewhere) {
    const auto is_own = [&](std::size_t i) { return is_content(text, i) && !elsewhere.contains(text.loose[i]); };
    std::size_t first = range.begin;
    while (first < range.end && !is_own(first)) ++first;
    if (first == range.end) return {range.begin, range.begin};
    std::size_t last = range.end;
    while (!is_own(last - 1)) --last;
    return {first, last};
  }

  const FlatItem& part_at(std::size_t k) const { return *parts_[order_[k]]; }

  void add(const Piece& piece, std::vector<Edit>& list) {
    if (piece.empty()) return;
    const FlatItem& part = part_at(piece.part);
    const FlatItem& from = split_ ? whole_ : part;
    const FlatItem& to = split_ ? part : whole_;
    const Span before = split_ ? piece.whole : piece.words;
    const Span after = split_ ? piece.words : piece.whole;
    Edit edit = edits_of(from.text, to.text, {{before.begin, before.end, after.begin, after.end}}).front();
    edit.from_item = from.item->address;
    edit.to_item = to.item->address;
    list.push_back(std::move(edit));
  }

  // --- the entry ---

  void weigh_entry() {
    std::size_t shared = 0;
    for (const TokenId id : in_whole_) shared += in_parts_.contains(id) ? 1 : 0;
    const std::size_t all = in_whole_.size() + in_parts_.size();
    entry_.similarity = all == 0 ? 1 : 2 * static_cast<double>(shared) / static_cast<double>(all);
    if (entry_.edits.empty()) return;
    const bool editorial = std::all_of(entry_.edits.begin(), entry_.edits.end(),
                                       [](const Edit& edit) { return edit.edit_class == EditClass::kEditorial; });
    entry_.changes.add(editorial ? Change::kEditorial : Change::kEdited);
  }

  Comparison& c_;
  bool split_;
  ItemDiff& entry_;
  const FlatItem& whole_;
  std::vector<const FlatItem*> parts_;
  std::set<TokenId> in_whole_, in_parts_;
  std::vector<std::size_t> order_;   ///< indices into `parts_`
  std::string joined_;               ///< the parts' texts in that order
  std::vector<std::size_t> begins_;  ///< first token of each, and the end
};

}  // namespace

void compare_parts(Comparison& comparison, const Parts& parts, bool split, ItemDiff& entry) {
  PartsComparison(comparison, parts, split, entry).run();
}

}  // namespace travaux
