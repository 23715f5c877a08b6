#!/usr/bin/env bash
# Takes the pictures of the staff guide from the running system: the browser test that carries one case from the record to the published decision stops at each
# screen. Run it where a screen has changed, look at the pictures, and commit them with the change.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p docs/guides/pictures
./mvnw -B -ntp test -Dtest=HearingInTasklistTest -Dsurefire.failIfNoSpecifiedTests=false -Dxincheng.guide=true
