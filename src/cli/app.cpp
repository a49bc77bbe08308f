#include "cli/app.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <exception>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/formats.h"
#include "cli/output.h"

namespace travaux::cli {
namespace {

constexpr std::size_t kHelpColumn = 34;
constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 10'000;

/// The command line as it is declared, and what was read from it.
struct CommandLine {
  CLI::App app{"Keeps every draft of a negotiated text and says what changed between them.", "travaux"};
  Common common;
  std::string width;
  bool version = false;
  std::vector<Run> runs;  ///< a row for each row of the table
};

void add_common(CLI::App& app, CommandLine& line, const std::vector<std::string>& formats, bool has_instruments) {
  Arguments arguments(app);
  app.option_defaults()->group("Common options");
  arguments.option("-C", line.common.folder, "DIR", "the record; else the current folder or the nearest above it that is one");
  if (formats.size() > 1) arguments.choice("--format", line.common.format, formats, "text to read, or another form of it");
  if (has_instruments) {
    arguments.option("--instruments", line.common.instruments, "FILE",
                     "a registry of instruments to use instead of the record's");
  }
  arguments.choice("--color", line.common.color, {"auto", "always", "never"}, "colours; NO_COLOR turns \"auto\" off");
  arguments.option("--width", line.width, "N", "columns to wrap at; 0: the terminal's, and never in a file");
  arguments.flag("--no-pager", line.common.no_pager, "print on a terminal without $GIT_PAGER, $PAGER or less");
  arguments.flag("-q,--quiet", line.common.quiet, "no notes, no progress, no word about what was done");
}

/// What any command offers, each once.
std::vector<std::string> all_formats() {
  std::vector<std::string> all;
  for (const Command& command : commands()) {
    for (const std::string& format : formats_of(command)) {
      if (std::find(all.begin(), all.end(), format) == all.end()) all.push_back(format);
    }
  }
  return all;
}

void declare(CommandLine& line) {
  line.app.require_subcommand(0, 1);
  line.app.set_help_flag("-h,--help", "print this help");
  line.app.get_formatter()->column_width(kHelpColumn);
  line.app.get_formatter()->label("REQUIRED", "");
  line.app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  line.app.get_formatter()->label("Positionals", "Arguments");
  for (const Command& command : commands()) {
    CLI::App* sub = line.app.add_subcommand(std::string(command.name), std::string(command.help));
    sub->group("Commands")->option_defaults()->group("Options");
    Arguments arguments(*sub);
    line.runs.push_back(command.declare(arguments));
    add_common(*sub, line, formats_of(command), command.has_instruments);
    if (reads_drafts(command)) {
      arguments.choice("--track-changes", line.common.track_changes, {"accept", "reject"},
                       "what becomes of the tracked changes in a Word file");
      arguments.choice("--profile", line.common.profile, {"plan", "treaty", "resolution", "unnumbered", "auto"},
                       "the family that drafts are read as; else as recorded, or as they look");
    }
  }
  add_common(line.app, line, all_formats(), false);
  line.app.add_flag("--version", line.version, "print the version");
  line.app.footer("`travaux help COMMAND` explains a command.");
}

const CLI::App* chosen(const CommandLine& line) {
  const auto subs = line.app.get_subcommands();
  return subs.empty() ? nullptr : subs.front();
}

std::string explained_by(const CLI::App* sub) {
  return fmt::format("`travaux help{}` explains", sub == nullptr ? "" : " " + sub->get_name());
}

std::string did_you_mean(const std::string& guess, const CLI::App* sub) {
  return guess.empty() ? explained_by(sub) : fmt::format("did you mean {}? {}", guess, explained_by(sub));
}

tl::unexpected<Error> unknown_option(const std::string& given, const CLI::App& app, const CLI::App* sub) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::string name = given.substr(0, given.find('='));
  return usage_error(fmt::format("unknown option {}", name), did_you_mean(nearest(name, names), sub));
}

/// The first of what stands on the line without a place for it that looks like an option; empty: none.
std::string option_left_over(const CommandLine& line) {
  for (const std::string& word : line.app.remaining(true)) {
    if (word.size() > 1 && word.front() == '-') return word;
  }
  return {};
}

/// What stands on the line without a place for it, and is no option.
tl::unexpected<Error> left_over(const CommandLine& line) {
  const CLI::App* sub = chosen(line);
  const std::vector<std::string> rest = line.app.remaining(true);
  const std::string first = rest.empty() ? std::string() : rest.front();
  if (sub != nullptr) {
    return usage_error(fmt::format("{} has no place for the argument \"{}\"", sub->get_name(), first), explained_by(sub));
  }
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return usage_error(fmt::format("there is no command \"{}\"", first), did_you_mean(nearest(first, names), nullptr));
}

tl::unexpected<Error> wrong_usage(const CommandLine& line, const CLI::ParseError& error) {
  const CLI::App* sub = chosen(line);
  const std::string text = error.what();
  // Where an option is misspelt, what else is missing or too much follows from it.
  const std::string option = option_left_over(line);
  if (!option.empty()) return unknown_option(option, sub == nullptr ? line.app : *sub, sub);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return left_over(line);
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return usage_error(fmt::format("{} is missing", text.substr(0, text.find(' '))), explained_by(sub));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return usage_error(fmt::format("{} needs a value", text.substr(0, text.find(':'))), explained_by(sub));
  }
  return usage_error(text, explained_by(sub));
}

