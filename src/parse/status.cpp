#include "parse/status.h"

#include <re2/re2.h>

#include "parse/families.h"
#include "text/unicode.h"

namespace travaux {

std::size_t status_begin(std::string_view text) {
  static const RE2 kTail(R"([(\[]\s*([\pL][\pL ]*)[^()\[\]]*[)\]]\s*\.?\s*$)");
  re2::StringPiece words;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kTail, &words)) return text.size();
  const std::string_view view(words.data(), words.size());
  std::size_t at = 0;
  if (!is_upper(next_code_point(view, at)) || !begins_with_any(plain(view), families().status_words)) return text.size();
  return static_cast<std::size_t>(words.data() - text.data()) - 1;
}

}  // namespace travaux
