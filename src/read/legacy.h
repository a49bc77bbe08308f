// Single-byte encodings from before Unicode: which of them bytes are in, judged by whether the letters make sense.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace travaux {

struct LegacyText {
  std::string text;
  std::string encoding;
};

/// Decodes bytes that are not UTF-8 in the single-byte encoding in which their high bytes read best: windows-1252 for western
/// texts unless another is clearly better. Nothing where they read badly in all of them. Precondition: no NUL bytes.
std::optional<LegacyText> decode_legacy(std::string_view bytes);

}  // namespace travaux
