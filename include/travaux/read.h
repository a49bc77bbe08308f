// Files to text: whatever the encoding and the line ends, a UTF-8 text with one paragraph on a line.
//
// The text that comes out is what the record keeps as `draft/text.txt` and what every later step parses. It is
// a fixed point: reading it again as a recorded text changes nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/error.h"
#include "travaux/text.h"

namespace travaux {

/// Goes up whenever the text read from the same bytes may differ; the record notes it beside each draft.
inline constexpr int kReaderVersion = 4;

/// A tracked change of a Word file. In `Reading::text`, where all of them are accepted, an insertion covers `span`; a deletion is
/// the empty span where `text` stood. Undoing all of them, last to first, gives the text before them, but for the automatic
/// numbers of paragraphs that stand in both texts: those are the accepted text's, since nobody has tracked them.
struct Revision {
  enum class Kind { kInsertion, kDeletion } kind = Kind::kInsertion;
  std::string author;
  std::string date;      ///< as the file has it, ISO 8601; empty: none
  Span span;             ///< in the text read, bytes; empty for an insertion that the next revision, another author's, struck
  std::string text;      ///< the words inserted or deleted; LF where a paragraph ends
  std::size_t move = 0;  ///< of a move: an id that its insertion and its deletion share; else 0
};

/// A margin comment of a Word file.
struct MarginNote {
  std::string author;
  std::string date;  ///< as `Revision::date`
  Span span;         ///< the words it hangs on, in the text read; may be empty
  std::string text;  ///< LF between paragraphs
};

/// What was read from one file.
struct Reading {
  /// UTF-8, LF line ends, a final LF unless empty; each non-blank line is one paragraph (hard wraps rejoined); page furniture
  /// taken out. Blank lines are kept, so that an unwrapped file keeps its line numbers. No line begins with white space but a
  /// nested point of a list (`Paragraph::indent`).
  std::string text;
  /// For each line of `text`, the 1-based line of the source it began on; of a Word file, the paragraph.
  std::vector<std::size_t> source_lines;
  std::string media_type;  ///< "text/plain", "text/markdown", "application/pdf", a Word file's, …
  std::string extension;   ///< "txt", "md", "docx", "pdf", "doc", "odt" or "rtf": how the record names the source
  std::string encoding;    ///< "UTF-8", "UTF-16LE", "windows-1252", …
  /// Furniture that was dropped, encodings that were guessed. Lines are the source's, as above.
  std::vector<Diagnostic> diagnostics;
  /// Tracked changes, in the order of the text; none where they were rejected, and for formats that have none.
  std::vector<Revision> revisions;
  std::vector<MarginNote> margin;  ///< likewise
};

/// What a file may make the reader do. Beyond a limit the file is refused with `kInput`, and the error names the limit.
struct ReadLimits {
  std::size_t zip_entries = 20'000;                     ///< files in the archive
  std::size_t unpacked_bytes = std::size_t{128} << 20;  ///< of all parts that are read, together
  std::size_t unpacking_ratio = 500;                    ///< a part of over a mebibyte to its packed size
  std::size_t xml_depth = 256;                          ///< elements within elements

  // Of the program that reads a PDF, .doc, .odt or .rtf.
  unsigned child_seconds = 120;                             ///< from its start to its end
  unsigned child_cpu_seconds = 90;                          ///< on the processor, each of its processes
  std::size_t child_memory_bytes = std::size_t{2} << 30;    ///< address space, each of its processes
  std::size_t child_output_bytes = std::size_t{256} << 20;  ///< of its output, and of each file it writes
};

struct ReadOptions {
  enum class TrackedChanges {
    kAccept,  ///< the text as all tracked changes would have it
    kReject,  ///< the text before them
  };
  TrackedChanges tracked_changes = TrackedChanges::kAccept;
  ReadLimits limits;
  /// Where `pdftotext` and `soffice` are looked for, in this order.
  std::vector<std::string> program_folders = {"/usr/local/bin", "/usr/bin"};
  /// Where the private folder that they work in is made; gone again when the file is read.
  std::string temporary_folder = "/tmp";
};

/// Reads a file's bytes. `name` is the file's name: its ending chooses between plain text and Markdown, and errors quote it. A
/// Word file (.docx) is known by its bytes; its automatic numbers become text, its footnotes stand at the end, its headers and
/// footers are left out. A PDF is read by pdftotext, and a .doc, .odt or .rtf turned into .docx by LibreOffice, in a child
/// process under limits, in a private folder. Fails with `kInput` on what is no text (a picture, bytes in no encoding), on
/// damage, saying which byte, which format or which part it met, and where the program that it takes is not installed. Linear in
/// the bytes, for a Word file in what they unpack to.
Result<Reading> read_bytes(std::string_view bytes, std::string_view name, const ReadOptions& options = {});

/// One paragraph of a text as the record holds it.
struct Paragraph {
  Span span;             ///< in the text, without surrounding white space
  std::size_t line = 0;  ///< 1-based line of the text
  /// Spaces before it on its line: four for each level that a numbered point is nested ("1." under "1."), else none.
  std::size_t indent = 0;
};

/// The paragraphs of a text that `read_bytes` returned: its non-blank lines.
std::vector<Paragraph> paragraphs_of(std::string_view text);

}  // namespace travaux
