#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# fetch-debian-source.sh PACKAGE UPSTREAM_VERSION TARBALL SHA256 FOLDER
#
# Puts the original tarball of a Debian source package into FOLDER, from the mirror this machine already
# uses. Needs no root and leaves the machine's own package lists alone: apt keeps its lists in a temporary
# folder beside the tarball. Several of these may run at once; the tarball appears complete or not at all.
set -eu
package=$1 upstream=$2 tarball=$3 sha256=$4 folder=$5

is_good() { [ -f "$1" ] && echo "$sha256  $1" | sha256sum --check --status -; }
is_good "$folder/$tarball" && exit 0

. /etc/os-release
uris=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' | sed -n 's/ Debian Debian$//p')
mirror=$(echo "$uris" | head -n 1)
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
[ -n "$mirror" ] || { echo "no Debian mirror known; run apt-get update once" >&2; exit 1; }

mkdir -p "$folder"
work=$(mktemp -d "$folder/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# The package may have left this machine's suite; the tarball is the same in every suite that has it.
for suite in "${VERSION_CODENAME:-bookworm}" bookworm trixie; do
    mkdir -p "$work/$suite/lists/partial" "$work/$suite/cache/archives/partial"
    cd "$work/$suite"
    echo "deb-src $mirror $suite main" > sources.list
    options="-q -o Dir::Etc::SourceList=$work/$suite/sources.list -o Dir::Etc::SourceParts=/dev/null
        -o Dir::State::Lists=$work/$suite/lists -o Dir::Cache=$work/$suite/cache
        -o APT::Sandbox::User= -o Acquire::Languages=none"
    # shellcheck disable=SC2086 # the options are meant to be split
    apt-get $options update || continue
    # shellcheck disable=SC2086
    version=$(apt-cache $options showsrc "$package" | sed -n "s/^Version: //p" | grep -F "$upstream-" | head -n 1)
    [ -n "$version" ] || continue
    # shellcheck disable=SC2086
    apt-get $options source --tar-only "$package=$version" || continue
    if is_good "$tarball"; then
        mv -f "$tarball" "$folder/$tarball"
        exit 0
    fi
    echo "$tarball of $package $version is not the expected file" >&2
done
echo "no suite of $mirror offers $package $upstream" >&2
exit 1
