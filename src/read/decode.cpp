#include "read/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "read/formats.h"
#include "read/legacy.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::string_view kSaveAsUtf8 = "open it where it reads well and save it as plain text in UTF-8";

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

// A unit of an encoding: how wide, and which end first.
struct Units {
  std::size_t width;
  bool big_endian;

  char32_t at(std::string_view bytes, std::size_t index) const {
    char32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      const auto byte = byte_at(bytes, index * width + (big_endian ? i : width - 1 - i));
      value = value << 8 | byte;
    }
    return value;
  }
};

std::string place(std::string_view name, std::size_t line) { return fmt::format("{}:{}", name, line); }

Error refusal(std::string where, std::string what, std::string why = "", std::string_view next = kSaveAsUtf8) {
  return {ErrorCode::kInput, std::move(what), std::move(where), std::move(why), std::string(next)};
}

std::size_t line_of(std::string_view text, std::size_t at) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < at; ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++line;
  }
  return line;
}

bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

// One code point from the units at `index`, which moves past it; nothing where they make none.
std::optional<char32_t> code_point_at(std::string_view bytes, Units units, std::size_t count, std::size_t& index) {
  const char32_t first = units.at(bytes, index++);
  if (units.width == 4)
    return first < 0x110000 && !is_high_surrogate(first) && !is_low_surrogate(first) ? std::optional(first) : std::nullopt;
  if (is_low_surrogate(first)) return std::nullopt;
  if (!is_high_surrogate(first)) return first;
  if (index == count || !is_low_surrogate(units.at(bytes, index))) return std::nullopt;
  return 0x10000 + ((first - 0xD800) << 10) + (units.at(bytes, index++) - 0xDC00);
}

Result<std::string> decode_units(std::string_view bytes, Units units, std::string_view name, std::string_view encoding) {
  const std::size_t count = bytes.size() / units.width;
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t index = 0; index < count;) {
    const std::size_t at = index;
    const auto c = code_point_at(bytes, units, count, index);
    if (!c) {
      return tl::unexpected(refusal(place(name, line_of(text, text.size())),
                                    fmt::format("the text breaks off at byte {}", at * units.width),
                                    fmt::format("a half character (unpaired surrogate) in {}", encoding)));
    }
    append_utf8(text, *c);
  }
  if (bytes.size() % units.width != 0) {
    return tl::unexpected(refusal(place(name, line_of(text, text.size())),
                                  fmt::format("the file ends within a character of {}", encoding),
                                  "it was cut short or is in another encoding"));
  }
  return text;
}

Result<Decoded> decode_wide(std::string_view bytes, Units units, std::string_view name, std::string encoding) {
  auto text = decode_units(bytes, units, name, encoding);
  if (!text) return tl::unexpected(std::move(text.error()));
  return Decoded{std::move(*text), std::move(encoding), {}};
}

// Text in UTF-16 has its zero bytes (those of ASCII letters, spaces and line ends) all on one side.
std::optional<Units> utf16_pattern(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < bytes.size(); ++at) zeros[at % 2] += bytes[at] == '\0';
  const std::size_t enough = std::max<std::size_t>(2, bytes.size() / 2 / 50);
  if (zeros[0] == 0 && zeros[1] >= enough) return Units{2, false};
  if (zeros[1] == 0 && zeros[0] >= enough) return Units{2, true};
  return std::nullopt;
}

Diagnostic guessed(std::string_view encoding) {
  return {1, Severity::kNote, fmt::format("read as {}, which is a guess: the file does not say its encoding", encoding)};
}

// How much of a broken UTF-8 file is UTF-8 after all.
struct Utf8Census {
  std::size_t sequences = 0;  ///< valid ones of several bytes
  std::size_t likely = 0;     ///< those that make Latin letters and marks, which chance pairs of legacy bytes seldom do
  std::size_t bad = 0;        ///< bytes in none
  std::size_t first_bad = 0;
};

Utf8Census census_of(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = [&]() -> std::size_t {
      const auto lead = byte_at(bytes, at);
      if (lead < 0x80) return 1;
      for (std::size_t length = 2; length <= 4 && at + length <= bytes.size(); ++length) {
        if (is_utf8(bytes.substr(at, length))) return length;
      }
      return 0;
    }();
    if (size == 0 && census.bad++ == 0) census.first_bad = at;
    census.sequences += size > 1;
    census.likely += size > 2 || (size == 2 && byte_at(bytes, at) <= 0xC5);
    at += std::max<std::size_t>(size, 1);
  }
  return census;
}

