# The programs that Sanfen needs: found, installed by apt where that is allowed, else named in one line to type.
# Sourced by ./run.

packages_missing=()

is_root() { [ "$(id -u)" = 0 ]; }

can_install() {
  command -v apt-get >/dev/null && { is_root || sudo -n true 2>/dev/null; }
}

# Installs what need_… collected, or says what to type.
install_missing() {
  [ ${#packages_missing[@]} -gt 0 ] || return 0
  local list="${packages_missing[*]}" log=$SANFEN_HOME/apt.log admin=()
  command -v apt-get >/dev/null || fail "please install these with your system's package manager: $list."
  can_install || fail "some programs are missing; type this, then start again:  sudo apt-get install -y $list"
  is_root || admin=(sudo -n)
  attend_logged "$log" "Installing $list" \
    "${admin[@]}" sh -c 'apt-get update; DEBIAN_FRONTEND=noninteractive exec apt-get install -y --no-install-recommends "$@"' \
    apt "${packages_missing[@]}" || fail_from_log "$log" "Installing $list"
  packages_missing=()
  hash -r
}

# From the release file of a JDK's folder: asking the JVM itself takes a tenth of a second.
java_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Sets and exports JAVA_HOME to a JDK of 17 or newer; sets JAVA and JAVA_MAJOR.
find_java() {
  local home candidates=()
  if [ -n "${JAVA_HOME:-}" ]; then
    [ -x "$JAVA_HOME/bin/java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no Java: correct it or unset it."
    candidates=("$JAVA_HOME")
  else
    home=$(readlink -f "$(command -v javac || true)" 2>/dev/null) && [ -n "$home" ] && candidates=("${home%/bin/javac}")
    for home in /usr/lib/jvm/*; do candidates+=("$home"); done
  fi
  for home in "${candidates[@]}"; do
    [ -x "$home/bin/javac" ] && [ -x "$home/bin/java" ] || continue
    JAVA_MAJOR=$(java_major "$home")
    if [ "${JAVA_MAJOR:-0}" -ge 17 ]; then
      export JAVA_HOME=$home
      JAVA=$home/bin/java
      return 0
    fi
  done
  return 1
}

need_java() {
  find_java && return
  [ -z "${JAVA_HOME:-}" ] || fail "JAVA_HOME is $JAVA_HOME, which is no JDK of version 17 or newer: correct it or unset it."
  packages_missing+=(default-jdk-headless)
}

need_maven() {
  command -v mvn >/dev/null || packages_missing+=(maven)
}

need_npm() {
  command -v npm >/dev/null || packages_missing+=(npm)
}

# Vite wants Node 20.19 or newer; where the system's is older, npm's package brings one that only Sanfen uses.
find_node() {
  local own=$SANFEN_HOME/node/node_modules/node/bin log=$SANFEN_HOME/node.log
  if ! node_is_new_enough node; then
    if ! node_is_new_enough "$own/node"; then
      mkdir -p "$SANFEN_HOME/node"
      attend_logged "$log" "Fetching Node 20, since this system's is older" \
        npm install --prefix "$SANFEN_HOME/node" --no-fund --no-audit node@20 || fail_from_log "$log" "Fetching Node 20"
      node_is_new_enough "$own/node" || fail "Node 20.19 or newer is needed; install it, then start again."
    fi
    PATH=$own:$PATH
  fi
  SANFEN_NODE=$(command -v node)
  export PATH SANFEN_NODE
}

node_is_new_enough() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
    2>/dev/null
}

# Sets PG_BIN to the newest PostgreSQL (15 or newer) that has PostGIS, or to the version that a cluster was made with.
find_postgres() {
  local wanted=${1:-} bin version
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t/ -k5 -rn) "$(pg_config --bindir 2>/dev/null || true)"; do
    [ -x "$bin/initdb" ] && [ -x "$bin/pg_config" ] || continue
    version=$("$bin/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    [ "$version" -ge 15 ] && [ -e "$("$bin/pg_config" --sharedir)/extension/postgis.control" ] || continue
    if [ -z "$wanted" ] || [ "$wanted" = "$version" ]; then
      PG_BIN=$bin
      return 0
    fi
  done
  return 1
}

need_postgres() {
  find_postgres || packages_missing+=(postgresql-postgis)
}

find_chromium() {
  local candidate
  for candidate in "${SANFEN_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
      SANFEN_CHROMIUM=$(command -v "$candidate")
      export SANFEN_CHROMIUM
      return 0
    fi
  done
  return 1
}

need_chromium() {
  find_chromium || packages_missing+=(chromium)
}
