#!/usr/bin/env bash
# How long a case officer waits for a case file and for a search in a directory of many cases.
#
#     src/test/bulk/desk.sh [cases] [data directory]
#
# A hundred thousand cases by default, in a temporary directory that is removed at the end. A directory that is named is kept, and where it is filled already it is
# not filled again. TIMES (default 200) says how often each question is asked. README.md beside this file has what was measured.
set -euo pipefail
cd "$(dirname "$0")/../../.."

count=${1:-100000}
directory=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
directory=${directory:-$work/data}

./mvnw -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath=target/test-classes:target/classes:$(cat "$work/classpath")
settings=(--xincheng.data-dir="$directory" --server.port=0 --server.address=127.0.0.1 --xincheng.demo.smtp-port=3925 --logging.level.root=warn)

[ -d "$directory" ] || java -cp "$classpath" org.xincheng.bulk.PrepareDesk "$count" "${settings[@]}"
java -cp "$classpath" org.xincheng.bulk.MeasureDesk "${TIMES:-200}" "${settings[@]}"
