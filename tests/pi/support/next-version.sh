#!/usr/bin/env bash
# Makes of a package one that differs in its version alone: what an upgrade is tested with.
#
#   next-version.sh PACKAGE VERSION NEXT-PACKAGE
set -euo pipefail

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
dpkg-deb --raw-extract "$1" "$tree"
sed -i "s/^Version: .*/Version: $2/" "$tree/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz -z0 --build "$tree" "$3" >/dev/null
