// Options: several texts for one place, each under its label. Labels that number on from one another make one choice; one that
// begins a numbering of its own within an option makes a choice within it.
#include <algorithm>

#include "model/bracket_marks.h"
#include "model/bracket_words.h"
#include "text/unicode.h"

namespace travaux {

namespace {

/// What an option may hold.
enum class Scope {
  kItem,      ///< words of the item that its label stands in
  kSection,   ///< items of a section
  kSections,  ///< sections: its label stands before a heading
};

struct Label {
  std::string name;
  Span span;
  std::size_t begin = 0;  ///< with the bracket that it opens
  std::size_t rest = 0;   ///< where the text begins
  Scope scope = Scope::kItem;
  std::size_t limit = 0;  ///< where its text ends at the latest
  std::size_t block = 0;
};

class OptionReader {
 public:
  OptionReader(const Blocks& blocks, const std::vector<SquareBracket>& brackets) : blocks_(blocks), brackets_(brackets) {}

  std::vector<TextOption> run() {
    find_labels();
    find_limits();
    for (const Label& label : labels_) take(label);
    while (!open_.empty()) close(source().size());
    for (TextOption& option : options_) option.text = trim_white_space(source(), option.text);
    return std::move(options_);
  }

 private:
  /// A choice that goes on: its last option and how its labels are numbered.
  struct Series {
    std::size_t last = 0;  ///< index of its last option
    std::vector<OptionNumber> numbers;
    Scope scope = Scope::kItem;
    std::size_t id = 0;
    std::size_t limit = 0;
  };

  std::string_view source() const { return blocks_.source(); }

  void find_labels() {
    const std::vector<MarkedParagraph> paragraphs = marked_paragraphs(blocks_);
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
      const std::size_t next = p + 1 < paragraphs.size() ? paragraphs[p + 1].start : source().size();
      add(paragraphs[p].start, paragraphs[p].span.end, next);
    }
    for (const SquareBracket& bracket : brackets_) {
      if (bracket.balanced && bracket.kind != BracketKind::kStatus) add(bracket.content.begin, bracket.span.end, 0);
    }
    std::sort(labels_.begin(), labels_.end(), [](const Label& a, const Label& b) { return a.span.begin < b.span.begin; });
    const auto same = [](const Label& a, const Label& b) { return a.span.begin == b.span.begin; };
    labels_.erase(std::unique(labels_.begin(), labels_.end(), same), labels_.end());
  }

  /// `next`: where the next paragraph's words begin, if the label may stand alone in its own.
  void add(std::size_t begin, std::size_t end, std::size_t next) {
    Label label;
    const std::size_t size = option_label(source().substr(begin, end - begin), &label.name);
    if (size == 0) return;
    label.span = {begin, begin + size};
    label.begin = begin;
    label.rest = begin + size;
    label.block = blocks_.index(begin);
    const Block& block = blocks_.document().blocks[label.block];
    const Role role = block.role;
    if (role == Role::kFront || role == Role::kBack || role == Role::kCitation || role == Role::kPassage) return;
    const std::string_view after = source().substr(label.rest, end - label.rest);
    if (next > 0 && after.find_first_not_of(" ]*_") == std::string_view::npos) label.scope = scope_before(block, next);
    labels_.push_back(std::move(label));
  }

  Scope scope_before(const Block& block, std::size_t next) const {
    if (next >= source().size()) return Scope::kItem;
    const Block& following = blocks_.at(next);
    if (following.role == Role::kSectionHeading) return Scope::kSections;
    const bool own = !block.place.item.empty() && !following.place.item.empty() &&
                     block.place.section == following.place.section && block.place.item[0] == following.place.item[0];
    return following.role == Role::kItem && !own ? Scope::kSection : Scope::kItem;
  }

  void find_limits() {
    std::vector<std::size_t> within;  // ends of the brackets around
    std::size_t next = 0;
    for (Label& label : labels_) {
      for (; next < brackets_.size() && brackets_[next].span.begin < label.span.begin; ++next) {
        const SquareBracket& bracket = brackets_[next];
        if (!bracket.balanced) continue;
        if (bracket.content.begin == label.span.begin) label.begin = bracket.span.begin;
        while (!within.empty() && within.back() <= bracket.span.begin) within.pop_back();
        if (bracket.kind == BracketKind::kLabel && bracket.span.end > label.span.begin) {
          label.rest = bracket.span.end;
        } else {
          within.push_back(bracket.span.end - 1);
        }
      }
      while (!within.empty() && within.back() <= label.span.begin) within.pop_back();
      label.limit = std::min(scope_end(label), within.empty() ? source().size() : within.back());
    }
  }

