#include "travaux/read.h"

#include <algorithm>

#include "read/decode.h"
#include "read/lines.h"
#include "read/paragraphs.h"

namespace travaux {

Result<Reading> read_bytes(std::string_view bytes, std::string_view name) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  Reading reading;
  reading.media_type = "text/plain";
  reading.extension = "txt";
  reading.encoding = decoded->encoding;
  for (const auto& line : join_paragraphs(split_lines(decoded->text))) {
    reading.text.append(line.text).push_back('\n');
    reading.source_lines.push_back(line.source);
  }
  if (reading.text.find_first_not_of('\n') == std::string::npos) reading.text.clear(), reading.source_lines.clear();
  return reading;
}

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  std::size_t line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto inner = trim(text.substr(begin, end - begin));
    if (!inner.empty()) {
      const auto at = static_cast<std::size_t>(inner.data() - text.data());
      paragraphs.push_back({{at, at + inner.size()}, line});
    }
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace travaux
