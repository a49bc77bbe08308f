// Styled text -> what a terminal or a file gets: the one place that knows colours, marks and widths.
#include <algorithm>

#include "report/hazard.h"
#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux {

namespace {

// Deleted words are struck and inserted ones underlined too: colour alone tells nothing to some eyes.
std::string_view ansi_of(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kHeading:
      return "\x1b[1m";
    case Style::kAddress:
      return "\x1b[1;36m";
    case Style::kAdded:
      return "\x1b[32m";
    case Style::kRemoved:
      return "\x1b[31m";
    case Style::kMoved:
      return "\x1b[35m";
    case Style::kInserted:
      return "\x1b[4;32m";
    case Style::kDeleted:
      return "\x1b[9;31m";
    case Style::kMovedFrom:
      return "\x1b[9;35m";
    case Style::kMovedTo:
      return "\x1b[4;35m";
    case Style::kTag:
      return "\x1b[33m";
    case Style::kNote:
      return "\x1b[36m";
    case Style::kWarning:
      return "\x1b[1;33m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kVoice1:
      return "\x1b[32m";
    case Style::kVoice2:
      return "\x1b[35m";
    case Style::kVoice3:
      return "\x1b[33m";
    case Style::kVoice4:
      return "\x1b[36m";
    case Style::kVoice5:
      return "\x1b[34m";
    case Style::kVoice6:
      return "\x1b[31m";
  }
  return "";
}

struct Marks {
  std::string_view open, close;
};

Marks marks_of(Style style) {
  switch (style) {
    case Style::kInserted:
      return {"{+", "+}"};
    case Style::kDeleted:
      return {"[-", "-]"};
    case Style::kMovedFrom:
      return {"[<", "<]"};
    case Style::kMovedTo:
      return {"{>", ">}"};
    default:
      return {};
  }
}

/// A line's words in one string, with the style that each stretch has.
struct Flat {
  struct Stretch {
    std::size_t end = 0;
    Style style = Style::kPlain;
  };
  std::string text;
  std::vector<Stretch> stretches;

  void add(Style style, std::string_view words) {
    if (words.empty()) return;
    text.append(words);
    stretches.push_back({text.size(), style});
  }
};

constexpr std::string_view kBlanks = " \t";

/// White space at the ends of struck or inserted words stays outside marks and lines.
void add_marked(Flat& flat, Style style, std::string_view words, bool color) {
  const Marks marks = marks_of(style);
  const std::size_t first = words.find_first_not_of(kBlanks);
  if (marks.open.empty() || first == std::string_view::npos) {
    flat.add(marks.open.empty() ? style : Style::kPlain, words);
    return;
  }
  const std::size_t last = words.find_last_not_of(kBlanks) + 1;
  flat.add(Style::kPlain, words.substr(0, first));
  if (!color) flat.add(style, marks.open);
  flat.add(style, words.substr(first, last - first));
  if (!color) flat.add(style, marks.close);
  flat.add(Style::kPlain, words.substr(last));
}

Flat flatten(const StyledLine& line, const RenderOptions& options) {
  Flat flat;
  for (const StyledRun& run : line.runs) {
    add_marked(flat, run.style, options.escape ? escape_controls(run.text) : run.text, options.color);
  }
  return flat;
}

/// Cuts a word that is wider than its line, at least one character each time; `line` is where the line begins and moves on.
/// Returns the columns of the last piece.
std::size_t cut(std::string_view text, Span word, std::size_t used, std::size_t room, std::size_t rest, std::size_t& line,
                std::vector<Span>& lines) {
  for (std::size_t at = word.begin; at < word.end;) {
    const std::size_t here = at;
    const std::size_t columns = report::columns(next_code_point(text, at));
    if (here > word.begin && used + columns > room) {
      lines.push_back({line, here});
      line = here;
      used = 0;
      room = rest;
    }
    used += columns;
  }
  return used;
}

/// The lines that a text is broken into at spaces: `room` columns for the first one, `rest` for the others.
std::vector<Span> broken(std::string_view text, std::size_t room, std::size_t rest) {
  std::vector<Span> lines;
  std::size_t line = 0, end = 0, used = 0;
  for (;;) {
    const std::size_t word = text.find_first_not_of(' ', end);
    if (word == std::string_view::npos) break;
    const std::size_t stop = std::min(text.find(' ', word), text.size());
    const std::size_t columns = display_width(text.substr(word, stop - word));
    if (end > line && used + (word - end) + columns > room) {
      lines.push_back({line, end});
      line = end = word;
      used = 0;
      room = rest;
    }
    used += word - end;
    if (used + columns > room) {
      used = cut(text, {word, stop}, used, room, rest, line, lines);
      if (!lines.empty()) room = rest;
    } else {
      used += columns;
    }
    end = stop;
  }
  lines.push_back({line, end});
  return lines;
}

void append_styled(std::string& out, const Flat& flat, Span span, bool color, std::size_t& stretch) {
  for (std::size_t at = span.begin; at < span.end;) {
    while (flat.stretches[stretch].end <= at) ++stretch;
    const std::size_t end = std::min(flat.stretches[stretch].end, span.end);
    const std::string_view code = color ? ansi_of(flat.stretches[stretch].style) : std::string_view();
    out.append(code).append(flat.text, at, end - at);
    if (!code.empty()) out += "\x1b[0m";
    at = end;
  }
}

std::size_t room_beside(std::size_t indent, std::size_t width) { return width > indent + 10 ? width - indent : 10; }

void append_line(std::string& out, const StyledLine& line, const RenderOptions& options) {
  const Flat flat = flatten(line, options);
  const std::size_t whole = flat.text.find_last_not_of(kBlanks) + 1;
  std::vector<Span> lines{{0, whole}};
  if (options.width > 0 && line.wraps) {
    lines = broken(flat.text, room_beside(line.indent, options.width), room_beside(line.hang, options.width));
  }
  std::size_t stretch = 0, indent = line.indent;
  for (const Span& span : lines) {
    if (!span.empty()) out.append(indent, ' ');
    append_styled(out, flat, span, options.color, stretch);
    out += '\n';
    indent = line.hang;
  }
}

}  // namespace

std::string render(const StyledText& text, const RenderOptions& options) {
  std::string out;
  for (const StyledLine& line : text) append_line(out, line, options);
  return out;
}

}  // namespace travaux
