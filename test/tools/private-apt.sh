# Sourced by scripts that fetch Debian packages without touching what the machine has configured.
#
#   private_apt_for FOLDER SUITE…   lists of these suites, below FOLDER
#   private_apt COMMAND…            apt-get or apt-cache on those lists, whatever is installed or pinned on this machine
#
# Debian's mirror: PASIDCTL_DEBIAN_MIRROR, else the first that apt is configured for and that has these suites.
# shellcheck shell=bash

private_apt_for() {
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  local mirrors mirror suite
  private_apt_folder=$1
  shift
  mkdir -p "$private_apt_folder/lists/partial" "$private_apt_folder/cache/archives/partial"
  : >"$private_apt_folder/status"
  mapfile -t mirrors < <(debian_mirrors)
  for mirror in "${mirrors[@]}"; do
    for suite in "$@"; do echo "deb [signed-by=$keyring] $mirror $suite main"; done >"$private_apt_folder/sources.list"
    # Otherwise a mirror that cannot be reached is a warning.
    if private_apt apt-get update -o APT::Update::Error-Mode=any; then return; fi
  done
  echo "private-apt: no $* at ${mirrors[*]:-any mirror, since apt is configured for none}." >&2
  echo "private-apt: Set PASIDCTL_DEBIAN_MIRROR to the address of a mirror of Debian's archive." >&2
  return 1
}

# One a line. Mirrors of security updates have a label of their own, and no other suites.
debian_mirrors() {
  local mirrors=${PASIDCTL_DEBIAN_MIRROR:-}
  [ -n "$mirrors" ] || mirrors=$(apt-get indextargets --format '$(REPO_URI)' \
    'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 'Component: main')
  # Index targets are what apt has fetched, and it may have fetched nothing yet: then what it would fetch.
  [ -n "$mirrors" ] || mirrors=$(apt-get update --print-uris |
    sed -n "/-security\/InRelease'/d; s|^'\(.*/\)dists/.*/InRelease'.*|\1|p")
  # shellcheck disable=SC2086 # an address has no blanks
  [ -z "$mirrors" ] || printf '%s\n' $mirrors | awk '!seen[$0]++'
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
