#!/usr/bin/env bash
# Takes one layer of protection out at a time and demands that its tests fail. See README.md.
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$work/tree" 2>/dev/null || true; rm -rf "$work"' EXIT
git -C "$root" worktree add --quiet --detach "$work/tree" HEAD
main=src/main/java/org/xincheng
engine=$main/platform/engine
wanted=("$@")
failed=0

# remove <layer> <tests> <file> <sed script> [<file> <sed script>]...
remove() {
  local layer=$1 tests=$2
  shift 2
  if [ ${#wanted[@]} -gt 0 ] && [[ ! " ${wanted[*]} " == *" $layer "* ]]; then
    return
  fi
  git -C "$work/tree" reset --quiet --hard
  # What is left unused by the removal is no error here.
  sed -i '/<arg>-Werror<\/arg>/d' "$work/tree/pom.xml"
  while [ $# -gt 0 ]; do
    sed -i -E "$2" "$work/tree/$1"
    if git -C "$work/tree" diff --quiet -- "$1"; then
      echo "$layer: ERROR: nothing to remove in $1"
      failed=1
      return
    fi
    shift 2
  done
  local log="$work/$layer.log"
  rm -rf "$work/tree/target/surefire-reports"
  if (cd "$work/tree" && ./mvnw -B -ntp test -Dspotless.check.skip -Dtest="$tests" >"$log" 2>&1); then
    echo "$layer: ERROR: $tests still pass without it"
    failed=1
  elif ! grep -qE 'Tests run: [0-9]+, (Failures: [1-9]|Failures: 0, Errors: [1-9])' "$log"; then
    echo "$layer: ERROR: the tests did not run"
    tail -20 "$log"
    failed=1
  else
    echo "$layer: noticed: $(grep -E '^\[(ERROR|WARNING)\] Tests run:' "$log" | tail -1 | sed -E 's/^\[[A-Z]+\] //')"
  fi
}

remove engine.rest GateAttackTest \
  $engine/rest/EngineGateConfiguration.java 's/(registration\.setOrder)/registration.setEnabled(false); \1/'

remove engine.queries QueryAttackTest \
  $engine/EngineSettings.java '/setCustomPostCommandInterceptors/d; s/new StoredFilters\.Factory\(\),//'

remove engine.expressions ExpressionAttackTest \
  $engine/EngineSettings.java 's/new GuardedExpressionManager\(context, new ExposedBeans\(context\)\)/new org.camunda.bpm.engine.spring.SpringExpressionManager(context)/' \
  $engine/ModelGuard.java 's/^ +refuseCode\(rootElement\);//'

remove engine.scripts ScriptAttackTest \
  $engine/EngineSettings.java '/setScriptEngineResolver/d; /new ScriptsInModels\(\)/d' \
  $engine/ModelGuard.java '/ScriptsInModels\.refuse/d'

remove engine.authorization AuthorizationAttackTest \
  src/main/resources/application.yaml '/authorization:/{n; s/true/false/}'

remove engine.settings SettingsAttackTest \
  $engine/EngineSettings.java 's/setJavaSerializationFormatEnabled\(false\)/setJavaSerializationFormatEnabled(true)/; s/setEnableXxeProcessing\(false\)/setEnableXxeProcessing(true)/; /setQueryMaxResultsLimit/d'

remove engine.setup AdministratorAttackTest \
  $engine/LastAdministratorStays.java 's/throw lastOne\(\);/lastOne();/'

remove engine.audit EngineAuditTest \
  $engine/AuditedOperations.java 's/audit\.command\(user, action\(entry\), object\(entry\), "done"\);//'

remove engine.fourEyes FourEyesAttackTest \
  $main/procedure/form/StoreForms.java 's/requireMayHold\(f, task\)/{}/'

exit $failed
