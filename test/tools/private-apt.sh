# Sourced by scripts that fetch Debian packages without touching what the machine has configured.
#
#   private_apt_for FOLDER SUITE…   lists of these suites, below FOLDER
#   private_apt COMMAND…            apt-get or apt-cache on those lists, whatever is installed or pinned on this machine
#
# Debian's mirror: PASIDCTL_DEBIAN_MIRROR, else http://deb.debian.org/debian.
# shellcheck shell=bash

private_apt_for() {
  local mirror=${PASIDCTL_DEBIAN_MIRROR:-http://deb.debian.org/debian}
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  local suite
  private_apt_folder=$1
  shift
  mkdir -p "$private_apt_folder/lists/partial" "$private_apt_folder/cache/archives/partial"
  : >"$private_apt_folder/status"
  for suite in "$@"; do echo "deb [signed-by=$keyring] $mirror $suite main"; done >"$private_apt_folder/sources.list"
  private_apt apt-get update
}

# apt's locks are beside its status: no root is needed.
private_apt() {
  local command=$1
  shift
  "$command" -q -o Dir::Etc::SourceList="$private_apt_folder/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o Dir::State="$private_apt_folder" -o Dir::State::Status="$private_apt_folder/status" \
    -o Dir::Cache="$private_apt_folder/cache" -o APT::Sandbox::User=root "$@"
}
