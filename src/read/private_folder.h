// A folder of one's own for what a child process reads and writes, gone when its owner is.
#pragma once

#include <string>
#include <string_view>

#include "travaux/error.h"

namespace travaux {

/// An empty folder that nobody else can enter (mode 0700); removed with all that is in it, also where a reading fails.
class PrivateFolder {
 public:
  /// Fails with `kIo` where `parent` takes no folder.
  static Result<PrivateFolder> make_in(const std::string& parent);

  PrivateFolder(PrivateFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  PrivateFolder& operator=(PrivateFolder&&) = delete;
  ~PrivateFolder();

  const std::string& path() const { return path_; }
  std::string path_of(std::string_view name) const { return path_ + "/" + std::string(name); }

  /// Writes a new file (mode 0600).
  Status write(std::string_view name, std::string_view bytes) const;
  /// A file's bytes. Fails with `kIo` where there is none, where it is no ordinary file, and where it is larger than `most`.
  Result<std::string> read(std::string_view name, std::size_t most) const;

 private:
  explicit PrivateFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace travaux
