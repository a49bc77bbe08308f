#include "read/docx_package.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

namespace travaux {

namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// A small part may well be packed tightly.
constexpr std::size_t kSmallPart = std::size_t{1} << 20;

std::string limit_text(std::string_view what, std::size_t limit, std::string_view option) {
  return fmt::format("it {}; the limit is {} ({})", what, limit, option);
}

/// Empty, or which limit a part of this declared size would break.
std::string beyond_limits(const zip_stat_t& stat, std::size_t unpacked, const ReadLimits& limits) {
  if (stat.size > limits.unpacked_bytes || unpacked > limits.unpacked_bytes - static_cast<std::size_t>(stat.size))
    return limit_text("unpacks to too many bytes", limits.unpacked_bytes, "ReadLimits::unpacked_bytes");
  const bool packed_tightly =
      stat.size > kSmallPart && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > limits.unpacking_ratio;
  if (packed_tightly)
    return limit_text("unpacks to too many times its size", limits.unpacking_ratio, "ReadLimits::unpacking_ratio");
  return {};
}

}  // namespace

Error docx_error(std::string_view file, std::string_view part, std::string_view why) {
  std::string reason = part.empty() ? std::string(why) : fmt::format("{}: {}", part, why);
  return {ErrorCode::kInput, "this Word file (.docx) cannot be read", std::string(file), std::move(reason),
          "open it in Word or LibreOffice and save it anew as .docx, or as plain text in UTF-8 (.txt)"};
}

void DocxPackage::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<DocxPackage> DocxPackage::open(std::string_view bytes, std::string_view name, const ReadLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    const std::string why = fmt::format("the zip archive is damaged ({})", zip_error_strerror(&error));
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return tl::unexpected(docx_error(name, "", why));
  }
  zip_error_fini(&error);
  DocxPackage package(archive, name, limits);
  const auto entries = static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
  if (entries > limits.zip_entries) {
    return tl::unexpected(
        docx_error(name, "", limit_text(fmt::format("holds {} files", entries), limits.zip_entries, "ReadLimits::zip_entries")));
  }
  return package;
}

Result<std::optional<std::string>> DocxPackage::part(const std::string& part_name) {
  const zip_int64_t index = zip_name_locate(archive_.get(), part_name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::optional<std::string>();
  const auto fail = [&](std::string_view why) { return tl::unexpected(docx_error(name_, part_name, why)); };
  const auto at = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), at, 0, &stat) != 0) return fail("its entry in the zip archive is damaged");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) return fail("it is encrypted");
  const std::string beyond = beyond_limits(stat, unpacked_, limits_);
  if (!beyond.empty()) return fail(beyond);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), at, 0));
  if (!file) return fail(fmt::format("it cannot be unpacked ({})", zip_strerror(archive_.get())));
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t size = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (size <= 0) return fail(fmt::format("it cannot be unpacked ({})", zip_error_strerror(zip_file_get_error(file.get()))));
    filled += static_cast<std::size_t>(size);
  }
  char more = 0;
  if (zip_fread(file.get(), &more, 1) != 0) return fail("its size or its checksum in the zip archive is wrong");
  unpacked_ += bytes.size();
  return std::optional<std::string>(std::move(bytes));
}

}  // namespace travaux
