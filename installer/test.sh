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
# count LOG STATUS: adds up a ctest log. A log without a summary is a failure of its own.
count() {
  total=$(sed -n 's/^.*tests passed, \([0-9]*\) tests failed out of \([0-9]*\).*$/\1 \2/p' "$1" | tail -n 1)
  if [ -z "$total" ]; then
    failed=$((failed + 1))
    return
  fi
  bad=${total% *}
  all=${total#* }
  skips=$(grep -c '\*\*\*Skipped' "$1" || true)
  failed=$((failed + bad))
  skipped=$((skipped + skips))
  passed=$((passed + all - bad - skips))
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
  count "$log"
}

if git ls-files -z -- '*.cpp' '*.hpp' | xargs -0 clang-format --dry-run --Werror; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
fi

run_preset dev all
run_preset sanitize "core_tests connectors_tests templates_tests" -LE office -R '^(core|connectors|templates)[.]'

cmake --preset fuzz && cmake --build --preset fuzz --target fuzzers || failed=$((failed + 1))
for target in build/fuzz/tests/fuzz/*_fuzz; do
  [ -x "$target" ] || continue
  name=$(basename "$target" _fuzz)
  seeds="tests/fuzz/seeds/$name"
  mkdir -p "build/fuzz/corpus/$name" "$seeds"
  if "$target" -max_total_time="${FUZZ_SECONDS:-10}" -rss_limit_mb=2048 "build/fuzz/corpus/$name" "$seeds" \
      > "build/fuzz/$name.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    cat "build/fuzz/$name.log"
  fi
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
