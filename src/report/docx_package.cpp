#include <zip.h>

#include <memory>

#include "report/docx_parts.h"

namespace travaux::report {

namespace {

constexpr zip_uint16_t kMidnight = 0, kFirstOf1980 = (1U << 5U) | 1U;  // MS-DOS time and date: the earliest there is

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

tl::unexpected<Error> failure(const char* why) {
  return tl::unexpected(Error{ErrorCode::kInternal, "the Word file could not be put together", "", why, ""});
}

bool add(zip_t* archive, const std::string& name, const std::string& content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), kMidnight, kFirstOf1980, 0) == 0;
}

Result<std::string> bytes_of(zip_source_t* memory) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(memory, &stat) != 0 || zip_source_open(memory) != 0) return failure("it cannot be read back");
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  const zip_int64_t size = zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  if (size != static_cast<zip_int64_t>(bytes.size())) return failure("it cannot be read back");
  return bytes;
}

}  // namespace

Result<std::string> docx_package(const DocxParts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, Release> memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) return failure("there is no memory for it");
  zip_source_keep(memory.get());  // the archive lets go of one hold on it when it is closed
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(memory.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(memory.get());
    return failure(zip_error_strerror(&error));
  }
  for (const auto& [name, content] : parts) {
    if (!add(archive.get(), name, content)) return failure(zip_strerror(archive.get()));
  }
  if (zip_close(archive.get()) != 0) return failure(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return bytes_of(memory.get());
}

}  // namespace travaux::report
