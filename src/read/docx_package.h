// The zip archive around a Word file: its parts by name, within limits. Nothing is ever written to disk, so that names with ".."
// in them mean nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "travaux/error.h"
#include "travaux/read.h"

struct zip;

namespace travaux {

/// The error for a Word file that cannot be read, naming the part of it ("word/document.xml"; empty: the archive itself).
Error docx_error(std::string_view file, std::string_view part, std::string_view why);

class DocxPackage {
 public:
  /// `bytes` must outlive the package. Fails with `kInput` on what is no zip archive or has too many entries.
  static Result<DocxPackage> open(std::string_view bytes, std::string_view name, const ReadLimits& limits);

  /// The bytes of a part; nothing where there is none of that name. Fails on damage, encryption, and beyond the limits, which
  /// count all parts read so far.
  Result<std::optional<std::string>> part(const std::string& part_name);

  const std::string& name() const { return name_; }
  const ReadLimits& limits() const { return limits_; }

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  DocxPackage(zip* archive, std::string_view name, const ReadLimits& limits) : archive_(archive), name_(name), limits_(limits) {}

  std::unique_ptr<zip, Close> archive_;
  std::string name_;
  ReadLimits limits_;
  std::size_t unpacked_ = 0;
};

}  // namespace travaux
