#!/usr/bin/env bash
# A machine within this one: its root is a copy of this machine's that is forgotten at the end, its network is its own
# loopback, and a real systemd runs in it. Nothing done in it is left on this machine.
#
#   machine.sh FOLDER PROJECT    runs it until it is killed; both folders are seen within under the same paths
set -euo pipefail

folder=$1
project=$2

if [ "${3-}" != within ]; then
  exec unshare --mount --pid --net --ipc --uts --cgroup --fork --kill-child "$0" "$folder" "$project" within
fi

mount --make-rprivate /
space=$folder/machine
mkdir "$space"
mount -t tmpfs -o mode=755 tmpfs "$space"
mkdir "$space/changes" "$space/work" "$space/root"
mount -t overlay -o "lowerdir=/,upperdir=$space/changes,workdir=$space/work" overlay "$space/root"
root=$space/root

# As in any container: neither the devices nor the settings of this machine's kernel can be changed from within.
mount -t proc proc "$root/proc"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mkdir -p "$root/sys/fs/cgroup"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
for seen in "$folder" "$project"; do
  mkdir -p "$root$seen"
  mount --bind "$seen" "$root$seen"
done
mount -o remount,bind,ro "$root$project"
ip link set lo up

# This machine's own services are not wanted, nor a rule of a container that nothing may be started.
rm -rf "$root"/etc/systemd/system/*.wants "$root"/etc/systemd/system/*.requires "$root/usr/sbin/policy-rc.d"
# Not chroot: within one, no service may have users of its own.
cd "$root"
pivot_root . .
umount -l .
exec env -i container=lintel PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --system --unit=basic.target --log-target=journal --show-status=no
