#!/bin/bash
# Fetches a Node release from npm into the cache, and prints the folder that its `node` is in.
#
#   test/tools/fetch-node.sh            the newest of all; 60 MB to fetch, 150 MB in the cache, seconds
#   test/tools/fetch-node.sh 20.19.0    this one
#
# It goes to $XDG_CACHE_HOME/pasidctl/node-<version>, whole or not at all. Nothing is installed, and no script is run.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/pasidctl
# The package that holds the program itself.
package=node-linux-$(node -p process.arch)

say() { echo "fetch-node: $*" >&2; }

# What is tagged as latest may be the last that was published: a patch of an older line.
newest() { npm view "$package" versions --json | grep -oE '"[0-9]+\.[0-9]+\.[0-9]+"' | tr -d '"' | sort -V | tail -1; }

version=${1:-$(newest)}
target=$cache/node-$version
if [ ! -d "$target" ]; then
  say "fetching $package $version"
  mkdir -p "$cache"
  scratch=$(mktemp -d "$cache/.node.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  npm pack --loglevel=error --pack-destination "$scratch" "$package@$version" >&2
  mkdir "$scratch/node"
  tar -xzf "$scratch"/*.tgz -C "$scratch/node" --strip-components=2 package/bin/node
  "$scratch/node/node" --version >&2
  mv -T "$scratch/node" "$target"
fi
echo "$target"
