#include "cli/session.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/files.h"
#include "cli/output.h"
#include "travaux/parse.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

bool is_bare_repository(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "HEAD", error) && fs::is_directory(folder / "objects", error) &&
         fs::is_directory(folder / "refs", error);
}

/// The current folder or the nearest above it that is a record. A Git repository that is none is passed over.
Result<std::optional<Record>> find_record() {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error && !folder.empty(); folder = folder.parent_path()) {
    if (is_bare_repository(folder)) {
      Result<Record> record = Record::open(folder.string());
      if (record) return std::optional(std::move(*record));
      const ErrorCode code = record.error().code;
      if (code != ErrorCode::kInput && code != ErrorCode::kNotFound) return tl::unexpected(record.error());
    }
    if (folder == folder.parent_path()) break;
  }
  return std::optional<Record>();
}

RenderOptions render_options(const Common& common) {
  RenderOptions options;
  options.color = wants_color(common.color);
  options.width = common.width > 0 ? common.width : terminal_width();
  return options;
}

}  // namespace

Result<Record*> Session::record_if_any() {
  if (!looked_) {
    if (!common_.folder.empty()) {
      Result<Record> opened = Record::open(common_.folder);
      if (!opened) return tl::unexpected(opened.error());
      record_ = std::move(*opened);
    } else {
      Result<std::optional<Record>> found = find_record();
      if (!found) return tl::unexpected(found.error());
      record_ = std::move(*found);
    }
    looked_ = true;
  }
  return record_ ? &*record_ : nullptr;
}

Result<Record*> Session::record() {
  Result<Record*> found = record_if_any();
  if (!found || *found != nullptr) return found;
  return tl::unexpected(Error{ErrorCode::kNotFound,
                              "there is no record here",
                              {},
                              "neither this folder nor one above it is the record of a negotiation",
                              "name one with -C DIR, or make one with `travaux init DIR --title TITLE`"});
}

Result<Registry> Session::registry() {
  if (!common_.instruments.empty()) {
    const Result<std::string> json = read_file(common_.instruments);
    if (!json) return tl::unexpected(json.error());
    return read_registry(*json, common_.instruments);
  }
  const Result<Record*> record = record_if_any();
  if (!record) return tl::unexpected(record.error());
  if (*record == nullptr) return built_in_registry();
  const Result<std::string> json = (*record)->instruments();
  if (!json) return tl::unexpected(json.error());
  return read_registry(*json, fmt::format("{}: instruments.json", (*record)->folder()));
}

ReadOptions Session::read_options() const {
  ReadOptions options = default_read_options();
  if (common_.track_changes == "reject") options.tracked_changes = ReadOptions::TrackedChanges::kReject;
  return options;
}

std::optional<Family> Session::profile(const std::string& recorded) const {
  return family_named(common_.profile.empty() ? recorded : common_.profile);
}

Status Session::print(std::string_view text) const { return page(text, !common_.no_pager); }

Status Session::print(const StyledText& text) const { return print(render(text, render_options(common_))); }

Status Session::print_source(std::string_view text) const { return on_terminal() ? print(escape_controls(text)) : print(text); }

Status Session::say(std::string_view line) const {
  if (common_.quiet) return {};
  return write_output(escape_controls(line) + "\n");
}

void Session::note(std::string_view message) const {
  if (!common_.quiet) complain(fmt::format("note: {}", message));
}

void Session::warn(std::string_view message) const {
  if (!common_.quiet) complain(fmt::format("warning: {}", message));
}

tl::unexpected<Error> usage_error(std::string what, std::string next) {
  return tl::unexpected(Error{ErrorCode::kUsage, std::move(what), {}, {}, std::move(next)});
}

tl::unexpected<Error> input_error(std::string what, std::string where, std::string why, std::string next) {
  return tl::unexpected(Error{ErrorCode::kInput, std::move(what), std::move(where), std::move(why), std::move(next)});
}

}  // namespace travaux::cli
