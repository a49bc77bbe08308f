// Bytes to UTF-8: which encoding they are in, and what is no text at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/error.h"
#include "travaux/text.h"

namespace travaux {

struct Decoded {
  std::string text;      ///< valid UTF-8, no byte order mark, no U+0000; line ends as they were
  std::string encoding;  ///< as `Reading::encoding`
  std::vector<Diagnostic> notes;
};

/// Decodes a file's bytes. Every byte is decoded or the whole is refused with the place of the first one that cannot be.
Result<Decoded> decode(std::string_view bytes, std::string_view name);

}  // namespace travaux
