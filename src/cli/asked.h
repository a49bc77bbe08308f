// The comments that can lie behind the changes between two drafts: those of the record, or the files of a folder.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "cli/drafts.h"
#include "travaux/attribute.h"
#include "travaux/comment.h"

namespace travaux::cli {

/// Two drafts with what was asked for between them.
struct Asked {
  std::vector<Draft> drafts;  ///< those before A, oldest last but two; then A, then B; instruments resolved together
  std::deque<Comment> comments;
  std::vector<CommentOn> list;  ///< points into the two above
  Speakers speakers;
  bool constructed = false;  ///< a comment is a constructed example
  /// What could not be read of the comments, with the groups that each is by.
  struct Note {
    std::vector<std::string> by;
    std::string message;
  };
  std::vector<Note> notes;

  const Draft& from() const { return drafts[drafts.size() - 2]; }
  const Draft& to() const { return drafts.back(); }
};

struct AskedOptions {
  std::string from, to;
  std::string folder;   ///< of comments; empty: the record's
  std::string authors;  ///< a JSON file of authors' groups, as `read_authors` reads it; empty: none
  std::string groups;   ///< a JSON file with a `groups` array; empty: a manifest beside the comments, the record's
};

/// Loads drafts and comments. A folder's files are a comment each, on A; a comment dated after B is left out.
Result<Asked> load_asked(Session& session, const AskedOptions& options);

/// A comment of the record as it is to be read: of a Word file the marks too, which are in its bytes.
struct RecordedComment {
  std::string text;
  CommentSource source;
};
Result<RecordedComment> recorded_comment(const Record& record, const StoredComment& stored);

/// The groups of a record with their members and aliases.
Result<Speakers> speakers_of(const Record& record);

// comment_names.cpp

/// Who sent a file and when, by its name: "2011-04-12-caricom-letter.txt", "CARICOM – comments.docx". A known group's name as the
/// speakers spell it; else the words of the name that say no kind of paper, spelled as the text spells them.
struct NamedFile {
  std::string by, date;
};
NamedFile read_file_name(const std::string& name, const std::string& text, const Speakers& speakers);

// comment_folder.cpp

/// A file of a folder of comments, read.
struct CommentFile {
  Input input;
  std::string name, by, date;
  std::string on;  ///< label of the draft that a manifest says it is on; empty: not said
};
struct CommentFolder {
  std::vector<CommentFile> files;  ///< by name
  std::vector<GroupNames> groups;
  bool constructed = false;  ///< a manifest says so of one of them
};
/// Reads the files of a folder and what a manifest beside or above them says. Subfolders, hidden files, JSON and Markdown READMEs
/// are no comments. Of files that the manifest knows to be on a draft other than `from`, none is returned.
Result<CommentFolder> read_comment_folder(const Session& session, const std::string& folder, const std::string& groups,
                                          const Draft& from);
/// The same for several drafts, a folder each; every file is read once.
Result<std::vector<CommentFolder>> read_comment_folders(const Session& session, const std::string& folder,
                                                        const std::string& groups, const std::vector<const Draft*>& drafts);

}  // namespace travaux::cli
