#!/bin/bash
# Builds the kernel of the VM tests from Debian's newest linux-source (trixie-backports) and kernel.config.
#
#   test/vm/build-kernel.sh OUTPUT      about 9 minutes on 2 cores, 3 GB of scratch space below $TMPDIR
#
# The image is written to OUTPUT, whole or not at all. Installs what the build needs when it may (root on Debian).
# Debian's mirror: PASIDCTL_DEBIAN_MIRROR, else the one of apt's configuration.
set -euo pipefail

output=$(realpath -m "${1:?usage: build-kernel.sh OUTPUT}")
config=$(realpath "$(dirname "$0")/kernel.config")
scratch=$(mktemp -d "${TMPDIR:-/var/tmp}/pasidctl-kernel.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=test/tools/private-apt.sh
. "$(dirname "$0")/../tools/private-apt.sh"

say() { echo "build-kernel: $*" >&2; }

install_tools() {
  local missing=()
  local package
  for package in make gcc libc6-dev perl flex bison bc xz-utils libelf-dev libssl-dev debian-archive-keyring; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
}

fetch_source() {
  private_apt_for "$scratch/apt" trixie-backports
  local package
  package=$(private_apt apt-cache depends linux-source | sed -n 's/^ *Depends: \(linux-source-[0-9.]*\)$/\1/p' | sort -V | tail -1)
  say "fetching $package"
  (cd "$scratch" && private_apt apt-get download "$package")
  dpkg-deb -x "$scratch/$package"_*.deb "$scratch/deb"
  mkdir "$scratch/linux"
  tar -xf "$scratch"/deb/usr/src/linux-source-*.tar.xz -C "$scratch/linux" --strip-components=1
  rm -rf "$scratch/deb" "$scratch"/*.deb
}

# An option that a newer kernel renamed would silently stay off: look at every one.
check_config() {
  local line name
  while read -r line; do
    case $line in
    CONFIG_*=n) name=${line%=n} && ! grep -q "^$name=y" .config ;;
    CONFIG_*) grep -qx "$line" .config ;;
    esac || { say "the kernel did not take $line"; return 1; }
  done <"$config"
}

build() {
  cd "$scratch/linux"
  make -s tinyconfig
  ./scripts/kconfig/merge_config.sh -m .config "$config" >/dev/null
  make -s olddefconfig
  check_config
  KBUILD_BUILD_USER=pasidctl KBUILD_BUILD_HOST=pasidctl make -s -j"$(nproc)" bzImage
  mkdir -p "$(dirname "$output")"
  cp arch/x86/boot/bzImage "$output.part.$$"
  mv "$output.part.$$" "$output"
  say "built $(make -s kernelrelease): $output"
}

install_tools
fetch_source
build
