#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh SCRATCH PACKAGES: as root, installs the packages on a copy of this system that nobody else sees and that
# is gone afterwards, removes and purges them, and checks what is there in between. Exit code 77: no copy can be made.
set -eu
if [ "${3:-}" != inside ]; then
    [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null || exit 77
    exec unshare -m "$0" "$1" "$2" inside
fi
scratch=$1 packages=$2
mount -t tmpfs tmpfs "$scratch" || exit 77
mkdir "$scratch/upper" "$scratch/work" "$scratch/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" "$scratch/root" || exit 77
root=$scratch/root
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/run"
mkdir "$root/packages"
cp "$packages"/*.deb "$root/packages"
on_copy() { chroot "$root" "$@"; }
# dpkg brings nothing by itself, and a machine without a web server publishes no pages.
on_copy dpkg-query -W nginx openssl >/dev/null 2>&1 || rm "$root"/packages/antre-web_*.deb

on_copy sh -ec 'export DEBIAN_FRONTEND=noninteractive; dpkg --force-unsafe-io -i /packages/*.deb'
on_copy sh -ec 'dpkg --audit; dpkg --verify antre-common antre-service antre-escpos' >"$scratch/complaints"
[ ! -s "$scratch/complaints" ] || { cat "$scratch/complaints"; exit 1; }
echo "state: $(on_copy stat -c '%U:%G %a' /var/lib/antre)"
echo "back-end: $(on_copy stat -c '%U:%G %a' /usr/lib/cups/backend/escpos)"
echo "user: $(on_copy id -un antre)"
echo "enabled: $(on_copy sh -c 'cd /etc/systemd/system && ls -d *.wants/antre-*')"
on_copy runuser -u antre -- antrectl site create /var/lib/antre/site --catalogue /usr/share/antre/catalogue/mpp-bengkulu.json >/dev/null

names=$(on_copy dpkg-query -W -f '${Package}\n' 'antre-*')
# shellcheck disable=SC2086 # words on purpose
on_copy dpkg -P $names
[ ! -e "$root/usr/bin/antre-service" ] && [ ! -e "$root/etc/default/antre-service" ]
[ -z "$(on_copy sh -c 'cd /etc/systemd/system && ls -d *.wants/antre-*' 2>/dev/null)" ]
echo "kept: $(on_copy ls /var/lib/antre/site | tr '\n' ' ')"
