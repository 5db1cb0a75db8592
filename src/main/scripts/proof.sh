# ./run test and ./run bench: every test, and every measurement. Sourced by ./run.

need_everything() {
  need_java
  need_maven
  need_npm
  need_postgres
  install_missing
  find_java
  require_readable
  mkdir -p "$SANFEN_HOME" 2>/dev/null || fail "$SANFEN_HOME can't be made: $(why_unwritable "$SANFEN_HOME")"
}

# A missing browser, a skipped test, a badly formatted line: each of them fails the run.
run_tests() {
  [ "${1:-}" != -- ] || shift
  need_chromium
  need_everything
  find_chromium
  exec 9>"$SANFEN_HOME/test.lock"
  flock -n 9 || fail "the tests are already running in this checkout; wait for their end."
  trap cluster_stop EXIT
  cluster_start "$SANFEN_HOME/test-db" test
  export SANFEN_TEST_DB_URL=$CLUSTER_URL SANFEN_TEST_DB_USER=sanfen SANFEN_TEST_DB_PASSWORD=$CLUSTER_PASSWORD
  install_node_modules
  step "The pages' types, style and unit tests" npm --prefix "$ROOT/frontend" run check
  step "" npm --prefix "$ROOT/frontend" test
  build_pages "$(pages_hash)"
  rm -rf "$ROOT/target/surefire-reports"
  say "Java tests, on PostgreSQL $(cat "$DATA/PG_VERSION") at port $CLUSTER_PORT and $("$SANFEN_CHROMIUM" --version 2>/dev/null)"
  cd "$ROOT"
  step "" mvn -B -ntp verify spotless:check "$@"
  # The tests make their beans as they go; the packed server makes those that the build wrote down.
  SANFEN_DB_URL=${CLUSTER_URL}sanfen SANFEN_DB_USER=sanfen SANFEN_DB_PASSWORD=$CLUSTER_PASSWORD \
    step "A start of what was packed" "$JAVA" -jar "$ROOT/target/sanfen.jar" train
  require_no_skipped_test
  cluster_stop
  say "All tests passed: $(count_in_reports tests) in Java."
}

step() {
  [ -z "$1" ] || say "$1"
  shift
  attend "$@" 6>&- 7>&- 8>&- 9>&- </dev/null || {
    [ -z "$stopping" ] || fail "the tests were stopped."
    fail "the tests failed at: $*"
  }
}

count_in_reports() {
  cat "$ROOT"/target/surefire-reports/*.xml | grep -o "<testsuite [^>]*" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" |
    awk '{ sum += $1 } END { print sum + 0 }'
}

require_no_skipped_test() {
  local skipped
  skipped=$(count_in_reports skipped)
  [ "$skipped" = 0 ] || fail "$skipped tests were skipped; each must run: see $ROOT/target/surefire-reports."
}

# Every org.sanfen.bench.*Bench in a JVM of its own, on a cluster with the same settings as the one that serves.
run_benches() {
  local wanted=${1:-} source name found=''
  need_everything
  trap cluster_stop EXIT
  cluster_start "$SANFEN_HOME/bench-db" bench
  export SANFEN_TEST_DB_URL=$CLUSTER_URL SANFEN_TEST_DB_USER=sanfen SANFEN_TEST_DB_PASSWORD=$CLUSTER_PASSWORD
  build_app
  export SANFEN_BENCH_JAR=$APP/sanfen.jar
  cd "$ROOT"
  attend_logged "$SANFEN_HOME/maven.log" "Building the measurements" mvn -B -ntp -DincludeScope=test \
    -Dmdep.outputFile="$SANFEN_HOME/bench.classpath" test-compile dependency:build-classpath ||
    fail_from_log "$SANFEN_HOME/maven.log" "Building the measurements"
  for source in src/test/java/org/sanfen/bench/*Bench.java; do
    name=$(basename "$source" .java)
    [ -e "$source" ] && is_wanted "$name" "$wanted" || continue
    found=yes
    say "" && say "== $name"
    attend "$JAVA" "-Xmx${SANFEN_HEAP:-512m}" -XX:-UsePerfData \
      -cp "target/test-classes:target/classes:$(cat "$SANFEN_HOME/bench.classpath")" "org.sanfen.bench.$name" \
      6>&- 7>&- 8>&- 9>&- || fail "the measurement $name failed."
  done
  [ -n "$found" ] || fail "there is no measurement \"$wanted\"; the names are those of src/test/java/org/sanfen/bench."
}

# "import" means ImportBench; no name means all.
is_wanted() {
  local name=${1%Bench}
  [ -z "$2" ] || [ "${name,,}" = "${2,,}" ] || [ "${1,,}" = "${2,,}" ]
}
