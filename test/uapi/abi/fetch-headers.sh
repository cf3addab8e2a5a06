#!/bin/bash
# Fetches Debian's newest kernel headers (linux-libc-dev) into the cache, for the comparison with src/uapi.
#
#   test/uapi/abi/fetch-headers.sh            3 MB, seconds
#   test/uapi/abi/fetch-headers.sh --source   also the source of iommufd, whose test header is not among them: 170 MB
#
# They go to $XDG_CACHE_HOME/pasidctl/headers-<version>, whole or not at all. Nothing is installed, no root is needed.
# Suite: PASIDCTL_ABI_SUITE, else trixie-backports. Mirror: PASIDCTL_DEBIAN_MIRROR, else apt's.
set -euo pipefail

with_source=${1:-}
suite=${PASIDCTL_ABI_SUITE:-trixie-backports}
oldest=7.0
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pasidctl
mkdir -p "$cache"
scratch=$(mktemp -d "$cache/.headers.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=test/tools/private-apt.sh
. "$(dirname "$0")/../../tools/private-apt.sh"

say() { echo "fetch-headers: $*" >&2; }

newest() { private_apt apt-cache madison "$1" | cut -d'|' -f2 | tr -d ' ' | sort -V | tail -1; }

fetch_headers() {
  say "fetching linux-libc-dev $version from $suite"
  (cd "$scratch" && private_apt apt-get download "linux-libc-dev=$version")
  dpkg-deb -x "$scratch"/linux-libc-dev_*.deb "$scratch/headers"
}

# Of 170 MB only iommufd and the Makefile, which tells the release, are kept.
fetch_source() {
  local package
  package=$(private_apt apt-cache depends "linux-source=$version" | sed -n 's/^ *Depends: //p')
  say "fetching $package $version from $suite"
  (cd "$scratch" && private_apt apt-get download "$package=$version")
  mkdir -p "$scratch/headers/source"
  dpkg-deb --fsys-tarfile "$scratch/${package}"_*.deb | tar -xO "./usr/src/$package.tar.xz" |
    tar -xJ -C "$scratch/headers/source" --strip-components=1 "$package/Makefile" "$package/drivers/iommu/iommufd"
}

private_apt_for "$scratch/apt" "$suite"
version=$(newest linux-libc-dev)
if ! dpkg --compare-versions "$version" ge "$oldest"; then
  say "$suite has headers of $version only, not of $oldest"
  exit 1
fi
target=$cache/headers-$version
if [ -d "$target" ] && { [ "$with_source" != --source ] || [ -d "$target/source" ]; }; then
  say "$target is there already"
  exit 0
fi
fetch_headers
[ "$with_source" != --source ] || fetch_source
rm -rf "$target"
mv "$scratch/headers" "$target"
say "$target"
