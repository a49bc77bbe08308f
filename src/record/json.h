// The JSON files of a record: pretty-printed, keys in a fixed order, a line feed at the end.
#pragma once

#include <string>
#include <string_view>

#include "travaux/record.h"

namespace travaux {

/// The format that this travaux writes; a record of a later one is refused.
inline constexpr int kRecordFormat = 1;

/// `draft.json`; `text_sha256` is the hash of text.txt, so that a change to it is told from a change of the reader.
struct DraftFile {
  DraftInfo info;
  std::string text_sha256;
};

struct CommentFile {
  CommentInfo info;
  std::string text_sha256;
};

/// `withdrawn.json`, in the folder of the comment that it withdraws.
struct WithdrawalFile {
  std::string comment;
  std::string reason;
};

/// `<hash>.withdrawn.json`, beside the ruling that it takes back.
struct TakenBackFile {
  std::string ruling;
  std::string reason;
};

std::string write_json(const Negotiation& negotiation);
std::string write_json(const DraftFile& draft);
std::string write_json(const CommentFile& comment);
std::string write_json(const WithdrawalFile& withdrawal);
std::string write_json(const RulingInfo& ruling);
std::string write_json(const TakenBackFile& taken_back);

// The readers fail with `kDamaged`; `where` is the file's place, for the error. `read_negotiation` fails with `kConflict` on a
// record of a later format.
Result<Negotiation> read_negotiation(std::string_view json, const std::string& where);
Result<DraftFile> read_draft_file(std::string_view json, const std::string& where);
Result<CommentFile> read_comment_file(std::string_view json, const std::string& where);
Result<WithdrawalFile> read_withdrawal_file(std::string_view json, const std::string& where);

Result<RulingInfo> read_ruling_file(std::string_view json, const std::string& where);
Result<TakenBackFile> read_taken_back_file(std::string_view json, const std::string& where);

/// The bytes of an instruments.json to store: as given, with a line feed at the end; an empty registry for nothing. Refuses what
/// is not a JSON object.
Result<std::string> instruments_file(const std::string& json);

}  // namespace travaux
