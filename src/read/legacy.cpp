#include "read/legacy.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <array>
#include <vector>

#include "text/unicode.h"

namespace travaux {

namespace {

using Table = std::array<char32_t, 256>;

enum class Family { kWestern, kCentral, kCyrillic };

struct Charset {
  const char* icu;
  const char* name;
  Family family;
  double start;  ///< how much it is preferred before anything is read, in points of one byte
};

// Earlier is preferred among equals.
constexpr std::array kCharsets{
    Charset{"ibm-5348_P100-1997", "windows-1252", Family::kWestern, 1.0},
    Charset{"macintosh", "macintosh", Family::kWestern, 0.2},
    Charset{"ibm-850", "IBM850", Family::kWestern, 0.1},
    Charset{"ibm-437", "IBM437", Family::kWestern, 0.0},
    Charset{"ibm-5346_P100-1998", "windows-1250", Family::kCentral, -0.5},
    Charset{"ISO-8859-2", "ISO-8859-2", Family::kCentral, -0.6},
    Charset{"ibm-5347_P100-1998", "windows-1251", Family::kCyrillic, 0.0},
    Charset{"KOI8-R", "KOI8-R", Family::kCyrillic, -0.1},
    Charset{"ibm-866", "IBM866", Family::kCyrillic, -0.2},
    Charset{"ISO-8859-5", "ISO-8859-5", Family::kCyrillic, -0.2},
};

constexpr char32_t kUndefined = 0xFFFD;

Table table_of(const char* icu_name) {
  Table table;
  table.fill(kUndefined);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(icu_name, &status);
  if (U_FAILURE(status)) return table;
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char in = static_cast<char>(byte);
    UChar out[4];
    status = U_ZERO_ERROR;
    ucnv_reset(converter);
    const auto length = ucnv_toUChars(converter, out, 4, &in, 1, &status);
    if (U_SUCCESS(status) && length == 1) table[byte] = out[0];
    if (byte >= 0x80 && table[byte] < 0xA0) table[byte] = kUndefined;  // ICU's C1 control for a hole in the code page
  }
  ucnv_close(converter);
  return table;
}

const std::vector<Table>& tables() {
  static const auto all = [] {
    std::vector<Table> made;
    for (const auto& charset : kCharsets) made.push_back(table_of(charset.icu));
    return made;
  }();
  return all;
}

bool any_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool cyrillic(char32_t c) { return c >= 0x400 && c < 0x460; }

// How often a letter is met in the texts of its family: 3 daily, 1 seldom, below 0 hardly ever.
double letter_weight(char32_t c, Family family) {
  if (family == Family::kCyrillic) {
    if (any_of(U"оеаинтсрвлОЕАИНТСРВЛ", c)) return 2.5;
    return c >= 0x410 && c < 0x450 ? 1.5 : c == 0x401 || c == 0x451 ? 0.5 : cyrillic(c) ? -0.5 : -2;
  }
  if (any_of(U"áéíóúñüçàèêãõâôÁÉÍÓÚÑÜÇÀÈÊÃÕÂÔ", c)) return family == Family::kCentral && any_of(U"ñàèêãõÑÀÈÊÃÕ", c) ? -2 : 3;
  if (any_of(U"ìîïòùûäöëæœåøßœÄÖÉÎÏÛŒÅØ", c)) return 2;
  if (family == Family::kCentral) return any_of(U"ąćęłńśźżčďěňřšťůýžőűăâîșşțţĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮÝŽŐŰĂŞŢđĐ", c) ? 2.4 : -1;
  return any_of(U"ÿýšžŠŽðþÝŸÌÒÙËƒ", c) ? -0.5 : -1.5;
}

// A high byte with the characters beside it, as one encoding reads them.
struct Context {
  char32_t before;
  char32_t c;
  char32_t after;
};

double judge_letter(const Context& at, Family family) {
  double score = letter_weight(at.c, family);
  const bool joins_left = is_letter(at.before);
  if (!joins_left && !is_letter(at.after)) return any_of(U"àáéèêóòíúÀÁÉÈÊÓÒÍÚ", at.c) || cyrillic(at.c) ? score * 0.3 : -1;
  if (is_upper(at.c) && joins_left && is_lower(at.before)) score -= 5;
  if (is_lower(at.c) && is_upper(at.after)) score -= 4;
  // Latin alphabets hardly put three of their marked letters in a row; Arabic or Chinese bytes read as Latin are nothing else.
  const bool amid_marked = at.before >= 0x80 && joins_left && at.after >= 0x80 && is_letter(at.after);
  if (family != Family::kCyrillic && amid_marked) score -= 5;
  if (family == Family::kCyrillic && joins_left && !cyrillic(at.before)) score -= 4;  // a Cyrillic letter in a Latin word
  return score;
}

bool spaced(char32_t c) { return c == 0 || is_white_space(c) || any_of(U"([{\"'“«—–", c); }

double judge_mark(const Context& at) {
  const bool left = is_letter(at.before) || is_digit(at.before);
  const bool right = is_letter(at.after) || is_digit(at.after);
  switch (at.c) {
    case U'’':
      return left || any_of(U".,;:!?)”", at.before) ? 2.5 : -1;
    case U'‘':
    case U'“':
    case U'«':
    case U'„':
    case U'‚':
      if (left && right) return -3;
      return spaced(at.before) ? 2.5 : -0.5;
    case U'”':
    case U'»':
      if (left && right) return -3;
      return !spaced(at.before) || at.c == U'»' ? 2.5 : -0.5;
    case U'–':
    case U'—':
      return 1.5;
    case U'…':
      return right && left ? -2 : 1.5;
    case U'¿':
    case U'¡':
      return right && !left ? 3 : -2;
    case U'\u00A0':
      return 1;
    case U'º':
    case U'ª':
    case U'°':
      return left && !right ? 2 : is_digit(at.before) || spaced(at.before) ? 1 : -2;
    case U'•':
    case U'§':
    case U'·':
      return right && left ? -2 : 1;
    case U'€':
    case U'£':
      return is_digit(at.before) || is_digit(at.after) || spaced(at.before) ? 1 : -2;
    case U'™':
    case U'®':
    case U'©':
    case U'²':
    case U'³':
    case U'¹':
    case U'½':
    case U'¼':
    case U'×':
    case U'±':
    case U'№':
      return is_letter(at.after) ? -3 : 0.5;
    case U'\u00AD':
      return left && (right || is_white_space(at.after)) ? 0.5 : -2;
    default:
      return -3;
  }
}

double judge(const Context& at, Family family) {
  if (at.c == kUndefined) return -12;
  return is_letter(at.c) && at.c != U'ª' && at.c != U'º' ? judge_letter(at, family) : judge_mark(at);
}

double judge_all(std::string_view bytes, const std::vector<std::size_t>& high, const Table& table, Family family) {
  const auto read = [&](std::size_t at) { return table[static_cast<unsigned char>(bytes[at])]; };
  double sum = 0;
  for (const auto at : high) {
    sum += judge({at == 0 ? 0 : read(at - 1), read(at), at + 1 == bytes.size() ? 0 : read(at + 1)}, family);
  }
  return sum;
}

// ICU's detector knows languages by their letter groups: worth one more point a byte where it agrees and is sure.
double detector_bonus(const std::vector<std::pair<std::string, int>>& guesses, const Charset& charset) {
  for (const auto& [name, confidence] : guesses) {
    if (name == charset.name || (name == "ISO-8859-1" && charset.name == std::string_view("windows-1252")))
      return confidence / 100.0;
  }
  return 0;
}

std::vector<std::pair<std::string, int>> detect(std::string_view bytes) {
  std::vector<std::pair<std::string, int>> guesses;
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return guesses;
  constexpr std::size_t kSample = 1 << 16;
  const auto sample = bytes.substr(0, kSample);
  ucsdet_setText(detector, sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector, &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_SUCCESS(status)) guesses.emplace_back(name, confidence);
  }
  ucsdet_close(detector);
  return guesses;
}

