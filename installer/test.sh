#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# From a bare Debian 12 to a tested build: installs what is missing, builds, runs every test, then those that start no
# office under the address and undefined-behaviour sanitizers, then each fuzz target for a few seconds. Ends with one line,
# `N passed, N failed, N skipped`; the exit status is 0 when nothing failed.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/installer/packages.sh"
# shellcheck disable=SC2086
install_missing $build_packages $office_packages $test_packages
cd "$here"

passed=0
failed=0
skipped=0
# What failed and what it said, once more right above the summary: the logs before it are long.
failures=""
# note_failure WHAT
note_failure() {
  failed=$((failed + 1))
  failures="$failures
failed: $1"
}
# count PRESET LOG: adds up a ctest log. A log without a summary is a failure of its own.
count() {
  preset=$1
  log=$2
  total=$(sed -n 's/^.*tests passed, \([0-9]*\) tests failed out of \([0-9]*\).*$/\1 \2/p' "$log" | tail -n 1)
  if [ -z "$total" ]; then
    note_failure "the $preset preset was not built or not tested to its end"
    return
  fi
  bad=${total% *}
  all=${total#* }
  skips=$(grep -c '\*\*\*Skipped' "$log" || true)
  failed=$((failed + bad))
  skipped=$((skipped + skips))
  passed=$((passed + all - bad - skips))
  [ "$bad" -eq 0 ] || failures="$failures
in the $preset preset:
$(awk '/^ *[0-9]+\/[0-9]+ Test +#/ { shown = /\*\*\*/ && !/\*\*\*Skipped/; lines = 0 }
       /^[0-9]+% tests passed/ { shown = 0 }
       shown && lines++ < 40' "$log")"
}

# run_preset PRESET TARGETS [CTEST ARGUMENT…]
run_preset() {
  preset=$1
  targets=$2
  shift 2
  log="build/$preset/tests.log"
  mkdir -p "build/$preset"
  : > "$log"
  # shellcheck disable=SC2086
  if cmake --preset "$preset" && cmake --build --preset "$preset" --target $targets; then
    ctest --preset "$preset" -j "$(nproc)" "$@" > "$log" 2>&1 || true
  fi
  cat "$log"
  count "$preset" "$log"
}

if git ls-files -z -- '*.cpp' '*.hpp' | xargs -0 clang-format --dry-run --Werror; then
  passed=$((passed + 1))
else
  note_failure "the formatter"
fi

run_preset dev all
run_preset sanitize "core_tests connectors_tests templates_tests" -LE office -R '^(core|connectors|templates)[.]'

cmake --preset fuzz && cmake --build --preset fuzz --target fuzzers || note_failure "the fuzz targets were not built"
for target in build/fuzz/tests/fuzz/*_fuzz; do
  [ -x "$target" ] || continue
  name=$(basename "$target" _fuzz)
  seeds="tests/fuzz/seeds/$name"
  mkdir -p "build/fuzz/corpus/$name" "$seeds"
  if "$target" -max_total_time="${FUZZ_SECONDS:-10}" -rss_limit_mb=2048 "build/fuzz/corpus/$name" "$seeds" \
      > "build/fuzz/$name.log" 2>&1; then
    passed=$((passed + 1))
  else
    note_failure "fuzz target $name"
    cat "build/fuzz/$name.log"
  fi
done

[ -z "$failures" ] || echo "$failures"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
