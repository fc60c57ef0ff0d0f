# SPDX-License-Identifier: MPL-2.0
# Read by the scripts beside it: what a bare Debian 12 lacks, and how to get it.

build_packages="g++ cmake ninja-build pkg-config ccache libpoco-dev libpugixml-dev libxlsxwriter-dev libexpat1-dev
  libfmt-dev libcli11-dev"
office_packages="libreoffice-calc-nogui fonts-crosextra-carlito fonts-liberation"
test_packages="libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev python3-openpyxl python3-uno unzip poppler-utils
  clang libclang-rt-14-dev clang-format"

# install_missing PACKAGE…: installs those that are not there, as root or through sudo.
install_missing() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "Installing:$missing"
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -q
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing
}

# A compiler cache, where there is one, should know a file again in another clone of the repository.
CCACHE_BASEDIR=$(cd "$(dirname "$0")/.." && pwd)
CCACHE_NOHASHDIR=1
export CCACHE_BASEDIR CCACHE_NOHASHDIR
