#!/usr/bin/env bash
# Builds Lintel's Debian package from this clone and installs it:
#
#   git clone … && lintel/pi/install.sh
#
# Everything is checked and built before anything is installed, and the installation is one step of apt: it is there
# whole or not at all. With --check it only checks.
set -euo pipefail

readonly LEAST_DEBIAN=12
readonly LEAST_NODE_MAJOR=20 LEAST_NODE_MINOR=19
# The packages, the build and the package itself.
readonly LEAST_FREE_MIB=1500

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

refuse() {
  echo "$1" >&2
  echo "Nothing was installed." >&2
  exit 1
}

check_system() {
  local architecture
  architecture=$(dpkg --print-architecture 2>/dev/null) ||
    refuse "This is not Debian: Lintel's package is for Raspberry Pi OS and Debian. Elsewhere run: npm start"
  case $architecture in
    arm64 | amd64) ;;
    *) refuse "This system is 32-bit ($architecture): write \"Raspberry Pi OS (64-bit)\" to the card with Raspberry Pi Imager." ;;
  esac
  local version
  version=$(sed -n 's/^VERSION_ID="\{0,1\}\([0-9]*\).*/\1/p' "${OS_RELEASE:-/etc/os-release}")
  if ((${version:-0} < LEAST_DEBIAN)); then
    refuse "This is Debian ${version:-of an unknown version}: Lintel needs $LEAST_DEBIAN (Bookworm) or newer. Write a current Raspberry Pi OS to the card."
  fi
}

check_node() {
  local how="Debian 13 has one: sudo apt install nodejs npm. For Debian 12 choose \"Linux\" at https://nodejs.org/en/download."
  local version
  version=$(node --version 2>/dev/null) || refuse "Node.js is missing, which builds Lintel. $how"
  local major minor
  IFS=. read -r major minor _ <<<"${version#v}"
  if ((major < LEAST_NODE_MAJOR || (major == LEAST_NODE_MAJOR && minor < LEAST_NODE_MINOR))); then
    refuse "Node.js is $version, and Lintel needs $LEAST_NODE_MAJOR.$LEAST_NODE_MINOR or newer. $how"
  fi
  npm --version >/dev/null 2>&1 || refuse "npm is missing. $how"
}

check_space() {
  local free_mib
  free_mib=$(df --output=avail -BM "$here" | tail -n 1 | tr -dc 0-9)
  if ((free_mib < LEAST_FREE_MIB)); then
    refuse "There are $free_mib MiB free, and building Lintel takes $LEAST_FREE_MIB. Make room, as with: sudo apt clean"
  fi
}

# How to become root for the last step.
find_root() {
  if ((EUID == 0)); then
    as_root=()
  elif command -v sudo >/dev/null; then
    as_root=(sudo)
  else
    refuse "Installing needs root, and there is no sudo: run this as root."
  fi
}

main() {
  check_system
  check_node
  check_space
  find_root
  if [[ ${1-} == --check ]]; then
    echo "Lintel can be built and installed here."
    return
  fi

  # Where apt's own user can read it.
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064 # The folder of now is meant.
  trap "rm -rf '$folder'" EXIT
  chmod 755 "$folder"
  (cd "$here" && npm run --silent package -- --out "$folder") || refuse "The package could not be built: see above, then run this again."
  local files=("$folder"/lintel_*_all.deb)
  "${as_root[@]}" apt-get install -y "${files[0]}" || refuse "apt could not install the package: see above, then run this again."

  echo
  echo "Lintel is installed: open it by its icon, or with \"lintel\". What is known of your camera:"
  lintel-camera || true
}

main "$@"
