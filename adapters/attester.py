#!/usr/bin/env python3
"""Adapter of an attesting environment: JSON Lines in front of whatever gives evidence.

    attester.py URL              posts the report data, 64 octets, and takes what comes back
    attester.py -- PROGRAM ARG.. runs the program with the report data on its standard input

recipe:  attesting-environment: {adapter: [python3, adapters/attester.py, URL], format: sev-snp}
"""
import base64
import json
import subprocess
import sys
import urllib.error
import urllib.request

PROTOCOL = "ccican-adapter/1"
REPORT_DATA = 64
LARGEST = 1 << 19
PATIENCE = 8  # seconds, less than the suite has


class Refused(Exception):
    """The target says no."""


class Broken(Exception):
    """The target says nothing that can be used."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """An answer comes from the URL that was named, or from nowhere."""

    def redirect_request(self, *_):
        return None


def from_url(url, report_data, case):
    request = urllib.request.Request(
        url,
        data=report_data,
        headers={
            "content-type": "application/octet-stream",
            "accept": "application/cmw+cbor, */*",
            "ccican-case": case,
        },
    )
    try:
        with urllib.request.build_opener(NoRedirect).open(request, timeout=PATIENCE) as reply:
            return reply.read(LARGEST), reply.headers.get_content_type()
    except urllib.error.HTTPError as error:
        if error.code in (400, 422):
            raise Refused("status %d" % error.code) from error
        raise Broken("status %d" % error.code) from error
    except OSError as error:
        raise Broken("no answer: %s" % type(error).__name__) from error


def from_program(words, report_data, case):
    try:
        done = subprocess.run(
            words, input=report_data, stdout=subprocess.PIPE, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Broken("the program: %s" % type(error).__name__) from error
    if done.returncode == 1:
        raise Refused("exit code 1")
    if done.returncode != 0:
        raise Broken("exit code %d" % done.returncode)
    return done.stdout[:LARGEST], ""


def attest(question, source):
    report_data = base64.b64decode(question["report-data"], validate=True)
    if len(report_data) != REPORT_DATA:
        raise Refused("%d octets of report data" % len(report_data))
    evidence, media_type = source(report_data, question["case"])
    if not evidence:
        raise Broken("no evidence")
    return {
        "outcome": "accepted",
        "body": base64.b64encode(evidence).decode(),
        "media-type": media_type,
    }


def answer(question, source):
    op = question["op"]
    if op == "start":
        fits = question["protocol"] == PROTOCOL and "attesting-environment" in question["roles"]
        return {"outcome": "accepted"} if fits else {
            "outcome": "unsupported",
            "reason": "an attesting environment and no other",
        }
    if op == "claims":
        return {"outcome": "unsupported", "reason": "the target does not say"}
    if op == "stop":
        return {"outcome": "accepted"}
    if op != "run" or question.get("action") != "attest":
        return {"outcome": "unsupported", "reason": "no such question"}
    try:
        return attest(question, source)
    except Refused as why:
        return {"outcome": "refused", "reason": str(why)}
    except Broken as why:
        return {"outcome": "error", "reason": str(why)}


def main(words):
    if len(words) == 1 and words[0].startswith(("http://", "https://")):
        source = lambda report_data, case: from_url(words[0], report_data, case)
    elif len(words) > 1 and words[0] == "--":
        source = lambda report_data, case: from_program(words[1:], report_data, case)
    else:
        sys.exit(__doc__)
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps({"id": question["id"], **answer(question, source)}), flush=True)
        if question["op"] == "stop":
            return


if __name__ == "__main__":
    main(sys.argv[1:])
