#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "travaux/diff.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string from, to;
  std::optional<std::string> output;
};

enum class Format { kTerminal, kHtml, kText };

Result<Format> format_of(const std::optional<std::string>& output) {
  if (!output) return Format::kTerminal;
  const std::string ending = fold_case(std::filesystem::path(*output).extension().string());
  if (ending == ".html" || ending == ".htm") return Format::kHtml;
  if (ending == ".txt") return Format::kText;
  const std::string what = ending.empty() ? fmt::format("\"{}\" has no ending to choose a format by", *output)
                                          : fmt::format("a redline cannot be written as \"{}\"", ending);
  return usage_error(what, "name a file that ends in .html or .txt, or leave out -o to see it here");
}

/// A page is passed on, so it must not carry the names of files.
void hide_file_names(std::vector<Draft>& drafts) {
  const char* const names[] = {"the earlier draft", "the later draft"};
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].has_label) drafts[i].label = drafts[i].document.label = names[i];
  }
}

std::vector<std::string> input_paths(const std::vector<Draft>& drafts) {
  std::vector<std::string> paths;
  for (const Draft& draft : drafts) {
    if (!draft.path.empty() && draft.path != kStandardInput) paths.push_back(draft.path);
  }
  return paths;
}

Status write(const Session& session, Format format, const std::string& path, const std::vector<Draft>& drafts) {
  const Document& from = drafts[0].document;
  const Document& to = drafts[1].document;
  const DocumentDiff changes = diff(from, to);
  const Redline redline = build_redline(from, to, changes);
  const RedlineNotes notes{notices(drafts), {}};
  if (format == Format::kTerminal) return session.print(redline_text(redline, notes));
  const std::string content = format == Format::kHtml ? redline_html(redline, changes, from, to, notes)
                                                      : render(redline_text(redline, notes), {false, session.common().width, true});
  if (Status written = write_file(path, content, input_paths(drafts)); !written) return written;
  return session.say(path);
}

Result<int> run(const Options& options, Session& session) {
  const Result<Format> format = format_of(options.output);
  if (!format) return tl::unexpected(format.error());
  Result<std::vector<Draft>> drafts = load_drafts(session, {options.from, options.to});
  if (!drafts) return tl::unexpected(drafts.error());
  hide_file_names(*drafts);
  const Status written = write(session, *format, options.output.value_or(""), *drafts);
  return written ? Result<int>(kDone) : tl::unexpected(written.error());
}

}  // namespace

Run declare_redline(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("A", options->from, "the earlier draft");
  arguments.positional("B", options->to, "the later draft");
  arguments.option("-o,--output", options->output, "FILE", "where to write it; .html or .txt. Without it, it is printed here");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
