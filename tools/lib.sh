# What the scripts have in common. Sourced with `set -euo pipefail`; they work from the project's folder.
# shellcheck shell=bash

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
cd -- "$root" || exit

jobs=$(nproc 2>/dev/null || echo 2)
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$jobs}"

# The comment at the head of a script, as its help.
help_of() {
  sed -n '2,/^[^#]/ { /^#/ s/^# \{0,1\}//p }' "$1"
}

complain() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# quietly LOG COMMAND...: the command's output goes to the log, and is shown only if it fails.
quietly() {
  local log=$1
  shift
  mkdir -p -- "$(dirname -- "$log")"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat -- "$log" >&2
    complain "failed: $*"
    complain "its output is kept in $log"
    return 1
  fi
}

# build PRESET [CMAKE OPTION...] [-- TARGET...]: configures and builds build/PRESET.
build() {
  local preset=$1 options=() targets=()
  shift
  while (($#)) && [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  (($# > 1)) && targets=(--target "${@:2}")
  quietly "$root/build/$preset/configure.log" cmake --preset "$preset" "${options[@]}" &&
    quietly "$root/build/$preset/build.log" cmake --build --preset "$preset" "${targets[@]}"
}
