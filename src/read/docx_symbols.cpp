#include "read/docx_symbols.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

constexpr char32_t kPrivate = 0xF000;

struct Symbol {
  unsigned char code;
  char32_t unicode;
};

/// 0x41 to 0x5A and 0x61 to 0x7A of Symbol.
constexpr std::u32string_view kGreekCapitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::u32string_view kGreekSmall = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

constexpr std::array kSymbol{
    Symbol{0x22, U'∀'}, Symbol{0x24, U'∃'}, Symbol{0x27, U'∋'}, Symbol{0x2A, U'∗'}, Symbol{0x2D, U'−'},  Symbol{0x40, U'≅'},
    Symbol{0x5C, U'∴'}, Symbol{0x5E, U'⊥'}, Symbol{0x7E, U'∼'}, Symbol{0xA0, U'€'}, Symbol{0xA1, U'ϒ'},  Symbol{0xA2, U'′'},
    Symbol{0xA3, U'≤'}, Symbol{0xA4, U'⁄'}, Symbol{0xA5, U'∞'}, Symbol{0xA7, U'♣'}, Symbol{0xA8, U'♦'},  Symbol{0xA9, U'♥'},
    Symbol{0xAA, U'♠'}, Symbol{0xAB, U'↔'}, Symbol{0xAC, U'←'}, Symbol{0xAD, U'↑'}, Symbol{0xAE, U'→'},  Symbol{0xAF, U'↓'},
    Symbol{0xB0, U'°'}, Symbol{0xB1, U'±'}, Symbol{0xB2, U'″'}, Symbol{0xB3, U'≥'}, Symbol{0xB4, U'×'},  Symbol{0xB5, U'∝'},
    Symbol{0xB6, U'∂'}, Symbol{0xB7, U'•'}, Symbol{0xB8, U'÷'}, Symbol{0xB9, U'≠'}, Symbol{0xBA, U'≡'},  Symbol{0xBB, U'≈'},
    Symbol{0xBC, U'…'}, Symbol{0xC5, U'⊕'}, Symbol{0xC7, U'∩'}, Symbol{0xC8, U'∪'}, Symbol{0xC9, U'⊃'},  Symbol{0xCC, U'⊂'},
    Symbol{0xCE, U'∈'}, Symbol{0xCF, U'∉'}, Symbol{0xD1, U'∇'}, Symbol{0xD2, U'®'}, Symbol{0xD3, U'©'},  Symbol{0xD4, U'™'},
    Symbol{0xD5, U'∏'}, Symbol{0xD6, U'√'}, Symbol{0xD7, U'⋅'}, Symbol{0xD8, U'¬'}, Symbol{0xD9, U'∧'},  Symbol{0xDA, U'∨'},
    Symbol{0xDB, U'⇔'}, Symbol{0xDC, U'⇐'}, Symbol{0xDD, U'⇑'}, Symbol{0xDE, U'⇒'}, Symbol{0xDF, U'⇓'},  Symbol{0xE1, U'〈'},
    Symbol{0xE2, U'®'}, Symbol{0xE3, U'©'}, Symbol{0xE4, U'™'}, Symbol{0xE5, U'∑'}, Symbol{0xF1, U'〉'}, Symbol{0xF2, U'∫'},
};

constexpr std::array kWingdings{
    Symbol{0x22, U'✂'}, Symbol{0x28, U'☎'}, Symbol{0x2A, U'✉'}, Symbol{0x4A, U'☺'}, Symbol{0x6C, U'●'}, Symbol{0x6D, U'○'},
    Symbol{0x6E, U'■'}, Symbol{0x6F, U'□'}, Symbol{0x71, U'□'}, Symbol{0x75, U'◆'}, Symbol{0x76, U'❖'}, Symbol{0x77, U'◆'},
    Symbol{0x9F, U'•'}, Symbol{0xA7, U'▪'}, Symbol{0xA8, U'◻'}, Symbol{0xAB, U'★'}, Symbol{0xD8, U'➢'}, Symbol{0xDF, U'←'},
    Symbol{0xE0, U'→'}, Symbol{0xE1, U'↑'}, Symbol{0xE2, U'↓'}, Symbol{0xE8, U'➔'}, Symbol{0xEF, U'⇦'}, Symbol{0xF0, U'⇨'},
    Symbol{0xFB, U'✗'}, Symbol{0xFC, U'✓'}, Symbol{0xFD, U'☒'}, Symbol{0xFE, U'☑'},
};

template <std::size_t kSize>
char32_t look_up(const std::array<Symbol, kSize>& table, char32_t code) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), code, [](const Symbol& entry, char32_t c) { return entry.code < c; });
  return found != table.end() && found->code == code ? found->unicode : U'\0';
}

char32_t symbol_of(char32_t code) {
  if (code >= U'A' && code <= U'Z') return kGreekCapitals[code - U'A'];
  if (code >= U'a' && code <= U'z') return kGreekSmall[code - U'a'];
  const char32_t found = look_up(kSymbol, code);
  return found == U'\0' && code < 0x80 ? code : found;  // figures and marks stand where they always do
}

}  // namespace

std::string symbol_text(std::string_view font, char32_t code) {
  const bool is_private = code >= kPrivate && code <= kPrivate + 0xFF;
  const char32_t low = is_private ? code - kPrivate : code;
  const std::string folded = fold_case(font);
  char32_t found = code;
  if (folded == "symbol") {
    found = symbol_of(low);
  } else if (folded == "wingdings") {
    found = look_up(kWingdings, low);
  } else if (is_private) {
    found = low == 0xB7 ? U'•' : U'\0';
  }
  const bool bad = found < U' ' || (found >= 0xD800 && found < 0xE000) || found > 0x10FFFF;
  std::string text;
  append_utf8(text, bad ? U'□' : found);
  return text;
}

std::string symbols_set(std::string_view font, std::string text) {
  if (text.find('\xEF') == std::string::npos) return text;  // the lead byte of U+F000 and those after it
  std::string set;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= kPrivate && c <= kPrivate + 0xFF) {
      set += symbol_text(font, c);
    } else {
      append_utf8(set, c);
    }
  }
  return set;
}

}  // namespace travaux
