// The one error type of the library, and how it travels.
//
// A failure is a value: `Result<T>` holds either the answer or an `Error` that can be shown to a person as it is. No exception
// crosses the public surface.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace travaux {

/// What kind of failure it is; the command's exit code follows from it (`src/cli/exit_codes.h`).
enum class ErrorCode {
  kUsage,     ///< the request itself is wrong: an unknown option, a missing label
  kInput,     ///< the input cannot be read: not a text, a file outside its folder, a manifest with a wrong field
  kNotFound,  ///< what was named does not exist: a draft, an address, a repository
  kConflict,  ///< what was asked contradicts the record: a label already taken, a colliding slug
  kBusy,      ///< another writer holds the record
  kIo,        ///< the system refused: a full disk, a read-only folder
  kDamaged,   ///< the record contradicts itself: a flipped byte, a missing object
  kInternal,  ///< a bug in travaux
};

/// A failure told to a person: what happened, where, why, and what to do next. Empty parts are left out.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string what;   ///< one sentence, no full stop: "the draft \"rev. 3\" is not in this record"
  std::string where;  ///< "file:line", a path, or a repository's folder
  std::string why;    ///< the cause, where it is not said by `what`
  std::string next;   ///< what the user can do: a command, a choice
};

template <typename T>
using Result = tl::expected<T, Error>;

using Status = tl::expected<void, Error>;

/// The error as the user sees it: "where: what: why" and, on a line of its own, what to do next.
std::string to_string(const Error& error);

}  // namespace travaux
