// Typographic noise: none of it may make a difference.
#include <algorithm>
#include <array>

#include "negotiations/random.h"
#include "negotiations/render.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kNames = {{{kStraightQuotes, "straight quotes"},
                                                                                {kGuillemets, "guillemets"},
                                                                                {kDashes, "dashes"},
                                                                                {kSpaces, "spaces"},
                                                                                {kInvisible, "invisible characters"},
                                                                                {kBlankLines, "blank lines"},
                                                                                {kCarriageReturns, "CRLF"},
                                                                                {kHardWraps, "hard wraps"},
                                                                                {kTrailingSpaces, "trailing spaces"},
                                                                                {kPages, "pages"},
                                                                                {kDecomposed, "NFD"},
                                                                                {kUtf16, "UTF-16"},
                                                                                {kMark, "byte order mark"}}};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

// Calls `with` for some of the places where `what` stands, and replaces it there.
std::string sometimes(const std::string& text, std::string_view what, std::string_view with, Random& random,
                      std::size_t percent) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, begin)) {
    result.append(text, begin, at - begin);
    result += random.chance(percent) ? with : what;
    begin = at + what.size();
  }
  return result.append(text, begin, std::string::npos);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Soft hyphens and zero-width spaces inside some words.
std::string with_invisible(const std::string& text, Random& random) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    const bool inside = is_ascii_letter(text[i]) && i + 1 < text.size() && is_ascii_letter(text[i + 1]);
    if (inside && random.below(60) == 0) result += random.chance(70) ? "\u00AD" : "\u200B";
  }
  return result;
}

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> wrapped(const std::string& paragraph, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t begin = 0;
  while (begin < paragraph.size()) {
    const std::size_t end = std::min(paragraph.find(' ', begin), paragraph.size());
    const std::string word = paragraph.substr(begin, end - begin);
    if (!lines.back().empty() && width_of(lines.back()) + 1 + width_of(word) > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    begin = end + 1;
  }
  return lines;
}

// The Latin letters with marks that the texts hold, taken apart.
std::string decomposed(std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kLetters = {{{"á", "a\u0301"},
                                                                                              {"é", "e\u0301"},
                                                                                              {"í", "i\u0301"},
                                                                                              {"ó", "o\u0301"},
                                                                                              {"ú", "u\u0301"},
                                                                                              {"ñ", "n\u0303"},
                                                                                              {"ü", "u\u0308"},
                                                                                              {"Á", "A\u0301"},
                                                                                              {"É", "E\u0301"},
                                                                                              {"Í", "I\u0301"},
                                                                                              {"Ó", "O\u0301"},
                                                                                              {"Ú", "U\u0301"},
                                                                                              {"Ñ", "N\u0303"},
                                                                                              {"Ü", "U\u0308"}}};
  for (const auto& [composed, apart] : kLetters) text = replaced(text, composed, apart);
  return text;
}

// Every character of the texts is in the first plane.
std::string utf_16(const std::string& text) {
  std::string result = "\xFF\xFE";
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t size = c < 0x80U ? 1 : c < 0xE0U ? 2 : 3;
    unsigned code = size == 1 ? c : c & (size == 2 ? 0x1FU : 0x0FU);
    for (std::size_t k = 1; k < size; ++k) code = (code << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    result += static_cast<char>(code & 0xFFU);
    result += static_cast<char>(code >> 8U);
    i += size;
  }
  return result;
}

std::string noisy_paragraph(std::string text, std::uint32_t noise, Random& random) {
  if (noise & kStraightQuotes) text = replaced(replaced(text, "“", "\""), "”", "\"");
  if (noise & kGuillemets) text = replaced(replaced(text, "“", "«"), "”", "»");
  if (noise & kDashes) {
    text = sometimes(text, " – ", " — ", random, 60);
    text = sometimes(text, "-", "\u2011", random, 40);
    text = replaced(text, "’", "'");
  }
  if (noise & kInvisible) text = with_invisible(text, random);
  return text;
}

std::string with_spaces(const std::string& text, Random& random) {
  return sometimes(sometimes(text, " ", "\u00A0", random, 6), " ", "  ", random, 6);
}

// Lines to pages: a running head at the top, the page's number at the foot, a form feed between two.
std::vector<std::string> paged(const std::vector<std::string>& lines, const std::string& head) {
  constexpr std::size_t kLines = 46;
  std::vector<std::string> pages;
  std::size_t page = 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && i % kLines == 0) {
      pages.insert(pages.end(), {"", "- " + std::to_string(page++) + " -", "\f" + head, ""});
    }
    pages.push_back(lines[i]);
  }
  pages.insert(pages.end(), {"", "- " + std::to_string(page) + " -"});
  return pages;
}

}  // namespace

std::uint32_t draw_noise(std::uint64_t seed) {
  Random random(seed ^ 0x6E6F697365U);
  std::uint32_t noise = 0;
  const std::size_t quotes = random.below(4);
  if (quotes == 1) noise |= kStraightQuotes;
  if (quotes == 2) noise |= kGuillemets;
  for (const std::uint32_t one : {kDashes, kSpaces, kInvisible, kBlankLines, kCarriageReturns, kTrailingSpaces, kDecomposed})
    if (random.chance(40)) noise |= one;
  if (random.chance(50)) noise |= kHardWraps;
  if ((noise & kHardWraps) && random.chance(50)) noise |= kPages;
  const std::size_t encoding = random.below(4);
  if (encoding == 1) noise |= kUtf16;
  if (encoding == 2) noise |= kMark;
  return noise;
}

std::string render_noisy(const Text& text, std::uint32_t noise, std::uint64_t seed) {
  Random random(seed ^ 0x72656E646572U);
  const std::size_t width = random.between(60, 90);
  std::vector<std::string> lines;
  for (const std::string& original : paragraphs_of(text)) {
    const std::string paragraph = noisy_paragraph(original, noise, random);
    const std::vector<std::string> wraps = noise & kHardWraps ? wrapped(paragraph, width) : std::vector{paragraph};
    for (const std::string& line : wraps) {
      lines.push_back(noise & kSpaces ? with_spaces(line, random) : line);
      if ((noise & kTrailingSpaces) && random.chance(30)) lines.back() += "   ";
    }
    lines.emplace_back();
    if ((noise & kBlankLines) && random.chance(30)) lines.emplace_back();
  }
  if (noise & kPages) lines = paged(lines, text.title);
  std::string all;
  for (const std::string& line : lines) all += line + (noise & kCarriageReturns ? "\r\n" : "\n");
  if (noise & kDecomposed) all = decomposed(all);
  if (noise & kUtf16) return utf_16(all);
  return noise & kMark ? "\xEF\xBB\xBF" + all : all;
}

std::optional<std::uint32_t> noise_named(const std::string& name) {
  for (const auto& [one, its_name] : kNames)
    if (its_name == name) return one;
  return std::nullopt;
}

std::string names_of_noise(std::uint32_t noise) {
  std::string all;
  for (const auto& [one, name] : kNames)
    if (noise & one) all += (all.empty() ? "" : ", ") + std::string(name);
  return all.empty() ? "none" : all;
}

}  // namespace travaux::negotiations
