// A command is a file and a row in the table.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/session.h"

namespace travaux::cli {

/// Runs a command whose arguments have been read; the answer is the exit code.
using Run = std::function<Result<int>(Session& session)>;

struct Command {
  std::string_view name;
  std::string_view help;             ///< one line
  Run (*declare)(Arguments& arguments);
  bool has_json = false;             ///< takes --format json
  bool has_instruments = false;      ///< takes --instruments FILE
  std::vector<std::string_view> more_formats = {};  ///< takes --format with these too
};

const std::vector<Command>& commands();

/// Whether a command reads drafts or comments from files, and so takes --track-changes.
bool reads_drafts(const Command& command);

/// The name of `names` that was most likely meant; empty if none is near.
std::string nearest(std::string_view given, const std::vector<std::string>& names);

/// The help of one command, or of all of them for an empty name; empty for an unknown one.
std::string help_of(std::string_view command);

Run declare_init(Arguments& arguments);
Run declare_commit(Arguments& arguments);
Run declare_comment(Arguments& arguments);
Run declare_withdraw(Arguments& arguments);
Run declare_table(Arguments& arguments);
Run declare_rule(Arguments& arguments);
Run declare_log(Arguments& arguments);
Run declare_show(Arguments& arguments);
Run declare_diff(Arguments& arguments);
Run declare_redline(Arguments& arguments);
Run declare_attribute(Arguments& arguments);
Run declare_mandates(Arguments& arguments);
Run declare_blame(Arguments& arguments);
Run declare_trace(Arguments& arguments);
Run declare_check(Arguments& arguments);
Run declare_verify(Arguments& arguments);
Run declare_replay(Arguments& arguments);
Run declare_instruments(Arguments& arguments);
Run declare_version(Arguments& arguments);
Run declare_help(Arguments& arguments);

}  // namespace travaux::cli
