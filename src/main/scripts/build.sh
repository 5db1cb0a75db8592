# Builds what has changed, told by the content of the sources. Sourced by ./run.

# The pages into frontend/dist, the jar into target, and the jar unpacked into apps_folder. Leaves APP.
build_app() {
  need_java
  install_missing && find_java
  require_readable
  mkdir -p "$SANFEN_HOME/app" 2>/dev/null || fail "$SANFEN_HOME can't be made: $(why_unwritable "$SANFEN_HOME")"
  exec 6>"$SANFEN_HOME/build.lock"
  flock -n 6 || { say "Waiting for another build in this checkout"; flock 6; }
  local pages jar
  pages=$(pages_hash)
  jar=$(hash_of pom.xml db/migration db/demo src/main)-$pages
  APP=$(apps_folder)/$jar
  if [ ! -e "$APP/sanfen.jar" ]; then
    if ! is_built jar "$jar" || [ ! -e "$ROOT/target/sanfen.jar" ]; then
      need_maven
      need_npm
      install_missing
      build_pages "$pages"
      package_jar "$jar"
    fi
    unpack_jar
  fi
  exec 6>&-
}

# A fingerprint of the files under the given paths; words that begin with - go to find.
hash_of() {
  (cd "$ROOT" && find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
}

pages_hash() {
  hash_of frontend -path frontend/node_modules -prune -o -path frontend/dist -prune -o -path frontend/screenshots -prune -o
}

is_built() { [ "$(cat "$ROOT/target/built/$1" 2>/dev/null)" = "$2" ]; }

mark_built() {
  mkdir -p "$ROOT/target/built"
  printf '%s' "$2" >"$ROOT/target/built/$1"
}

require_readable() {
  local file
  file=$(cd "$ROOT" && find pom.xml src db frontend/src frontend/package-lock.json ! -readable -print -quit 2>&1)
  [ -z "$file" ] || fail "$ROOT/${file#find: } can't be read by the user $(id -un): check whose checkout this is."
}

require_writable() {
  mkdir -p "$ROOT/target" 2>/dev/null && [ -w "$ROOT/target" ] && [ -w "$ROOT/frontend" ] ||
    fail "building needs to write into $ROOT, but $(why_unwritable "$ROOT/target")"
}

install_node_modules() {
  local lock=$ROOT/frontend/node_modules/.installed-from log=$SANFEN_HOME/npm.log
  require_writable
  find_node
  if ! cmp -s "$ROOT/frontend/package-lock.json" "$lock"; then
    attend_logged "$log" "Fetching the libraries of the pages" \
      npm ci --prefix "$ROOT/frontend" --no-fund --no-audit || fail_from_log "$log" "Fetching the libraries of the pages"
    cp "$ROOT/frontend/package-lock.json" "$lock"
  fi
}

build_pages() {
  local log=$SANFEN_HOME/pages.log
  if ! is_built pages "$1" || [ ! -e "$ROOT/frontend/dist/.vite/manifest.json" ]; then
    install_node_modules
    attend_logged "$log" "Building the pages" npm --prefix "$ROOT/frontend" run build || fail_from_log "$log" "Building the pages"
    mark_built pages "$1"
  fi
}

# Without the network first: with everything at hand that is quicker, and works on a train.
package_jar() {
  local log=$SANFEN_HOME/maven.log
  require_writable
  maven_packages -o || {
    grep -qE 'offline mode|not been downloaded|could not be resolved|Could not resolve|PluginResolution' "$log" ||
      fail_from_log "$log" "Building the application"
    maven_packages -U || fail_from_log "$log" "Building the application"
  }
  mark_built jar "$1"
}

maven_packages() {
  local title="Building the application"
  [ "$1" = -o ] || title="Fetching libraries and building the application"
  (cd "$ROOT" && attend_logged "$log" "$title" mvn -B "$1" -Dmaven.test.skip=true package)
}

# SANFEN_HOME/app, unless its path needs escaping in a URL: JDK 17's class archive passes over jars under such a path (a
# start of 7.1 s instead of 4.6, 2026-11-22). Then a folder of the user's cache, where there is a better one.
apps_folder() {
  local LC_ALL=C app=$SANFEN_HOME/app cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}
  case $app in
    *[!A-Za-z0-9/._-]*) ;;
    *) printf '%s' "$app" && return ;;
  esac
  case $cache in
    /.cache | [!/]* | *[!A-Za-z0-9/._-]*) printf '%s' "$app" && return ;;
  esac
  cache=$cache/sanfen/$(printf '%s' "$SANFEN_HOME" | sha256sum | cut -c1-12)
  if mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ]; then printf '%s' "$cache"; else printf '%s' "$app"; fi
}

# Run from a folder of jars: that starts quicker than the one jar, and a later build leaves a running server alone.
unpack_jar() {
  local new=$APP.new log=$SANFEN_HOME/unpack.log old
  rm -rf "$new"
  attend_logged "$log" "Unpacking the application" \
    "$JAVA" -Djarmode=tools -jar "$ROOT/target/sanfen.jar" extract --destination "$new" || fail_from_log "$log" "Unpacking"
  for old in "${APP%/*}"/*; do
    [ "$old" = "$new" ] || is_in_use "$old" || rm -rf "$old"
  done
  mv "$new" "$APP"
}

is_in_use() {
  local process
  for process in /proc/[0-9]*; do
    grep -qzF -- "$1/" "$process/cmdline" 2>/dev/null && return 0
  done
  return 1
}
