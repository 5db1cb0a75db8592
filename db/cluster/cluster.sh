# The private PostgreSQL cluster: made, started, shared between the words of ./run, and stopped by the last of them.
# Debian's own 15/main is never touched. Sourced by ./run.
#
# A cluster's folder holds: data (or, see choose_owner, a link to it), postgres.log, password, superuser-password, and
# two locks. start.lock is held while the cluster is made, started or stopped; users.lock is held, shared, by every
# ./run that uses it, so that the one that gets it for itself alone knows that it is the last.

# cluster_start FOLDER serve|test|bench: test gives up safety against power cuts; test and bench may make databases.
# Leaves CLUSTER_URL (without a database), CLUSTER_PORT and CLUSTER_PASSWORD.
cluster_start() {
  CLUSTER=$1
  local mode=$2
  mkdir -p "$CLUSTER" 2>/dev/null || fail "$CLUSTER can't be made: $(why_unwritable "$CLUSTER")"
  { exec 7>"$CLUSTER/start.lock" 8>"$CLUSTER/users.lock"; } 2>/dev/null ||
    fail "$CLUSTER can't be written: $(why_unwritable "$CLUSTER")"
  flock 7
  choose_owner
  if [ ! -e "$DATA/PG_VERSION" ]; then
    find_postgres || fail "PostgreSQL 15 or newer with PostGIS is not to be found; install postgresql-postgis." # anew: apt may just have brought it
    cluster_create "$mode"
  fi
  find_postgres "$(cat "$DATA/PG_VERSION")" ||
    fail "the database in $DATA is of PostgreSQL $(cat "$DATA/PG_VERSION"), which is not installed here with PostGIS; install postgresql-$(cat "$DATA/PG_VERSION")-postgis-3."
  cluster_pid >/dev/null || cluster_launch
  CLUSTER_PORT=$(sed -n 4p "$DATA/postmaster.pid")
  CLUSTER_PASSWORD=$(cat "$CLUSTER/password")
  CLUSTER_URL=jdbc:postgresql://127.0.0.1:$CLUSTER_PORT/
  flock -s 8
  flock -u 7
}

# Stops it, unless another ./run still uses it. Safe to call twice or without a start.
cluster_stop() {
  [ -n "${CLUSTER_URL:-}" ] || return 0
  CLUSTER_URL=''
  flock 7
  if flock -n -x 8 && cluster_pid >/dev/null; then
    (cd / && as_owner "$PG_BIN/pg_ctl" stop -D "$DATA" -m fast -w -t 60 >/dev/null 7>&- 8>&- 9>&-) ||
      printf 'Sanfen: the database did not stop; its log is %s.\n' "$LOG" >&2
  fi
  flock -u 8
  flock -u 7
}

# PostgreSQL refuses to run as root. An ordinary user owns the cluster; root lends it another name in a user namespace
# and keeps the data here; where namespaces are forbidden, the user postgres owns it, in /var/lib when it may not enter.
choose_owner() {
  OWNER=self
  DATA=$CLUSTER/data
  LOG=$CLUSTER/postgres.log
  is_root || return 0
  if [ ! -L "$DATA" ] && unshare --user --map-user="$(lent_uid)" --map-group="$(lent_uid)" \
    test -w "$CLUSTER" 2>/dev/null; then
    OWNER=namespace
    return 0
  fi
  OWNER=postgres
  if [ ! -e "$DATA" ]; then
    local folder
    folder=/var/lib/sanfen/$(printf '%s' "$CLUSTER" | sha256sum | cut -c1-12)
    install -d -m 755 /var/lib/sanfen
    install -d -m 700 -o postgres -g postgres "$folder"
    ln -sfn "$folder/data" "$DATA"
  fi
  DATA=$(readlink "$DATA")
  LOG=${DATA%/data}/postgres.log
}

# initdb wants its user to have a name, so we lend one that every system has.
lent_uid() { id -u postgres 2>/dev/null || echo 65534; }

as_owner() {
  case $OWNER in
    self) "$@" ;;
    namespace) unshare --user --map-user="$(lent_uid)" --map-group="$(lent_uid)" "$@" ;;
    postgres) setpriv --reuid=postgres --regid=postgres --clear-groups "$@" ;;
  esac
}

