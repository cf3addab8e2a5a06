#!/bin/bash
# Fetches Debian's newest QEMU, with every library that it needs, into the cache, for guests with first-stage tables.
#
#   test/vm/fetch-qemu.sh     48 MB to fetch, 106 MB in the cache, seconds
#
# It goes to $XDG_CACHE_HOME/pasidctl/qemu-<version>, whole or not at all, and is started by qemu-system-x86_64 in there:
# with its own dynamic loader and C library, from wherever the folder is. Nothing is installed, no root is needed.
# Suite: PASIDCTL_QEMU_SUITE, else trixie-backports. Mirror: PASIDCTL_DEBIAN_MIRROR, else apt's.
set -euo pipefail

suite=${PASIDCTL_QEMU_SUITE:-trixie-backports}
oldest=11.1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pasidctl
mkdir -p "$cache"
scratch=$(mktemp -d "$cache/.qemu.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=test/tools/private-apt.sh
. "$(dirname "$0")/../tools/private-apt.sh"

say() { echo "fetch-qemu: $*" >&2; }

# Without its epoch: a colon in the folder's name would part the list of library folders.
newest() { private_apt apt-cache madison qemu-system-x86 | sed 's/^[^|]*| *[0-9]*:\([^ ]*\).*/\1/' | sort -V | tail -1; }

# Documentation, other programs and settings are left out; some programs would be setuid.
unpack() (
  mkdir "$scratch/all" "$scratch/qemu"
  for package in "$scratch"/apt/cache/archives/*.deb; do dpkg-deb -x "$package" "$scratch/all"; done
  cd "$scratch/all"
  cp -a --parents usr/bin/qemu-system-x86_64 usr/lib usr/lib64 usr/share/qemu usr/share/seabios "$scratch/qemu"
)

# The machine's own libraries, modules and firmware must not be taken.
write_starter() {
  cat >"$scratch/qemu/qemu-system-x86_64" <<'EOF'
#!/bin/sh
usr=$(dirname "$(readlink -f "$0")")/usr
export QEMU_MODULE_DIR="$usr/lib/x86_64-linux-gnu/qemu"
exec "$usr/lib64/ld-linux-x86-64.so.2" --inhibit-cache --library-path "$usr/lib/x86_64-linux-gnu" \
  "$usr/bin/qemu-system-x86_64" -L "$usr/share/qemu" -L "$usr/share/seabios" "$@"
EOF
  chmod +x "$scratch/qemu/qemu-system-x86_64"
}

# Backports take what they do not bring from the suite that they are made for.
mapfile -t suites < <(printf '%s\n' "${suite%-backports}" "$suite" | sort -u)
private_apt_for "$scratch/apt" "${suites[@]}"
version=$(newest)
if ! dpkg --compare-versions "$version" ge "$oldest"; then
  say "$suite has no QEMU $oldest${version:+, only $version}"
  exit 1
fi
target=$cache/qemu-$version
if [ -d "$target" ]; then
  say "$target is there already"
  exit 0
fi
say "fetching qemu-system-x86 $version from $suite"
private_apt apt-get install --download-only --yes --no-install-recommends --target-release "$suite" qemu-system-x86
unpack
write_starter
"$scratch/qemu/qemu-system-x86_64" --version
mv -T "$scratch/qemu" "$target"
say "$target"
