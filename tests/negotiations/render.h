// A text as it is circulated: printed plainly, or with the noise that travels with files and must make no difference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "negotiations/text.h"

namespace travaux::negotiations {

/// One kind of noise, or several: bits of a set.
enum Noise : std::uint32_t {
  kNoNoise = 0,
  kStraightQuotes = 1U << 0U,
  kGuillemets = 1U << 1U,
  kDashes = 1U << 2U,      ///< hyphens and dashes exchanged
  kSpaces = 1U << 3U,      ///< doubled and no-break spaces
  kInvisible = 1U << 4U,   ///< soft hyphens, zero-width characters
  kBlankLines = 1U << 5U,  ///< more of them
  kCarriageReturns = 1U << 6U,
  kHardWraps = 1U << 7U,  ///< at a width, with blank lines between paragraphs
  kTrailingSpaces = 1U << 8U,
  kPages = 1U << 9U,        ///< running heads, page numbers, form feeds
  kDecomposed = 1U << 10U,  ///< NFD
  kUtf16 = 1U << 11U,       ///< little-endian with a mark
  kMark = 1U << 12U,        ///< UTF-8 with a mark
};

/// The text in UTF-8: a paragraph a line, a blank line between two.
std::string render(const Text& text);

/// The paragraphs printed, in order, without line ends: what `render` joins.
std::vector<std::string> paragraphs_of(const Text& text);

/// Some set of noises, drawn by the seed; those that exclude each other are never drawn together.
std::uint32_t draw_noise(std::uint64_t seed);

/// The same text, made noisy; where and how often is drawn by the seed. Every result means what `render(text)` means.
std::string render_noisy(const Text& text, std::uint32_t noise, std::uint64_t seed);

/// The noise of that name; nothing where there is none.
std::optional<std::uint32_t> noise_named(const std::string& name);

/// The names of a set of noises: "dashes, UTF-16".
std::string names_of_noise(std::uint32_t noise);

}  // namespace travaux::negotiations
