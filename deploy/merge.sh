#!/bin/sh
# The verdict on a run in parts: merge.sh N. Ends as the whole run would have ended.
#
#   CCICAN             the launcher; otherwise ccican on the PATH
#   CCICAN_BASELINE    known failures, if there are any
#   CCICAN_MIN_CHECKS  how much has to be measured, if that matters
#   CCICAN_OUT         folder of the parts; otherwise ccican-parts
#   CCICAN_REPORT      folder of the report; otherwise ccican-report
set -u
of=${1:?of how many} index=1
set -- report merge --out "${CCICAN_REPORT:-ccican-report}"
[ -z "${CCICAN_BASELINE:-}" ] || set -- "$@" --baseline "$CCICAN_BASELINE"
[ -z "${CCICAN_MIN_CHECKS:-}" ] || set -- "$@" --min-checks "$CCICAN_MIN_CHECKS"
while [ "$index" -le "$of" ]; do
  set -- "$@" "${CCICAN_OUT:-ccican-parts}/$index"
  index=$((index + 1))
done
exec "${CCICAN:-ccican}" "$@"
