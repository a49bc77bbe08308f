#include "read/private_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace travaux {

namespace {

Error failed(std::string what, const std::string& where, int code) {
  return {ErrorCode::kIo, std::move(what), where, std::generic_category().message(code), ""};
}

/// An open file that closes itself.
class File {
 public:
  File(const std::string& path, int flags) : file_(open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (file_ >= 0) close(file_);
  }
  int get() const { return file_; }

 private:
  int file_;
};

}  // namespace

Result<PrivateFolder> PrivateFolder::make_in(const std::string& parent) {
  std::string path = parent + "/travaux-XXXXXX";
  if (mkdtemp(path.data()) != nullptr) return PrivateFolder(std::move(path));
  Error error = failed("no temporary folder can be made", parent, errno);
  error.next = "set TMPDIR to a folder that can be written";
  return tl::unexpected(std::move(error));
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

Status PrivateFolder::write(std::string_view name, std::string_view bytes) const {
  const std::string path = path_of(name);
  const File file(path, O_WRONLY | O_CREAT | O_EXCL);
  while (file.get() >= 0 && !bytes.empty()) {
    const ssize_t size = ::write(file.get(), bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  if (file.get() < 0 || !bytes.empty()) return tl::unexpected(failed("a temporary file cannot be written", path, errno));
  return {};
}

Result<std::string> PrivateFolder::read(std::string_view name, std::size_t most) const {
  const std::string path = path_of(name);
  const File file(path, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (file.get() < 0 || fstat(file.get(), &status) != 0) return tl::unexpected(failed("there is no such file", path, errno));
  if (!S_ISREG(status.st_mode)) return tl::unexpected(failed("this is no ordinary file", path, EINVAL));
  if (static_cast<std::size_t>(status.st_size) > most) return tl::unexpected(failed("the file is too large", path, EFBIG));
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t size = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return tl::unexpected(failed("the file cannot be read", path, errno));
    if (size == 0) break;
    filled += static_cast<std::size_t>(size);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace travaux
