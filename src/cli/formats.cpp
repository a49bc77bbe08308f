#include "cli/formats.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "cli/output.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

struct Ending {
  std::string_view ending, format;
};

/// The first ending of a format is the one that help and errors name.
constexpr Ending kEndings[] = {
    {".xlsx", "xlsx"}, {".txt", "text"}, {".json", "json"}, {".csv", "csv"},
    {".html", "html"}, {".htm", "html"}, {".md", "md"},     {".docx", "docx"}, {".pdf", "pdf"},
};

const Command& command_named(std::string_view name) {
  const auto is_it = [&](const Command& command) { return command.name == name; };
  return *std::find_if(commands().begin(), commands().end(), is_it);
}

std::string format_of_ending(const std::string& ending) {
  const auto found = std::find_if(std::begin(kEndings), std::end(kEndings), [&](const Ending& e) { return e.ending == ending; });
  return found == std::end(kEndings) ? std::string() : std::string(found->format);
}

std::string endings_of(const std::vector<std::string>& formats) {
  std::vector<std::string_view> endings;
  for (const std::string& format : formats) {
    const auto found =
        std::find_if(std::begin(kEndings), std::end(kEndings), [&](const Ending& e) { return e.format == format; });
    if (found != std::end(kEndings)) endings.push_back(found->ending);
  }
  return fmt::format("{}", fmt::join(endings, ", "));
}

}  // namespace

std::vector<std::string> formats_of(const Command& command) {
  std::vector<std::string> formats{"text"};
  if (command.has_json) formats.emplace_back("json");
  formats.insert(formats.end(), command.more_formats.begin(), command.more_formats.end());
  return formats;
}

Result<std::string> chosen_format(const Session& session, std::string_view name, const std::optional<std::string>& output) {
  const std::string& given = session.common().format;
  if (!output) return given;
  const std::vector<std::string> formats = formats_of(command_named(name));
  const std::string ending = fold_case(std::filesystem::path(*output).extension().string());
  const std::string meant = format_of_ending(ending);
  const bool said = given != "text";  // what --format says when nothing is said
  if (std::find(formats.begin(), formats.end(), meant) != formats.end()) {
    if (!said || given == meant) return meant;
    return usage_error(fmt::format("--format {} does not fit the ending of \"{}\"", given, *output), "leave out --format");
  }
  if (said) return given;
  const std::string what = ending.empty() ? fmt::format("\"{}\" has no ending to choose a format by", *output)
                                          : fmt::format("{} cannot be written as \"{}\"", name, ending);
  return usage_error(what, fmt::format("name a file with one of the endings {}, or leave out -o", endings_of(formats)));
}

Status deliver(const Session& session, const std::optional<std::string>& output, std::string_view report,
               const std::vector<Draft>& inputs) {
  if (!output) return session.print(report);
  std::vector<std::string> paths;
  for (const Draft& draft : inputs) {
    if (!draft.path.empty() && draft.path != kStandardInput) paths.push_back(draft.path);
  }
  if (Status written = write_file(*output, report, paths); !written) return written;
  return session.say(*output);
}

Status deliver_workbook(const Session& session, const std::optional<std::string>& output, std::string_view workbook,
                        const std::vector<Draft>& inputs) {
  if (output) return deliver(session, output, workbook, inputs);
  if (on_terminal()) return usage_error("a workbook is no text to print", "name a file for it with -o FILE.xlsx");
  return write_output(workbook);
}

Status deliver(const Session& session, const std::optional<std::string>& output, const StyledText& report,
               const std::vector<Draft>& inputs) {
  if (!output) return session.print(report);
  return deliver(session, output, render(report, {false, session.common().width, true}), inputs);
}

}  // namespace travaux::cli