Result<Decoded> decode_bytes(std::string_view bytes, std::string_view name) {
  const auto census = census_of(bytes);
  if (census.bad == 0) return Decoded{std::string(bytes), "UTF-8", {}};
  // A legacy text holds a pair of bytes now and then that is valid UTF-8 by chance; a UTF-8 text holds few that are not.
  if (census.likely * 5 <= census.bad && census.sequences <= census.bad) {
    if (auto legacy = decode_legacy(bytes))
      return Decoded{std::move(legacy->text), legacy->encoding, {guessed(legacy->encoding)}};
  }
  const auto what = fmt::format("byte {} (0x{:02X}) is not UTF-8", census.first_bad, byte_at(bytes, census.first_bad));
  const auto why = census.likely * 5 > census.bad
                       ? fmt::format("{} such byte{} in a text that is UTF-8 elsewhere", census.bad, census.bad == 1 ? "" : "s")
                       : "and in no other encoding that travaux knows do its letters make words";
  return tl::unexpected(refusal(place(name, line_of(bytes, census.first_bad)), what, why));
}

Result<Decoded> decode_any(std::string_view bytes, std::string_view name) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    std::size_t bad = 0;
    if (is_utf8(bytes, &bad)) return Decoded{std::string(bytes), "UTF-8", {}};
    return tl::unexpected(refusal(place(name, line_of(bytes, bad)),
                                  fmt::format("byte {} (0x{:02X}) is not UTF-8", bad, byte_at(bytes, bad)),
                                  "the file says that it is UTF-8"));
  }
  if (bytes.size() % 4 == 0 && bytes.starts_with("\xFF\xFE\0\0"sv)) return decode_wide(bytes, {4, false}, name, "UTF-32LE");
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return decode_wide(bytes, {4, true}, name, "UTF-32BE");
  if (bytes.starts_with("\xFF\xFE")) return decode_wide(bytes, {2, false}, name, "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return decode_wide(bytes, {2, true}, name, "UTF-16BE");
  const auto nul = bytes.find('\0');
  if (nul == std::string_view::npos) return decode_bytes(bytes, name);
  if (const auto units = utf16_pattern(bytes)) {
    auto decoded = decode_wide(bytes, *units, name, units->big_endian ? "UTF-16BE" : "UTF-16LE");
    if (decoded) decoded->notes.push_back(guessed(decoded->encoding));
    return decoded;
  }
  return tl::unexpected(refusal(place(name, line_of(bytes, nul)), fmt::format("byte {} is NUL, which no text holds", nul),
                                "this is a binary file, or a damaged one"));
}

bool is_control(unsigned char c) { return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F; }

std::optional<Error> refuse_binary(const Decoded& decoded, std::string_view name) {
  const auto& text = decoded.text;
  if (const auto nul = text.find('\0'); nul != std::string::npos) {
    return refusal(place(name, line_of(text, nul)), "the text holds a NUL character", "this is a binary file, or a damaged one");
  }
  std::size_t controls = 0;
  std::size_t visible = 0;
  for (const char c : text) {
    controls += is_control(static_cast<unsigned char>(c));
    visible += c != ' ' && !(c >= '\t' && c <= '\r');
  }
  if (controls * 10 <= visible) return std::nullopt;
  return refusal(std::string(name), "this is a binary file",
                 fmt::format("{} of its {} characters are control characters", controls, visible));
}

void drop_byte_order_marks(std::string& text) {
  std::size_t marks = 0;
  while (std::string_view(text).substr(marks).starts_with("\xEF\xBB\xBF")) marks += 3;
  text.erase(0, marks);
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view name) {
  if (auto error = refuse_known_format(bytes, name)) return tl::unexpected(std::move(*error));
  auto decoded = decode_any(bytes, name);
  if (!decoded) return decoded;
  drop_byte_order_marks(decoded->text);
  if (auto error = refuse_binary(*decoded, name)) return tl::unexpected(std::move(*error));
  return decoded;
}

}  // namespace travaux
