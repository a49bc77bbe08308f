#include "travaux/read.h"

#include <algorithm>
#include <utility>

#include "read/decode.h"
#include "read/docx.h"
#include "read/formats.h"
#include "read/furniture.h"
#include "read/lines.h"
#include "read/markdown.h"
#include "read/note_marks.h"
#include "read/office.h"
#include "read/paragraphs.h"
#include "read/pdf.h"
#include "read/settle.h"
#include "read/typography.h"

namespace travaux {

namespace {

struct PlainText {
  std::vector<OutputLine> lines;
  std::vector<Diagnostic> notes;
};

std::string text_of(const std::vector<OutputLine>& lines) {
  std::size_t size = 0;
  for (const auto& line : lines) size += line.text.size() + 1;
  std::string text;
  text.reserve(size);
  for (const auto& line : lines) text.append(line.text).push_back('\n');
  return text;
}

// Line ends are no typography, so that the lines of both texts are the same but for it.
void tell_typing(std::vector<SourceLine>& lines, std::string_view typed) {
  const auto originals = split_lines(typed);
  for (std::size_t i = 0; i < lines.size() && lines.size() == originals.size(); ++i) lines[i].typed = originals[i].text;
}

PlainText finished(PlainText plain) {
  for (auto& line : plain.lines) line.text = single_spaced(set_right(line.text));
  raise_note_marks(plain.lines);
  return plain;
}

PlainText read_plain(std::string_view text) {
  const auto right = set_right(text);
  auto lines = split_lines(right);
  if (right != text) tell_typing(lines, text);
  auto notes = drop_furniture(lines);
  return finished({join_paragraphs(lines), std::move(notes)});
}

PlainText read_marked(std::string_view text) {
  auto markdown = read_markdown(set_right(text));
  return finished({std::move(markdown.lines), std::move(markdown.notes)});
}

bool is_markdown(std::string_view name) {
  const auto folded = fold_case(name);
  return folded.ends_with(".md") || folded.ends_with(".markdown");
}

// Line numbers of `again`, which was read from the text of `first`, told as lines of the file.
void tell_source(PlainText& again, const std::vector<OutputLine>& first) {
  for (auto& line : again.lines) line.source = first[line.source - 1].source;
  for (auto& note : again.notes) note.line = first[note.line - 1].source;
}

// Paragraphs that a second reading would join are kept apart by a blank line: the first reading saw the file and knew better.
void keep_apart(std::vector<OutputLine>& lines, const std::vector<OutputLine>& again) {
  std::vector<OutputLine> apart;
  apart.reserve(lines.size() + 16);
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = next < again.size() && again[next].source == i + 1;
    if (begins) ++next;
    if (!begins && !lines[i].text.empty() && !apart.empty() && !apart.back().text.empty()) apart.push_back({"", lines[i].source});
    apart.push_back(std::move(lines[i]));
  }
  lines = std::move(apart);
}

// What was read must read as itself. Nearly always it does; a text at the edge of a threshold is brought there in a few turns.
void settle(PlainText& plain) {
  constexpr int kTurns = 6;
  for (int turn = 0; turn < kTurns; ++turn) {
    const auto text = text_of(plain.lines);
    auto again = read_plain(text);
    if (text_of(again.lines) == text) return;
    const bool joins = again.notes.empty() && again.lines.size() < plain.lines.size() && turn + 2 < kTurns;
    if (joins) {
      keep_apart(plain.lines, again.lines);
      continue;
    }
    tell_source(again, plain.lines);
    plain.lines = std::move(again.lines);
    plain.notes.insert(plain.notes.end(), again.notes.begin(), again.notes.end());
  }
}

bool blank(const std::vector<OutputLine>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const OutputLine& line) { return line.text.empty(); });
}

}  // namespace

std::vector<std::size_t> lines_taken_for_wraps(std::string_view text) {
  const auto again = read_plain(text).lines;
  const auto lines = split_lines(text);
  std::vector<std::size_t> taken;
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = next < again.size() && again[next].source == i + 1;
    if (begins) ++next;
    if (!begins && i > 0 && !lines[i].blank()) taken.push_back(i + 1);
  }
  return taken;
}

Result<Reading> read_bytes(std::string_view bytes, std::string_view name, const ReadOptions& options) {
  if (auto error = refuse_empty_document(bytes, name)) return tl::unexpected(std::move(*error));
  if (is_word_file(bytes)) return read_docx(bytes, name, options);
  if (is_pdf(bytes)) return read_pdf(bytes, name, options);
  if (const auto format = office_format(bytes)) return read_office(bytes, name, *format, options);
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  const bool markdown = is_markdown(name);
  auto plain = markdown ? read_marked(decoded->text) : read_plain(decoded->text);
  settle(plain);
  if (blank(plain.lines)) plain.lines.clear();
  Reading reading;
  reading.text = text_of(plain.lines);
  for (const auto& line : plain.lines) reading.source_lines.push_back(line.source);
  reading.media_type = markdown ? "text/markdown" : "text/plain";
  reading.extension = markdown ? "md" : "txt";
  reading.encoding = std::move(decoded->encoding);
  reading.diagnostics = std::move(decoded->notes);
  reading.diagnostics.insert(reading.diagnostics.end(), plain.notes.begin(), plain.notes.end());
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
      paragraphs.push_back({{at, at + inner.size()}, line, at - begin});
    }
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace travaux
