#!/bin/sh
# A Verifier that is run once for each appraisal, by exit codes: 0 accepts, 1 refuses, anything else
# is a crash. It wraps a program that appraises files, here ./ccican appraise.
#
#   verifier.sh FOLDER FORMAT AT
#
# recipe:  verifier: {command: [adapters/verifier.sh, "{folder}", "{format}", "{at}"]}
#
#   APPRAISE   the program, with what stands before its options; default: ./ccican appraise
#
# FOLDER holds evidence, endorsement-N, register-log, trust/, reference-values,
# reference-values-key and report-data.hex. The claims and the event log are in collection: an owner
# compares them, not a Verifier of the hardware.
set -eu

folder=$1
format=$2
at=$3
root=$(cd -- "$(dirname -- "$0")/.." && pwd)

set -- --format "$format" --at "$at" --trust "$folder/trust" \
  --report-data "$(cat "$folder/report-data.hex")" \
  --corim "$folder/reference-values" --corim-key "$folder/reference-values-key"
[ ! -f "$folder/register-log" ] || set -- "$@" --event-log "$folder/register-log"
if [ -f "$folder/endorsement-1" ]; then
  set -- "$@" --endorsement "$folder/endorsement-1"
fi
if [ -f "$folder/endorsement-2" ]; then
  set -- "$@" --chain "$folder/endorsement-2"
fi

code=0
${APPRAISE:-"$root/ccican" appraise} "$@" "$folder/evidence" >&2 || code=$?
# The program's own code for a file that it cannot use, 2, is neither: evidence that is no evidence
# is refused by it with 1.
exit "$code"
