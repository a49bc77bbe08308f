#include "read/pdf.h"

#include <utility>
#include <vector>

#include "read/child_process.h"
#include "read/pdf_columns.h"
#include "read/pdf_furniture.h"
#include "read/pdf_notes.h"
#include "read/pdf_page.h"
#include "read/pdf_paragraphs.h"
#include "read/private_folder.h"
#include "read/settle.h"
#include "read/typography.h"

namespace travaux {

namespace {

Error unreadable(std::string_view name, std::string why, std::string next) {
  return {ErrorCode::kInput, "this PDF cannot be read", std::string(name), std::move(why), std::move(next)};
}

Error refused(std::string_view name, const ChildOutcome& outcome) {
  if (outcome.complaints.find("Incorrect password") != std::string::npos)
    return unreadable(name, "it is locked with a password", "open it with its password, and save it as a PDF without one");
  return unreadable(name, "pdftotext finds it damaged",
                    "ask for it anew, or save it anew as a PDF, as .docx or as plain text in UTF-8 (.txt)");
}

/// Lines of text with the pages they begin on.
struct Lines {
  std::vector<std::string> texts;
  std::vector<std::size_t> pages;

  std::string text() const {
    std::string all;
    for (const auto& line : texts) all.append(line).push_back('\n');
    return all;
  }
};

/// Sets a blank line, or a second one, before each line that a reading as plain text would take for a wrap.
bool set_apart(Lines& lines) {
  const auto wraps = lines_taken_for_wraps(lines.text());
  if (wraps.empty()) return false;
  Lines apart;
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.texts.size(); ++i) {
    if (next < wraps.size() && wraps[next] == i + 1) {
      ++next;
      apart.texts.emplace_back();
      apart.pages.push_back(lines.pages[i]);
    }
    apart.texts.push_back(std::move(lines.texts[i]));
    apart.pages.push_back(lines.pages[i]);
  }
  lines = std::move(apart);
  return true;
}

}  // namespace

Reading read_pdf_words(std::string_view tsv) {
  auto pages = pdf_pages(tsv);
  Reading reading;
  reading.diagnostics = drop_pdf_furniture(pages);
  auto in_order = lines_in_order(std::move(pages));
  move_notes(in_order);
  Lines lines;
  for (auto& paragraph : join_pdf_lines(in_order)) {
    auto text = single_spaced(set_right(paragraph.text));
    if (text.empty()) continue;
    lines.texts.push_back(std::move(text));
    lines.pages.push_back(paragraph.page + 1);
  }
  constexpr int kTurns = 4;
  for (int turn = 0; turn < kTurns && set_apart(lines); ++turn) {
  }
  reading.text = lines.text();
  reading.source_lines = std::move(lines.pages);
  reading.media_type = "application/pdf";
  reading.extension = "pdf";
  reading.encoding = "UTF-8";
  return reading;
}

Result<Reading> read_pdf(std::string_view bytes, std::string_view name, const ReadOptions& options) {
  const auto folder = PrivateFolder::make_in(options.temporary_folder);
  if (!folder) return tl::unexpected(folder.error());
  const auto written = folder->write("draft.pdf", bytes);
  if (!written) return tl::unexpected(written.error());
  const ChildCommand command{"pdftotext", "poppler-utils", {"-tsv", "-enc", "UTF-8", "draft.pdf", "-"}, folder->path()};
  const auto outcome = run_child(command, std::string(name), options);
  if (!outcome) return tl::unexpected(outcome.error());
  if (outcome->exit_code != 0) return tl::unexpected(refused(name, *outcome));
  Reading reading = read_pdf_words(outcome->output);
  if (reading.text.empty()) {
    return tl::unexpected(unreadable(name, "it holds no text: its pages are empty, or pictures of text",
                                     "have its text recognised (OCR), or ask for the file that it was made from"));
  }
  return reading;
}

}  // namespace travaux
