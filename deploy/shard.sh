#!/bin/sh
# One part of a run: shard.sh I N. Parts end with 0 whatever their verdict is, for the verdict on the whole is that of
# merge.sh; what kept a part from measuring ends as it did.
#
#   CCICAN           the launcher; otherwise ccican on the PATH
#   CCICAN_SUT       the recipe; without it the reference is judged
#   CCICAN_SEED      1 to 64 octets in hex, the same for all parts
#   CCICAN_BASELINE  known failures, if there are any
#   CCICAN_TAGS      a selection of scenarios, if not all
#   CCICAN_OUT       folder of the parts; otherwise ccican-parts
set -u
index=${1:?which part} of=${2:?of how many}
: "${CCICAN_SEED:?the parts of a run need one seed}"
set -- run --quiet --seed "$CCICAN_SEED" --shard "$index/$of" --out "${CCICAN_OUT:-ccican-parts}/$index"
[ -z "${CCICAN_SUT:-}" ] || set -- "$@" --sut "$CCICAN_SUT"
[ -z "${CCICAN_BASELINE:-}" ] || set -- "$@" --baseline "$CCICAN_BASELINE"
[ -z "${CCICAN_TAGS:-}" ] || set -- "$@" --tags "$CCICAN_TAGS"
"${CCICAN:-ccican}" "$@"
code=$?
case $code in
  1 | 4 | 5 | 6) exit 0 ;;
  *) exit "$code" ;;
esac
