#include "read/office.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "read/child_process.h"
#include "read/docx.h"
#include "read/docx_package.h"
#include "read/private_folder.h"

namespace travaux {

namespace {

using namespace std::string_view_literals;

constexpr OfficeFormat kDoc{"doc", "application/msword", "Word 97-2003 file (.doc)"};
constexpr OfficeFormat kOdt{"odt", "application/vnd.oasis.opendocument.text", "OpenDocument text (.odt)"};
constexpr OfficeFormat kRtf{"rtf", "application/rtf", "RTF file (.rtf)"};

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The name, in UTF-16, of the stream that holds the text ([MS-DOC] 2.1).
constexpr std::string_view kWordStream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;

/// What a profile says before LibreOffice runs in it for the first time: no macro runs, no link is followed, nothing is fetched.
constexpr std::string_view kProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

Error unreadable(std::string_view name, const OfficeFormat& format, std::string why, std::string next) {
  return {ErrorCode::kInput, fmt::format("this {} cannot be read", format.name), std::string(name), std::move(why),
          std::move(next)};
}

/// The flag fEncrypted of the File Information Block, which begins on a sector ([MS-DOC] 2.5.2).
bool is_locked_doc(std::string_view bytes) {
  constexpr std::size_t kSector = 512, kFlags = 11;
  for (std::size_t at = kSector; at + kFlags < bytes.size(); at += kSector) {
    if (bytes.substr(at, 2) == "\xEC\xA5"sv) return (static_cast<std::uint8_t>(bytes[at + kFlags]) & 1) != 0;
  }
  return false;
}

bool is_locked_odt(std::string_view bytes, std::string_view name, const ReadLimits& limits) {
  auto package = DocxPackage::open(bytes, name, limits);
  if (!package) return false;
  const auto manifest = package->part("META-INF/manifest.xml");
  return manifest && *manifest && (*manifest)->find("encryption-data") != std::string::npos;
}

Status write_profile(const PrivateFolder& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder.path_of("profile/user"), error);
  if (error)
    return tl::unexpected(Error{ErrorCode::kIo, "a temporary folder cannot be made", folder.path(), error.message(), ""});
  return folder.write("profile/user/registrymodifications.xcu", kProfile);
}

}  // namespace

std::optional<OfficeFormat> office_format(std::string_view bytes) {
  constexpr std::size_t kNames = 1 << 16;  ///< a zip archive begins with its files' type
  if (bytes.starts_with(kOle) && bytes.find(kWordStream) != std::string_view::npos) return kDoc;
  if (bytes.starts_with("{\\rtf")) return kRtf;
  if (bytes.starts_with("PK\x03\x04") &&
      bytes.substr(0, kNames).find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos)
    return kOdt;
  return std::nullopt;
}

Result<Reading> read_office(std::string_view bytes, std::string_view name, const OfficeFormat& format,
                            const ReadOptions& options) {
  const bool locked =
      format.extension == "doc" ? is_locked_doc(bytes) : format.extension == "odt" && is_locked_odt(bytes, name, options.limits);
  if (locked) {
    return tl::unexpected(unreadable(name, format, "it is locked with a password",
                                     "open it with its password, take the password off, and save it as .docx"));
  }
  const auto folder = PrivateFolder::make_in(options.temporary_folder);
  if (!folder) return tl::unexpected(folder.error());
  const std::string source = fmt::format("draft.{}", format.extension);
  auto written = folder->write(source, bytes);
  if (written) written = write_profile(*folder);
  if (!written) return tl::unexpected(written.error());
  const ChildCommand command{"soffice",
                             "libreoffice-writer",
                             {fmt::format("-env:UserInstallation=file://{}", folder->path_of("profile")), "--headless",
                              "--norestore", "--nolockcheck", "--nologo", "--nodefault", "--convert-to", "docx:MS Word 2007 XML",
                              "--outdir", folder->path_of("made"), folder->path_of(source)},
                             folder->path()};
  const auto outcome = run_child(command, std::string(name), options);
  if (!outcome) return tl::unexpected(outcome.error());
  const auto made = folder->read("made/draft.docx", options.limits.child_output_bytes);
  if (!made) {
    return tl::unexpected(
        unreadable(name, format, "LibreOffice does not open it: it is damaged, or no such file",
                   "open it in the program it was made with, and save it as .docx or as plain text in UTF-8 (.txt)"));
  }
  auto reading = read_docx(*made, name, options);
  if (!reading) return reading;
  reading->media_type = format.media_type;
  reading->extension = format.extension;
  return reading;
}

}  // namespace travaux
