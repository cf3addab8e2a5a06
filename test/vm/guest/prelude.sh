# Sourced by every guest script: a few verbs for running programs and keeping what they said.
#
#   record NAME COMMAND…     runs it; leaves NAME.out, NAME.err and NAME.code; never fails
#   start NAME COMMAND…      runs it in the background; leaves the same files and NAME.pid
#   await NAME TEXT [SECONDS]  waits until NAME.out or NAME.err contains TEXT; fails after 60 seconds, or when it ended
#   stop NAME [SIGNAL]       sends SIGTERM (or SIGNAL), waits for its end, leaves NAME.code
#   hand_over ADDRESS DRIVER   binds a PCI function to a driver, such as vfio-pci, whatever has it now
#   driver_of ADDRESS        prints the driver's name, or nothing
#   show STAGE               stands still until the host has looked at this stage; fails after 120 seconds
#
# Programs in the work folder's bin/ are on PATH: `pasidctl` of the checkout's dist, and the test's own programs.

started=

record() {
  recorded_name=$1
  shift
  recorded_code=0
  "$@" >"$WORK/$recorded_name.out" 2>"$WORK/$recorded_name.err" </dev/null || recorded_code=$?
  echo "$recorded_code" >"$WORK/$recorded_name.code"
}

start() {
  started_name=$1
  shift
  "$@" >"$WORK/$started_name.out" 2>"$WORK/$started_name.err" </dev/null &
  echo $! >"$WORK/$started_name.pid"
  started="$started $started_name"
}

await() {
  awaited_ticks=$((${3:-60} * 5))
  while [ "$awaited_ticks" -gt 0 ]; do
    grep -qF -- "$2" "$WORK/$1.out" "$WORK/$1.err" && return 0
    running "$1" || break
    awaited_ticks=$((awaited_ticks - 1))
    sleep 0.2
  done
  echo "await: $1 did not say: $2" >&2
  cat "$WORK/$1.out" "$WORK/$1.err" >&2
  return 1
}

running() {
  [ ! -e "$WORK/$1.code" ] && kill -0 "$(cat "$WORK/$1.pid")" 2>/dev/null
}

stop() {
  stopped_code=0
  kill "-${2:-TERM}" "$(cat "$WORK/$1.pid")" 2>/dev/null || true
  wait "$(cat "$WORK/$1.pid")" || stopped_code=$?
  echo "$stopped_code" >"$WORK/$1.code"
}

hand_over() {
  device=/sys/bus/pci/devices/$1
  echo "$2" >"$device/driver_override"
  [ ! -e "$device/driver" ] || echo "$1" >"$device/driver/unbind"
  echo "$1" >/sys/bus/pci/drivers_probe
  [ "$(driver_of "$1")" = "$2" ]
}

show() {
  : >"$WORK/$1.shown"
  shown_ticks=1200
  until [ -e "$WORK/$1.seen" ]; do
    shown_ticks=$((shown_ticks - 1))
    [ "$shown_ticks" -gt 0 ] || return 1
    sleep 0.1
  done
}

driver_of() {
  [ ! -e "/sys/bus/pci/devices/$1/driver" ] || basename "$(readlink "/sys/bus/pci/devices/$1/driver")"
}

# A process that holds mock devices must release them before the VM ends, or the kernel warns.
stop_all() {
  for stopped_name in $started; do
    [ -e "$WORK/$stopped_name.code" ] || stop "$stopped_name"
  done
}

trap stop_all EXIT
cd "$WORK"