// Enough high bytes to judge by, spread over the whole file.
std::vector<std::size_t> high_bytes(std::string_view bytes) {
  constexpr std::size_t kEnough = 20000;
  std::vector<std::size_t> high;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (static_cast<unsigned char>(bytes[at]) >= 0x80) high.push_back(at);
  }
  const std::size_t step = high.size() / kEnough + 1;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < high.size(); i += step) high[kept++] = high[i];
  high.resize(kept);
  return high;
}

// A sample may miss the one byte that an encoding has no character for.
bool decodes(std::string_view bytes, const Table& table) {
  for (const char c : bytes) {
    if (table[static_cast<unsigned char>(c)] == kUndefined) return false;
  }
  return true;
}

// Below this the letters make no words. Every Cyrillic text is made of common letters; other alphabets' bytes read as Cyrillic
// are not.
double least_per_byte(Family family) { return family == Family::kCyrillic ? 1.4 : 0.4; }

}  // namespace

std::optional<LegacyText> decode_legacy(std::string_view bytes) {
  const auto high = high_bytes(bytes);
  if (high.empty()) return std::nullopt;
  const auto guesses = detect(bytes);
  const auto count = static_cast<double>(high.size());
  std::size_t best = kCharsets.size();
  double best_score = 0;
  for (std::size_t i = 0; i < kCharsets.size(); ++i) {
    const auto& charset = kCharsets[i];
    if (!decodes(bytes, tables()[i])) continue;
    const double read = judge_all(bytes, high, tables()[i], charset.family);
    if (read < least_per_byte(charset.family) * count) continue;
    const double score = read + charset.start + count * detector_bonus(guesses, charset);
    if (best == kCharsets.size() || score > best_score) best = i, best_score = score;
  }
  if (best == kCharsets.size()) return std::nullopt;
  LegacyText result{"", kCharsets[best].name};
  result.text.reserve(bytes.size() + 2 * bytes.size() / 8);
  for (const char c : bytes) append_utf8(result.text, tables()[best][static_cast<unsigned char>(c)]);
  return result;
}

}  // namespace travaux