  std::size_t scope_end(const Label& label) const {
    const std::vector<Block>& blocks = blocks_.document().blocks;
    const Place& place = blocks[label.block].place;
    std::size_t sections = label.scope == Scope::kSections ? 2 : 1;
    std::optional<std::size_t> section = place.section;
    for (std::size_t b = label.block + 1; b < blocks.size(); ++b) {
      const Place& here = blocks[b].place;
      if (here.section != section && --sections == 0) return blocks[b].span.begin;
      section = here.section;
      if (label.scope == Scope::kItem && !lies_in(here.item, place.item)) return blocks[b].span.begin;
    }
    return source().size();
  }

  /// Whether a place is an item or one of its points; the text of a section has neither.
  static bool lies_in(const std::vector<std::size_t>& here, const std::vector<std::size_t>& item) {
    if (item.empty()) return here.empty();
    return here.size() >= item.size() && std::equal(item.begin(), item.end(), here.begin());
  }

  void close(std::size_t at) {
    TextOption& option = options_[open_.back().last];
    option.text.end = std::max(option.text.begin, std::min({at, open_.back().limit, source().size()}));
    open_.pop_back();
  }

  static bool continues(const Series& series, const std::vector<OptionNumber>& numbers) {
    for (const OptionNumber& before : series.numbers) {
      for (const OptionNumber& number : numbers) {
        if (number.style == before.style && number.value == before.value + 1) return true;
      }
    }
    return false;
  }

  void take(const Label& label) {
    const std::vector<OptionNumber> numbers = option_numbers(label.name);
    // A choice ends where its scope does, but for the one that this label goes on with.
    std::size_t found = open_.size();
    for (const bool same : {true, false}) {  // "Option 2: No text" may follow an option of whole items
      for (std::size_t k = open_.size(); k-- > 0 && found == open_.size();) {
        const bool fits = same ? open_[k].scope == label.scope && adjoins(open_[k], label)
                               : open_[k].scope == Scope::kSection && open_[k].limit > label.begin;
        if (fits && continues(open_[k], numbers)) found = k;
      }
    }
    const bool on = found < open_.size();
    if (!on) end_same_style(label, numbers);
    while (open_.size() > (on ? found + 1 : 0) && (on || open_.back().limit <= label.span.begin)) close(label.begin);
    Series series{options_.size(), numbers, label.scope, on ? open_[found].id : series_++, label.limit};
    if (on) close(label.begin);
    const Block& block = blocks_.document().blocks[label.block];
    options_.push_back({label.name, label.span, {label.rest, label.rest}, block.place, series.id});
    open_.push_back(std::move(series));
  }

  /// A numbering that begins anew ends the one of its style.
  void end_same_style(const Label& label, const std::vector<OptionNumber>& numbers) {
    for (std::size_t k = open_.size(); k-- > 0;) {
      const bool same = open_[k].scope == label.scope && !numbers.empty() && !open_[k].numbers.empty() &&
                        open_[k].numbers.front().style == numbers.front().style;
      if (!same) continue;
      while (open_.size() > k) close(label.begin);
      return;
    }
  }

  /// Options of one choice follow each other: in one item, in one section, or one bracket after the other.
  bool adjoins(const Series& series, const Label& label) const {
    const Place& last = options_[series.last].place;
    const Place& here = blocks_.document().blocks[label.block].place;
    if (label.scope == Scope::kSections) return true;
    if (last.section != here.section) return false;
    if (label.scope == Scope::kSection) return true;
    return last.item.empty() == here.item.empty() && (last.item.empty() || last.item[0] == here.item[0]);
  }

  const Blocks& blocks_;
  const std::vector<SquareBracket>& brackets_;
  std::vector<Label> labels_;
  std::vector<Series> open_;  ///< the outermost first
  std::vector<TextOption> options_;
  std::size_t series_ = 0;
};

}  // namespace

std::vector<TextOption> options_in(const Blocks& blocks, const std::vector<SquareBracket>& brackets) {
  return OptionReader(blocks, brackets).run();
}

}  // namespace travaux
