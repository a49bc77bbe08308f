// What the command's exit codes mean. Scripts rely on them.
#pragma once

#include "travaux/error.h"

namespace travaux::cli {

inline constexpr int kDone = 0;
inline constexpr int kDifferences = 1;  ///< under --exit-code
inline constexpr int kUsage = 2;        ///< a wrong request, or an input that cannot be read
inline constexpr int kRefused = 3;      ///< the record is damaged, or refuses what was asked
inline constexpr int kInterrupted = 130;  ///< by Ctrl-C, as a shell tells it
inline constexpr int kBug = 255;

constexpr int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kInput:
    case ErrorCode::kNotFound:
      return kUsage;
    case ErrorCode::kConflict:
    case ErrorCode::kBusy:
    case ErrorCode::kIo:
    case ErrorCode::kDamaged:
      return kRefused;
    case ErrorCode::kInternal:
      break;
  }
  return kBug;
}

}  // namespace travaux::cli
