# Sourced by scripts that fetch Debian packages without touching what the machine has configured.
#
#   private_apt_for FOLDER SUITE    lists of one suite, below FOLDER
#   private_apt COMMAND…            apt-get or apt-cache on those lists
#
# Debian's mirror: PASIDCTL_DEBIAN_MIRROR, else http://deb.debian.org/debian.
# shellcheck shell=bash

private_apt_for() {
  local mirror=${PASIDCTL_DEBIAN_MIRROR:-http://deb.debian.org/debian}
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  private_apt_folder=$1
  mkdir -p "$private_apt_folder/lists/partial" "$private_apt_folder/cache/archives/partial"
  echo "deb [signed-by=$keyring] $mirror $2 main" >"$private_apt_folder/sources.list"
  private_apt apt-get update
}

private_apt() {
  local command=$1
  shift
  "$command" -q -o Dir::Etc::SourceList="$private_apt_folder/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$private_apt_folder/lists" -o Dir::Cache="$private_apt_folder/cache" \
    -o APT::Sandbox::User=root "$@"
}
