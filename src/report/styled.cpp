#include "report/styled.h"

namespace travaux {

namespace report {

Writer& Writer::line(std::size_t indent, std::size_t hang) {
  text_.push_back({{}, indent, hang < indent ? indent : hang, true});
  return *this;
}

Writer& Writer::row(std::size_t indent) {
  text_.push_back({{}, indent, indent, false});
  return *this;
}

Writer& Writer::add(Style style, std::string_view words) {
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find('\n', begin), words.size());
    if (end > begin) {
      std::vector<StyledRun>& runs = text_.back().runs;
      if (!runs.empty() && runs.back().style == style) {
        runs.back().text.append(words.substr(begin, end - begin));
      } else {
        runs.push_back({style, std::string(words.substr(begin, end - begin))});
      }
    }
    if (end == words.size()) break;
    const StyledLine& last = text_.back();
    text_.push_back({{}, last.hang, last.hang, last.wraps});
    begin = end + 1;
  }
  return *this;
}

Writer& Writer::gap() {
  if (!text_.empty() && !text_.back().runs.empty()) text_.emplace_back();
  return *this;
}

}  // namespace report

std::string_view name_of(Style style) {
  switch (style) {
    case Style::kPlain:
      return "plain";
    case Style::kHeading:
      return "heading";
    case Style::kAddress:
      return "address";
    case Style::kAdded:
      return "added";
    case Style::kRemoved:
      return "removed";
    case Style::kMoved:
      return "moved";
    case Style::kInserted:
      return "inserted";
    case Style::kDeleted:
      return "deleted";
    case Style::kMovedFrom:
      return "moved-from";
    case Style::kMovedTo:
      return "moved-to";
    case Style::kTag:
      return "tag";
    case Style::kNote:
      return "note";
    case Style::kWarning:
      return "warning";
    case Style::kDim:
      return "dim";
    case Style::kVoice1:
      return "voice-1";
    case Style::kVoice2:
      return "voice-2";
    case Style::kVoice3:
      return "voice-3";
    case Style::kVoice4:
      return "voice-4";
    case Style::kVoice5:
      return "voice-5";
    case Style::kVoice6:
      return "voice-6";
  }
  return "plain";
}

std::string render_debug(const StyledText& text) {
  std::string out;
  for (const StyledLine& line : text) {
    if (!line.runs.empty()) out.append(line.indent, ' ');
    for (const StyledRun& run : line.runs) {
      if (run.style == Style::kPlain) {
        out += run.text;
      } else {
        out.append("[").append(name_of(run.style)).append("]").append(run.text).append("[/]");
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace travaux
