# Runs the unpacked application: the server and the commands. Sourced by ./run.

SERVER_HEAP=${SANFEN_HEAP:-320m}
COMMAND_HEAP=${SANFEN_HEAP:-512m}

# What a glance can tell is told before anything is built.
require_sane_settings() {
  [[ $SANFEN_PORT =~ ^[0-9]{1,5}$ ]] && [ "$SANFEN_PORT" -ge 1 ] && [ "$SANFEN_PORT" -le 65535 ] ||
    fail "SANFEN_PORT is \"$SANFEN_PORT\"; it should be a number from 1 to 65535."
  case ${SANFEN_DB_URL:-jdbc:postgresql://} in
    jdbc:postgresql://*) ;;
    *) fail "SANFEN_DB_URL is \"$SANFEN_DB_URL\"; it should look like jdbc:postgresql://host:5432/database." ;;
  esac
}

serve() {
  require_sane_settings
  mkdir -p "$SANFEN_HOME" 2>/dev/null || fail "$SANFEN_HOME can't be made: $(why_unwritable "$SANFEN_HOME")"
  need_java
  take_serve_lock
  ! port_is_taken "$SANFEN_PORT" ||
    fail "port $SANFEN_PORT is in use by another program; choose another, such as:  SANFEN_PORT=$((SANFEN_PORT + 1)) ./run"
  build_app
  open_database
  train_start
  local code=0
  start_java "$SERVER_HEAP" serve || code=$?
  [ -z "$stopping" ] || code=0
  cluster_stop
  [ "$code" != 137 ] || fail "the server was killed from outside, perhaps for want of memory; start it again with ./run."
  [ -z "$stopping" ] || say "Sanfen has stopped."
  exit "$code"
}

run_command() {
  local code=0
  require_sane_settings
  build_app
  open_database
  start_java "$COMMAND_HEAP" "$@" || code=$?
  cluster_stop
  [ -z "$stopping" ] || fail "$1 was stopped before its end."
  exit "$code"
}

# One server a home. The lock's file says whose it is; a killed ./run may leave its server a moment to end in.
take_serve_lock() {
  { exec 9>>"$SANFEN_HOME/serve.lock"; } 2>/dev/null || fail "$SANFEN_HOME can't be written: $(why_unwritable "$SANFEN_HOME")"
  if ! flock -n 9; then
    local pid url
    read -r pid url <"$SANFEN_HOME/serve.lock" || true
    if [ -d "/proc/${pid:-none}" ] || ! flock -w 20 9; then
      fail "it is already running from this checkout (process ${pid:-unknown}, ${url:-}); stop that one first with Ctrl-C or:  kill ${pid:-}"
    fi
  fi
  printf '%s http://127.0.0.1:%s\n' "$$" "$SANFEN_PORT" >"$SANFEN_HOME/serve.lock"
}

# The operator's own database where SANFEN_DB_URL names one, else the private cluster.
open_database() {
  if [ -z "${SANFEN_DB_URL:-}" ]; then
    need_postgres
    install_missing
    trap cluster_stop EXIT
    cluster_start "$SANFEN_HOME/db" serve
    SANFEN_DB_URL=${CLUSTER_URL}sanfen
    SANFEN_DB_USER=sanfen
    SANFEN_DB_PASSWORD=$CLUSTER_PASSWORD
  fi
  export SANFEN_HOME SANFEN_PORT SANFEN_DB_URL SANFEN_DB_USER SANFEN_DB_PASSWORD
}

# Flags that keep the resident memory small; the archive was made with the same ones, else it would not be used.
# The parent's death ends the server too, so that a killed ./run leaves no server behind.
# A server's thresholds keep the compilers from what runs only while starting: at the usual ones they take a third of a
# start's processor time (9.3 s, 6.2 s with these, 2026-11-21), and the loops that matter reach them soon after. A command
# is over before the second compiler pays, a million nodes' import too (5.8 s of processor time against 9.9 s).
# The young generation is touched as a whole and counts as resident: at a third of the heap a server that had printed
# thirty PDFs held 545 MB, with 46 MB of them alive (2026-11-22); an operator's own SANFEN_HEAP is divided as usual.
# Up to JDK 17 a method called 15 times through reflection gets a class of its own: a hundred of them in each start.
# A command maps the archive where it was made: moving it costs 50 ms and guards nothing in a process of some seconds.
java_flags() {
  local heap=$1 word=$2
  FLAGS=("-Xmx$heap" -XX:+UseSerialGC -Xss512k -XX:ReservedCodeCacheSize=96m -Dfile.encoding=UTF-8 -XX:-UsePerfData)
  case $word in
    serve | train)
      FLAGS+=(-XX:Tier3InvocationThreshold=1000 -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=5000
        -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000
        -XX:Tier4BackEdgeThreshold=400000 -Dsun.reflect.inflationThreshold=10000)
      [ -n "${SANFEN_HEAP:-}" ] || FLAGS+=(-XX:MaxNewSize=48m)
      ;;
    *) FLAGS+=(-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0) ;;
  esac
  [ "$JAVA_MAJOR" -lt 24 ] || FLAGS+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
}

archive_of() {
  printf '%s/%s' "$APP" "$({ printf '%s' "$JAVA_HOME"; cat "$JAVA_HOME/release"; } | sha256sum | cut -c1-12).archive"
}

start_java() {
  local heap=$1 archive
  shift
  [ -z "$stopping" ] || return 0
  java_flags "$heap" "$1"
  archive=$(archive_of)
  if [ -e "$archive" ]; then
    if [ "$JAVA_MAJOR" -ge 25 ]; then
      FLAGS+=("-XX:AOTCache=$archive" -Xlog:aot=off -Xlog:cds=off)
    else
      FLAGS+=("-XX:SharedArchiveFile=$archive" -Xlog:cds=off)
    fi
  fi
  MALLOC_ARENA_MAX=2 attend setpriv --pdeathsig TERM "$JAVA" "${FLAGS[@]}" ${SANFEN_JAVA_OPTS:-} \
    -jar "$APP/sanfen.jar" "$@" 6>&- 7>&-
}

# Once a build and a JDK: a start that loads the first content and ends as soon as it has answered a few requests and
# written a report, to archive the classes it loaded. A start with that archive takes half the time. Where the start itself fails, so would the real one.
train_start() {
  local archive log=$SANFEN_HOME/train.log sentence
  archive=$(archive_of)
  [ ! -e "$archive" ] && [ -z "$stopping" ] || return 0
  java_flags "$SERVER_HEAP" train
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    FLAGS+=("-XX:AOTCacheOutput=$archive.new")
  else
    FLAGS+=("-XX:ArchiveClassesAtExit=$archive.new")
  fi
  if attend_logged "$log" "Preparing quick starts" \
    setpriv --pdeathsig TERM "$JAVA" "${FLAGS[@]}" -jar "$APP/sanfen.jar" train; then
    sed -n '/^First content, / p; / is loaded: / p' "$log"
    [ ! -e "$archive.new" ] || mv "$archive.new" "$archive"
  else
    rm -f "$archive.new"
    sentence=$(sed -n 's/^Sanfen: //p' "$log" | head -1)
    [ -z "$sentence" ] || fail "$sentence"
  fi
}
