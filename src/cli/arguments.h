// How a command declares its arguments. Hides the parser from the commands.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace travaux::cli {

/// What is declared is filled when the command line has been read; the variables must live until then. Of an option given twice
/// the last counts.
class Arguments {
 public:
  explicit Arguments(CLI::App& app) : app_(&app) {}

  void positional(const std::string& name, std::string& value, const std::string& help);
  void positional(const std::string& name, std::optional<std::string>& value, const std::string& help);
  /// `names` as "-o,--output"; `value_name` as it stands in the help.
  void option(const std::string& names, std::string& value, const std::string& value_name, const std::string& help);
  void option(const std::string& names, std::optional<std::string>& value, const std::string& value_name, const std::string& help);
  void required(const std::string& names, std::string& value, const std::string& value_name, const std::string& help);
  /// May be given several times.
  void list(const std::string& names, std::vector<std::string>& values, const std::string& value_name, const std::string& help);
  /// All values that follow it.
  void several(const std::string& names, std::vector<std::string>& values, const std::string& value_name,
               const std::string& help);
  void choice(const std::string& names, std::string& value, const std::vector<std::string>& choices, const std::string& help);
  void flag(const std::string& names, bool& value, const std::string& help);
  /// More to say, under the options.
  void footer(const std::string& text);

 private:
  CLI::App* app_;
};

}  // namespace travaux::cli
