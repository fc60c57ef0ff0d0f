#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# From a bare Debian 12 to a trust's packs: installs what is missing, builds, makes the sample trust and its packs,
# and ends with the paths of the files it made. usage: sh installer/demo.sh [FOLDER]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/installer/packages.sh"
[ $# -eq 0 ] || demo=$(realpath -m "$1") # a folder of the caller's must be new: nothing there is removed
# shellcheck disable=SC2086
install_missing $build_packages $office_packages

cd "$here"
cmake --preset release -DTERMBOOK_TESTS=OFF -DTERMBOOK_BENCH=OFF
cmake --build --preset release --target termbook

if [ $# -eq 0 ]; then
  demo="$here/build/demo"
  rm -rf "$demo"
fi
termbook="$here/build/release/cli/termbook"
"$termbook" sample "$demo"
"$termbook" build governors --workspace "$demo" --school all
"$termbook" build governors --workspace "$demo" --school trust
echo
echo "The packs:"
find "$demo/packs" -type f | sort
