# What ./run says, and how it waits for the programs that it starts. Sourced by ./run.

attended_child=''
stopping=''

# One line of progress.
say() {
  printf '%s\n' "$*"
}

# Ctrl-C, kill and a closed window all end the same way: the child is asked to stop, and ./run goes on to its end.
on_signal() {
  stopping=yes
  if [ -n "$attended_child" ]; then
    kill -TERM "$attended_child" 2>/dev/null || true
  fi
}
trap on_signal INT TERM HUP

# Runs a program in the background, so that a signal reaches us at once, and returns its exit code.
# Background jobs ignore SIGINT, so a Ctrl-C in the terminal reaches the program once, as our TERM.
attend() {
  "$@" &
  attended_child=$!
  wait_for_child
}

wait_for_child() {
  local code=0
  while :; do
    code=0
    wait "$attended_child" || code=$?
    kill -0 "$attended_child" 2>/dev/null || break
  done
  attended_child=''
  return "$code"
}

# attend, with all output in a log; a terminal sees the seconds pass.
attend_logged() {
  local log=$1 title=$2 code=0 ticker='' started=$SECONDS
  shift 2
  mkdir -p "$(dirname "$log")" 2>/dev/null && : >"$log" 2>/dev/null || fail "$log can't be written: $(why_unwritable "$(dirname "$log")")"
  if [ -t 1 ]; then
    (while sleep 1; do printf '\r%s … %d s ' "$title" $((SECONDS - started)); done) &
    ticker=$!
  else
    say "$title …"
  fi
  attend "$@" >"$log" 2>&1 </dev/null || code=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    printf '\r%s: %d s   \n' "$title" $((SECONDS - started))
  fi
  [ -z "$stopping" ] || fail "stopped while $(lower_first "$title")."
  return "$code"
}

lower_first() {
  printf '%s%s' "$(printf '%s' "${1:0:1}" | tr '[:upper:]' '[:lower:]')" "${1:1}"
}

# Why a folder can't be written, as the end of a sentence.
why_unwritable() {
  local folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  if [ -e "$1" ] && [ ! -d "$1" ] || [ -e "$(dirname "$1")" ] && [ ! -d "$(dirname "$1")" ]; then
    printf 'a file is in its way.'
  elif [ ! -w "$folder" ]; then
    printf '%s does not belong to the user %s.' "$folder" "$(id -un)"
  else
    disk_is_full "$folder"
  fi
}

disk_is_full() {
  printf 'the disk that holds %s has only %s MB free; free some space and start again.' "$1" "$(free_mb "$1")"
}

free_mb() {
  df -Pm -- "$1" | awk 'NR == 2 { print $4 }'
}

# Ends with one sentence about a program that failed, told from its log.
fail_from_log() {
  local log=$1 what=$2
  if grep -qE 'No space left on device|ENOSPC|Disk quota exceeded' "$log" ||
    [ "$(free_mb "$(dirname "$log")")" -lt 5 ]; then
    fail "$what failed because $(disk_is_full "$(dirname "$log")")"
  fi
  if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|UnknownHostException|Could not transfer|Temporary failure resolving' "$log"; then
    fail "$what needs the internet this first time and could not reach it; the details are in $log."
  fi
  grep -E '^\[ERROR\]|^npm error|error TS|✘|×|^E: |ERROR:|FATAL:' "$log" | head -20 >&2 || true
  fail "$what failed; the details are in $log."
}