Status read_width(CommandLine& line) {
  if (line.width.empty()) return {};
  const char* end = line.width.data() + line.width.size();
  const auto [stop, error] = std::from_chars(line.width.data(), end, line.common.width);
  const bool fits = line.common.width == 0 || (line.common.width >= kNarrowest && line.common.width <= kWidest);
  if (error == std::errc() && stop == end && fits) return {};
  return usage_error(fmt::format("--width: \"{}\" is no number of columns", line.width),
                     fmt::format("give {} to {}, or 0 for the terminal's", kNarrowest, kWidest));
}

/// A format given before the command's name is known to some command only.
Status offers(const Command& command, const std::string& format) {
  const std::vector<std::string> formats = formats_of(command);
  if (std::find(formats.begin(), formats.end(), format) != formats.end()) return {};
  const std::string shown = format == "json" ? "JSON" : format;
  return usage_error(fmt::format("{} has no {} form", command.name, shown), fmt::format("leave out --format {}", format));
}

Result<int> dispatch(CommandLine& line) {
  if (Status ok = read_width(line); !ok) return tl::unexpected(ok.error());
  const CLI::App* sub = chosen(line);
  for (std::size_t i = 0; i < commands().size(); ++i) {
    const Command& command = commands()[i];
    const bool is_it = line.version ? command.name == "version" : sub != nullptr && sub->get_name() == command.name;
    if (!is_it) continue;
    if (Status ok = offers(command, line.common.format); !ok) return tl::unexpected(ok.error());
    Session session(line.common);
    return line.runs[i](session);
  }
  return usage_error("no command was given", "`travaux help` lists them");
}

Result<int> read_and_run(int count, char** arguments) {
  if (Status ok = set_git_config_search_path("", ""); !ok) return tl::unexpected(ok.error());
  CommandLine line;
  declare(line);
  try {
    line.app.parse(count, arguments);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* sub = chosen(line);
    if (Status shown = page(help_of(sub == nullptr ? "" : sub->get_name()), !line.common.no_pager); !shown) {
      return tl::unexpected(shown.error());
    }
    return kDone;
  } catch (const CLI::ParseError& error) {
    return wrong_usage(line, error);
  }
  return dispatch(line);
}

/// The formatter leaves two blank lines between groups.
std::string without_gaps(std::string help) {
  for (std::size_t gap; (gap = help.find("\n\n\n")) != std::string::npos;) help.erase(gap, 1);
  while (help.ends_with("\n\n")) help.pop_back();
  return help.ends_with('\n') ? help : help + "\n";
}

/// A closed standard stream would be given to the next file that is opened, and a word meant for the user be written into it.
void hold_standard_streams() {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
    if (fcntl(file, F_GETFD) < 0 && open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
  }
}

[[noreturn]] void stop_with_bug() {
  complain(Error{ErrorCode::kInternal, "it stopped where it must not", {}, {}, {}});
  std::_Exit(kBug);
}

}  // namespace

std::string help_of(std::string_view name) {
  CommandLine line;
  declare(line);
  if (name.empty()) return without_gaps(line.app.help());
  const auto subs = line.app.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; });
  return subs.empty() ? std::string() : without_gaps(subs.front()->help("travaux"));
}

int run(int count, char** arguments) {
  hold_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone must not stop a write to the record
  std::set_terminate(stop_with_bug);
  Error failure;
  try {
    const Result<int> done = read_and_run(count, arguments);
    if (done) return *done;
    failure = done.error();
  } catch (const std::exception& error) {
    failure = {ErrorCode::kInternal, error.what(), {}, {}, {}};
  } catch (...) {
    stop_with_bug();
  }
  complain(failure);
  return exit_code(failure.code);
}

}  // namespace travaux::cli
