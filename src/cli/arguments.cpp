#include "cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace travaux::cli {
namespace {

template <typename T>
CLI::Option* add(CLI::App& app, const std::string& names, T& value, const std::string& value_name, const std::string& help) {
  return app.add_option(names, value, help)->type_name(value_name)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

}  // namespace

void Arguments::positional(const std::string& name, std::string& value, const std::string& help) {
  app_->add_option(name, value, help)->required()->type_name("");
}

void Arguments::positional(const std::string& name, std::optional<std::string>& value, const std::string& help) {
  app_->add_option(name, value, help)->type_name("");
}

void Arguments::option(const std::string& names, std::string& value, const std::string& value_name, const std::string& help) {
  add(*app_, names, value, value_name, help);
}

void Arguments::option(const std::string& names, std::optional<std::string>& value, const std::string& value_name,
                       const std::string& help) {
  add(*app_, names, value, value_name, help);
}

void Arguments::required(const std::string& names, std::string& value, const std::string& value_name, const std::string& help) {
  add(*app_, names, value, value_name, help)->required();
}

void Arguments::list(const std::string& names, std::vector<std::string>& values, const std::string& value_name,
                     const std::string& help) {
  app_->add_option(names, values, help)->type_name(value_name)->expected(1)->allow_extra_args(false)->take_all();
}

void Arguments::several(const std::string& names, std::vector<std::string>& values, const std::string& value_name,
                        const std::string& help) {
  app_->add_option(names, values, help)->type_name(value_name)->take_all();
}

void Arguments::choice(const std::string& names, std::string& value, const std::vector<std::string>& choices,
                       const std::string& help) {
  const auto check = [choices, names](std::string& given) {
    const bool known = std::find(choices.begin(), choices.end(), given) != choices.end();
    return known ? std::string() : fmt::format("{} is none of {}", given, fmt::join(choices, ", "));
  };
  add(*app_, names, value, fmt::format("{}", fmt::join(choices, "|")), help)->check(CLI::Validator(check, ""));
}

void Arguments::flag(const std::string& names, bool& value, const std::string& help) { app_->add_flag(names, value, help); }

void Arguments::footer(const std::string& text) { app_->footer(text); }

}  // namespace travaux::cli
