// Files as the command meets them: inputs by name, standard input as "-", outputs that appear whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/error.h"
#include "travaux/read.h"

namespace travaux::cli {

inline constexpr std::string_view kStandardInput = "-";

/// A file's bytes; "-" is standard input. Fails with `kInput`, saying why.
Result<std::string> read_file(const std::string& path);

/// A text as it came, and as it was read.
struct Input {
  std::string path;  ///< as given, for errors
  std::string bytes;
  Reading reading;
  bool rejected_changes = false;  ///< the reading is of a Word file before its tracked changes
};

/// How files are read where no option says otherwise: programs from PATH, temporary folders in TMPDIR.
ReadOptions default_read_options();

/// Whether files of this kind, as the record names them, may hold tracked changes.
bool may_track_changes(const std::string& extension);

Result<Input> read_input(const std::string& path, const ReadOptions& options = default_read_options());

/// How errors and notes name an input: "standard input" for "-".
std::string shown_path(const std::string& path);

/// Writes a file beside its place and moves it there, so that a reader never sees half of it. Refuses to replace one of `inputs`.
Status write_file(const std::string& path, std::string_view content, const std::vector<std::string>& inputs);

}  // namespace travaux::cli
