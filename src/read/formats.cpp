#include "read/formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "travaux/text.h"

namespace travaux {

namespace {

constexpr std::string_view kSaveAsText = "save it as plain text in UTF-8 (.txt) and give travaux that file";

struct Magic {
  std::string_view bytes;
  std::size_t at;
  std::string_view format;
  std::string_view next;
};

using namespace std::string_view_literals;

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The name, in UTF-16, of what an encrypted .docx holds.
constexpr std::string_view kEncrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

constexpr std::array kMagics{
    Magic{kOle, 0, "an old Office file, but no Word file (.xls, .ppt, .msg)", kSaveAsText},
    Magic{"\x89PNG\r\n\x1A\n", 0, "a PNG image", "give travaux the text, not a picture of it"},
    Magic{"\xFF\xD8\xFF", 0, "a JPEG image", "give travaux the text, not a picture of it"},
    Magic{"GIF87a", 0, "a GIF image", "give travaux the text, not a picture of it"},
    Magic{"GIF89a", 0, "a GIF image", "give travaux the text, not a picture of it"},
    Magic{"II*\0"sv, 0, "a TIFF image", "give travaux the text, not a picture of it"},
    Magic{"MM\0*"sv, 0, "a TIFF image", "give travaux the text, not a picture of it"},
    Magic{"\x1F\x8B\x08", 0, "a gzip archive", "unpack it first"},
    Magic{"BZh9", 0, "a bzip2 archive", "unpack it first"},
    Magic{"\xFD"
          "7zXZ\0"sv,
          0, "an xz archive", "unpack it first"},
    Magic{"7z\xBC\xAF\x27\x1C", 0, "a 7-Zip archive", "unpack it first"},
    Magic{"Rar!\x1A\x07", 0, "a RAR archive", "unpack it first"},
    Magic{"\x7F"
          "ELF",
          0, "a program", ""},
    Magic{"SQLite format 3\0"sv, 0, "an SQLite database", ""},
};

bool holds(std::string_view bytes, std::string_view what) { return bytes.find(what) != std::string_view::npos; }

// What is packed in a zip shows in the names of its entries, near the beginning or in the directory at the end.
std::string_view zip_format(std::string_view bytes) {
  constexpr std::size_t kLook = 1 << 16;
  const auto head = bytes.substr(0, kLook);
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), kLook));
  const auto either = [&](std::string_view what) { return holds(head, what) || holds(tail, what); };
  if (holds(head, "mimetypeapplication/vnd.oasis.opendocument.")) return "an OpenDocument file, but no text (.ods, .odp)";
  if (holds(head, "mimetypeapplication/epub")) return "an EPUB book";
  if (either("xl/workbook")) return "an Excel file (.xlsx)";
  if (either("ppt/presentation")) return "a PowerPoint file (.pptx)";
  return "a zip archive";
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

bool begins_like_html(std::string_view bytes) {
  const auto begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  std::string head(bytes.substr(begin, 14));
  for (char& c : head) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return head.starts_with("<!doctype html") || head.starts_with("<html>") || head.starts_with("<html ");
}

Error refusal(std::string_view name, std::string_view format, std::string_view next) {
  return {ErrorCode::kInput, fmt::format("this is {}, not a plain text", format), std::string(name), "", std::string(next)};
}

}  // namespace

bool is_word_file(std::string_view bytes) {
  constexpr std::size_t kDirectory = 1 << 20;
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), kDirectory));
  const auto either = [&](std::string_view what) { return holds(bytes.substr(0, kDirectory), what) || holds(tail, what); };
  if (!is_zip(bytes)) return false;
  if (either("word/document")) return true;
  // The main part may have any name; its relations tell which (ECMA-376 part 2, 9.3).
  return either("_rels/.rels") && either("word/") && zip_format(bytes) == "a zip archive";
}

bool is_pdf(std::string_view bytes) {
  const auto begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return begin != std::string_view::npos && bytes.substr(begin).starts_with("%PDF-");
}

std::optional<Error> refuse_empty_document(std::string_view bytes, std::string_view name) {
  constexpr std::string_view kEndings[] = {".docx", ".pdf", ".doc", ".odt", ".rtf"};
  const std::string folded = fold_case(name);
  const auto promised = [&](std::string_view ending) { return folded.ends_with(ending); };
  if (!bytes.empty() || std::none_of(std::begin(kEndings), std::end(kEndings), promised)) return std::nullopt;
  return Error{ErrorCode::kInput, "this file is empty", std::string(name), "it holds no bytes at all, as after a broken download",
               "get the file again"};
}

std::optional<Error> refuse_known_format(std::string_view bytes, std::string_view name) {
  if (is_zip(bytes)) {
    const auto format = zip_format(bytes);
    return refusal(name, format, format == "a zip archive" ? "unpack it first" : kSaveAsText);
  }
  if (bytes.starts_with(kOle) && holds(bytes, kEncrypted))
    return refusal(name, "a file locked with a password", "open it in Word, take the password off, and save it as .docx");
  for (const auto& magic : kMagics) {
    if (bytes.size() > magic.at && bytes.substr(magic.at).starts_with(magic.bytes))
      return refusal(name, magic.format, magic.next);
  }
  auto rest = bytes;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  if (begins_like_html(rest)) return refusal(name, "a web page (HTML)", kSaveAsText);
  return std::nullopt;
}

}  // namespace travaux
