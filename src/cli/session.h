// What every command has: the common options, the record, the registry, and where to print.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "travaux/error.h"
#include "travaux/model.h"
#include "travaux/read.h"
#include "travaux/record.h"
#include "travaux/report.h"

namespace travaux::cli {

/// The options that every command takes.
struct Common {
  std::string folder;  ///< -C; empty: the current folder or the nearest above it that is a record
  std::string format = "text";
  std::string color = "auto";
  bool no_pager = false;
  bool quiet = false;
  std::size_t width = 0;                 ///< 0: the terminal's
  std::string track_changes = "accept";  ///< of a Word file: "accept" or "reject"
  std::string profile;                   ///< the family that drafts are read as; empty: as recorded, else as recognised
  std::string instruments;               ///< a registry's file; empty: the record's, else the built-in one
};

class Session {
 public:
  explicit Session(Common common) : common_(std::move(common)) {}

  const Common& common() const { return common_; }
  bool json() const { return common_.format == "json"; }

  /// How files are read: --track-changes.
  ReadOptions read_options() const;
  /// How texts are parsed: --profile, else the profile that a draft was recorded with.
  std::optional<Family> profile(const std::string& recorded = {}) const;

  /// The record; fails with `kNotFound` where there is none.
  Result<Record*> record();
  /// The record, or null where -C names none and no folder around is one.
  Result<Record*> record_if_any();
  /// --instruments, else the newest of the record, else the built-in one.
  Result<Registry> registry();

  /// A whole report, through the pager on a terminal.
  Status print(std::string_view text) const;
  Status print(const StyledText& text) const;
  /// Text of a draft: as it is, but on a terminal with its control characters made visible.
  Status print_source(std::string_view text) const;
  /// A line about what was done. Nothing under --quiet.
  Status say(std::string_view line) const;
  /// What the user should know beside the result, on stderr. Nothing under --quiet.
  void note(std::string_view message) const;
  void warn(std::string_view message) const;

 private:
  Common common_;
  std::optional<Record> record_;
  bool looked_ = false;
};

/// Errors of the command itself.
tl::unexpected<Error> usage_error(std::string what, std::string next);
tl::unexpected<Error> input_error(std::string what, std::string where, std::string why, std::string next = {});

}  // namespace travaux::cli
