#!/usr/bin/env bash
# Many listings end on one midnight; the process that follows them up is killed by kill -9 half way, and started again: each is followed up exactly once.
#
#     src/test/bulk/expiry.sh [listings] [data directory]
#
# Ten thousand listings by default, in a temporary directory that is removed at the end. A directory that is named is kept, and where it is filled already it is
# not filled again. README.md beside this file has the measured times.
set -euo pipefail
cd "$(dirname "$0")/../../.."

count=${1:-10000}
directory=${2:-}
work=$(mktemp -d)
child=
cleanup() {
  [ -z "$child" ] || kill -9 "$child" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
directory=${directory:-$work/data}

./mvnw -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath=target/test-classes:target/classes:$(cat "$work/classpath")
settings=(--xincheng.data-dir="$directory" --server.port=0 --xincheng.demo.smtp-port=3925 --xincheng.expiry.at-most-per-second="${RATE:-20}"
  --logging.level.root=warn)

[ -d "$directory" ] || java -cp "$classpath" org.xincheng.bulk.PrepareExpiry "$count" "${settings[@]}"

run() {
  java -cp "$classpath" org.xincheng.bulk.RunExpiry "$count" "${settings[@]}" >"$work/$1" 2>&1 &
  child=$!
}
done_until_now() {
  sed -n 's/^progress //p' "$work/$1" | tail -n 1
}

run first
while [ "$(done_until_now first || true)" = "" ] || [ "$(done_until_now first)" -lt $((count / 2)) ]; do
  kill -0 "$child" 2>/dev/null || { cat "$work/first"; echo "it ended before it could be killed" >&2; exit 1; }
  sleep 0.2
done
kill -9 "$child"
wait "$child" 2>/dev/null || true
echo "killed by kill -9 after $(done_until_now first) of $count"

run second
status=0
wait "$child" || status=$?
child=
grep -v '^progress ' "$work/second"
exit "$status"
