#include "read/decode.h"

namespace travaux {

Result<Decoded> decode(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t bad = 0;
  if (!is_utf8(bytes, &bad)) {
    return tl::unexpected(Error{ErrorCode::kInput, "not UTF-8 text", std::string(name), "", "save it as plain text in UTF-8"});
  }
  return Decoded{std::string(bytes), "UTF-8", {}};
}

}  // namespace travaux
