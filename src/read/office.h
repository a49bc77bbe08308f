// The files of other word processors, by way of LibreOffice.
#pragma once

#include <optional>
#include <string_view>

#include "travaux/error.h"
#include "travaux/read.h"

namespace travaux {

/// A format that LibreOffice turns into .docx.
struct OfficeFormat {
  std::string_view extension;
  std::string_view media_type;
  std::string_view name;  ///< for errors: "OpenDocument text (.odt)"
};

/// Known by the bytes: .doc (Word 97-2003), .odt and .rtf; nothing for others.
std::optional<OfficeFormat> office_format(std::string_view bytes);

/// Reads such a file: soffice makes a .docx of it, in a child process with a profile of its own, without macros and links, and
/// `read_docx` reads that, tracked changes and all. Fails with `kInput` where LibreOffice is not installed, breaks a limit or
/// does not open the file. `name` is what errors quote.
Result<Reading> read_office(std::string_view bytes, std::string_view name, const OfficeFormat& format,
                            const ReadOptions& options);

}  // namespace travaux