# Made beside its place and moved there when whole: a start that was killed half-way leaves nothing that looks ready.
# The app's role owns its database and no more; the tests' role may make databases with PostGIS in them.
cluster_create() {
  local mode=$1 new=$DATA.new rights=NOSUPERUSER
  say "Making a private database in $CLUSTER"
  [ "$(free_mb "$CLUSTER")" -ge 200 ] || fail "the database needs 200 MB to begin with, and $(disk_is_full "$CLUSTER")"
  [ "$mode" = serve ] || rights=SUPERUSER
  as_owner rm -rf "$new"
  (umask 077 && random_word >"$CLUSTER/password" && random_word >"$CLUSTER/superuser-password")
  : >"$CLUSTER/make.log"
  {
    (cd / && as_owner "$PG_BIN/initdb" -D "$new" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8) &&
      printf 'host all all 127.0.0.1/32 scram-sha-256\n' | as_owner tee "$new/pg_hba.conf" &&
      settings "$mode" | as_owner tee -a "$new/postgresql.conf" >/dev/null &&
      single_user "$new" postgres "ALTER ROLE postgres PASSWORD '$(cat "$CLUSTER/superuser-password")'" &&
      single_user "$new" postgres "CREATE ROLE sanfen LOGIN $rights PASSWORD '$(cat "$CLUSTER/password")'" &&
      single_user "$new" postgres "CREATE DATABASE sanfen OWNER sanfen" &&
      single_user "$new" sanfen "CREATE EXTENSION postgis" &&
      as_owner mv "$new" "$DATA"
  } >>"$CLUSTER/make.log" 2>&1 || fail_from_log "$CLUSTER/make.log" "Making the database"
}

settings() {
  cat <<'CONF'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''     # a socket's path may have 107 bytes only, and a checkout's path may be longer
max_connections = 60
jit = off                        # compiling costs more than our short queries take
timezone = 'UTC'
log_timezone = 'UTC'
CONF
  [ "$1" != test ] || printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n'
}

# One statement without a server; the single-user mode ends with 0 even after an ERROR.
single_user() {
  local answer
  answer=$(cd / && printf '%s\n' "$3" | as_owner "$PG_BIN/postgres" --single -D "$1" "$2" 2>&1) || {
    printf '%s\n' "$answer"
    return 1
  }
  printf '%s\n' "$answer"
  ! grep -qE 'ERROR:|FATAL:|PANIC:' <<<"$answer"
}

random_word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# The process id of the running server, if it is this cluster's: after a crash the number may be another program's.
cluster_pid() {
  local pid
  pid=$(head -1 "$DATA/postmaster.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = postgres ] && [ "/proc/$pid/cwd" -ef "$DATA" ] || return 1
  printf '%s' "$pid"
}

# Starts the server on a free port; tries again when another program was quicker to take it, or while processes of a
# killed server are still on their way out.
cluster_launch() {
  local try port
  for try in 1 2 3 4 5 6; do
    [ "$try" = 1 ] || sleep 1
    forget_foreign_pid
    port=$(free_port)
    if (cd / && as_owner "$PG_BIN/pg_ctl" start -D "$DATA" -l "$LOG" -w -t 300 -o "-p $port" \
      >"$CLUSTER/start.log" 2>&1 </dev/null 7>&- 8>&- 9>&-); then
      return 0
    fi
    tail -n 20 "$LOG" >>"$CLUSTER/start.log" 2>/dev/null || true
    grep -qE 'Address already in use|pre-existing shared memory' "$CLUSTER/start.log" || break
  done
  fail_from_log "$CLUSTER/start.log" "Starting the database"
}

# PostgreSQL itself sees through the pid file of a killed server, unless another program has that number by now.
forget_foreign_pid() {
  local pid
  pid=$(head -1 "$DATA/postmaster.pid" 2>/dev/null) || return 0
  if [ -d "/proc/$pid" ] && ! cluster_pid >/dev/null; then
    as_owner rm -f "$DATA/postmaster.pid"
  fi
}

# Below the range that the kernel hands out on its own.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    port_is_taken "$port" || break
  done
  printf '%s' "$port"
}

port_is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}
