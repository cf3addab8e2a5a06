#!/bin/busybox sh
# PID 1 of the test VM: mounts the host's files, runs the script of the work folder, leaves the kernel's log there.
# Its parameters are in the work folder's vm.env (harness/work-folder.ts), as shell assignments: WORK, CHECKOUT, PATH …
/bin/busybox --install -s /bin

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
mount -t debugfs debugfs /sys/kernel/debug
mkdir -p /dev/shm /job /host
mount -t tmpfs shm /dev/shm

share() {
  tag=$1 target=$2
  shift 2
  mount -t 9p -o "trans=virtio,version=9p2000.L,msize=262144$*" "$tag" "$target"
}

# The work folder is read by the host while it is written: no cache. The host's root does not change meanwhile.
share work /job
share host /host ,ro,cache=loose
. /job/vm.env

for folder in proc sys dev; do mount --rbind "/$folder" "/host/$folder"; done
mount -t tmpfs tmp /host/tmp
mount -t tmpfs run /host/run
# Host paths below /tmp are hidden by now: put the checkout and the work folder where the host has them.
mkdir -p "/host$CHECKOUT" "/host$WORK" 2>/dev/null
share checkout "/host$CHECKOUT" ,ro,cache=loose
mount --bind /job "/host$WORK"

uname -r >/job/kernel-release
cut -d' ' -f1 /proc/uptime >/job/boot-seconds
cat /proc/sys/kernel/tainted >/job/tainted-before

chroot /host /bin/sh -c 'cd "$WORK" && exec /bin/sh "$WORK/run.sh"'
echo $? >/job/exit-code.part

cat /proc/sys/kernel/tainted >/job/tainted-after
dmesg >/job/dmesg
# Last, in one step: where this file is, the others are whole.
mv /job/exit-code.part /job/exit-code
poweroff -f
