// All symbols of a running text: those printed as such, then the lists that follow them or the word "resolutions".
#include <re2/re2.h>

#include <algorithm>

#include "model/organs.h"
#include "model/symbol.h"

namespace travaux {

namespace {

using Piece = re2::StringPiece;

Piece piece(std::string_view text) { return {text.data(), text.size()}; }

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Symbol> run() {
    printed(find_inter_american);
    printed(find_united_nations);
    numbered();
    decisions();
    return in_order();
  }

 private:
  template <typename Find>
  void printed(Find find) {
    for (std::size_t at = 0; std::optional<Symbol> symbol = find(text_, at);) {
      at = symbol->span.end;
      symbols_.push_back(*symbol);
      if (!symbol->series.empty()) at = go_on(at, *symbol);
    }
  }

  /// "AG/RES. 2543 (XL-O/10) and 2551 (XL-O/10)": what goes on in the series. Where the list ends.
  std::size_t go_on(std::size_t at, const Symbol& first) {
    static const RE2 kMember(R"((\d{1,5})\s*\(\s*([IVXLC]+\s*[-–—‐‑]\s*[OE0]\s*/\s*\d{2,4})\s*\))");
    Piece groups[3];
    for (std::size_t next; (next = behind_joint(at)) > at && member(kMember, next, groups, 3);) {
      at = end_of(groups[0]);
      Symbol symbol;
      symbol.series = first.series;
      symbol.number = std::string(groups[1]);
      symbol.name = symbol.series + " " + symbol.number;
      symbol.session = std::string(groups[2]);
      symbol.span = {next, at};
      symbols_.push_back(std::move(symbol));
    }
    return at;
  }

  /// "resolutions 1325 (2000) and 1820 (2008)", "Council resolution 2002/13".
  void numbered() {
    static const RE2 kNoun(R"((?i)\br[eé]solu(?:tions?|ci[oó]n(?:es)?|[cç](?:[aã]o|[oõ]es))\s+(?:N(?:os?\b|\.?[°º])\.?\s*)?)");
    Piece noun;
    for (std::size_t at = 0; kNoun.Match(piece(text_), at, text_.size(), RE2::UNANCHORED, &noun, 1);) {
      const std::size_t begin = static_cast<std::size_t>(noun.data() - text_.data());
      at = end_of(noun);
      std::vector<Symbol> list = numbers_from(at);
      if (list.empty()) continue;
      at = list.back().span.end;
      Organ organ = organ_before(text_.substr(0, begin));
      if (organ.series.empty() && !organ.unknown) organ = organ_after(text_.substr(behind_date(at)));
      // The noun belongs to the first symbol: "resolution 1325 (2000)".
      list.front().span.begin = begin;
      for (Symbol& symbol : list) {
        if (settle(symbol, organ)) symbols_.push_back(std::move(symbol));
      }
    }
  }

  std::vector<Symbol> numbers_from(std::size_t at) const {
    static const RE2 kMember(
        R"((?:((?:E?S-)?\d{1,4}/\d{1,3})\b|(\d{1,4})\s?\(((?:19|20)\d\d)\)|(\d{1,4})(?:\s[A-Z])?\s?\(([A-Z]{0,2}-?[IVXLC]+)\)|(\d{1,5})\s?\(([IVXLC]+\s*[-–—‐‑]\s*[OE0]\s*/\s*\d{2,4})\)))");
    std::vector<Symbol> list;
    Piece groups[8];
    for (std::size_t next = at; member(kMember, next, groups, 8);) {
      Symbol symbol;
      symbol.number =
          std::string(groups[1].empty() ? groups[2].empty() ? groups[4].empty() ? groups[6] : groups[4] : groups[2] : groups[1]);
      symbol.year = std::string(groups[3]);
      symbol.session = std::string(groups[5].empty() ? groups[7] : groups[5]);
      if (!groups[6].empty()) symbol.series = "AG/RES.";
      symbol.span = {next, end_of(groups[0])};
      list.push_back(std::move(symbol));
      const std::size_t behind = behind_joint(list.back().span.end);
      if (behind == list.back().span.end) break;
      next = behind;
    }
    return list;
  }

  /// Gives a number its series; false where form and organ do not say it, or disagree.
  static bool settle(Symbol& symbol, const Organ& organ) {
    if (!symbol.series.empty()) {
      symbol.name = symbol.series + " " + symbol.number;
      return true;
    }
    if (organ.unknown) return false;
    const bool special = symbol.number.find('-') != std::string::npos;  // "S-26/2"
    const bool by_year = !special && symbol.number.find('/') == 4;      // the Economic and Social Council counts by the year
    const bool parted = symbol.number.find('/') != std::string::npos;
    const std::string series = !symbol.year.empty() ? "S/RES/" : by_year ? "E/RES/" : "A/RES/";
    const bool fits = organ.series.empty() || organ.series == series ||
                      (!by_year && symbol.year.empty() && organ.series != "S/RES/" && (parted || organ.series == "E/RES/"));
    if (!fits) return false;
    symbol.name = (organ.series.empty() ? series : organ.series) + symbol.number;
    return true;
  }

  void decisions() {
    static const RE2 kDecision(R"(\b(\d{1,3}/C[A-Z]{1,3}\.\d{1,2})\b)");
    Piece found;
    for (std::size_t at = 0; kDecision.Match(piece(text_), at, text_.size(), RE2::UNANCHORED, &found, 1); at = end_of(found)) {
      Symbol symbol;
      symbol.name = std::string(found);
      symbol.span = {end_of(found) - found.size(), end_of(found)};
      symbols_.push_back(std::move(symbol));
    }
  }

  // --- the text ---

  std::size_t end_of(const Piece& found) const { return static_cast<std::size_t>(found.data() - text_.data()) + found.size(); }

  bool member(const RE2& pattern, std::size_t at, Piece* groups, int count) const {
    // Anchored at the rest: what stands before cannot matter to a list's member.
    return pattern.Match(piece(text_.substr(at)), 0, text_.size() - at, RE2::ANCHOR_START, groups, count);
  }

  /// Behind ", of 31 October 2000".
  std::size_t behind_date(std::size_t at) const {
    static const RE2 kDate(
        R"(,?\s+(?:of|del?|du|en date du)\s+(?:\d{1,2}(?:er|º|°)?\s+(?:de\s+)?\pL+|\pL+\s+\d{1,2},)\s+(?:del?\s+)?\d{4})");
    Piece date;
    return member(kDate, at, &date, 1) ? end_of(date) : at;
  }

  /// Behind what joins the members of a list; `at` where nothing does.
  std::size_t behind_joint(std::size_t at) const {
    static const RE2 kJoint(R"(\s*[,;]\s*(?:(?:and|or|y|e|o|et|ou)\s+)?|\s+(?:and|or|y|e|o|et|ou|to|a|à)\s+)");
    Piece joint;
    const std::size_t behind = behind_date(at);
    return member(kJoint, behind, &joint, 1) ? end_of(joint) : at;
  }

  /// By place; of two that lie over one another the one that begins first, of equals the longer.
  std::vector<Symbol> in_order() {
    std::stable_sort(symbols_.begin(), symbols_.end(), [](const Symbol& a, const Symbol& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<Symbol> list;
    for (Symbol& symbol : symbols_) {
      if (list.empty() || symbol.span.begin >= list.back().span.end) list.push_back(std::move(symbol));
    }
    return list;
  }

  std::string_view text_;
  std::vector<Symbol> symbols_;
};

}  // namespace

std::vector<Symbol> find_symbols(std::string_view text) { return Finder(text).run(); }

}  // namespace travaux
