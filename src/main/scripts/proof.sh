# ./run test and ./run bench. Sourced by ./run.
run_tests() { fail "not yet"; }
run_benches() { fail "not yet"; }
