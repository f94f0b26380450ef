#!/usr/bin/env python3
"""Adapter of any role that is reached over HTTP: JSON Lines in front of a URL.

    forward.py URL [PORT]    hands each exchange on to URL/RESOURCE[/ITEM]; what the role asks others at
                             http://127.0.0.1:PORT/ROLE/RESOURCE[/ITEM] is asked through the suite
    forward.py TRIGGER PORT  a device: TRIGGER, with {case} and {tam-uri} and perhaps {application-type}
                             and {hardware-type} in it, is posted to and has its Broker call the TAM

recipe:  tam: {adapter: [python3, adapters/forward.py, "http://localhost:8080"], key: tam.pem}
"""
import base64
import http.client
import http.server
import json
import queue
import re
import sys
import threading
import urllib.parse

SAID = ("accept", "allow", "content-type", "cookie", "location")
LARGEST, PATIENCE, SESSION = 1 << 19, 8, 240  # octets, seconds for one exchange and for a session


def send(method, url, headers, body, patience=PATIENCE):
    """One exchange, no redirect followed: status, headers, body; status 0 if there was none."""
    at = urllib.parse.urlsplit(url)
    link = getattr(http.client, at.scheme.upper() + "Connection")(at.netloc, timeout=patience)
    try:
        link.request(method, at.path + ("?" + at.query) * bool(at.query), body, headers)
        reply = link.getresponse()
        return reply.status, {k.lower(): v for k, v in reply.headers.items()}, reply.read(LARGEST)
    except (OSError, http.client.HTTPException) as error:
        return 0, {}, type(error).__name__.encode()
    finally:
        link.close()


class Device:
    """The sessions of one Agent: its Broker's requests wait until the TAM has something to say."""

    def __init__(self, adapter, question):
        self.adapter, self.question, self.events, self.pending = adapter, question, queue.Queue(), None

    def begin(self):
        words = dict(self.question, case=self.question["item"])
        words["tam-uri"] = "http://127.0.0.1:%d/device/teep/%s" % (self.adapter.port, words["case"])
        url = re.sub("{(.*?)}", lambda at: urllib.parse.quote(words[at.group(1)], ""), self.adapter.url)
        case = {"ccican-case": self.question["case"]}
        self.events.put((send("POST", url, case, b"", SESSION), None))

    def say(self, body):
        """What the Agent answers to the TAM's message."""
        if self.pending is None:
            threading.Thread(target=self.begin, daemon=True).start()
            first, self.pending = self.events.get(timeout=PATIENCE)
            if self.pending is None:
                return 0, {}, b"no session was opened: %d" % first[0]
        self.pending.put((200 if body else 204, {"content-type": "application/teep+cbor"}, body))
        said, self.pending = self.events.get(timeout=PATIENCE)
        if self.pending is None and 200 <= said[0] < 300:  # over: what it says is the middleware's place
            return 204, {"location": said[2].decode(errors="replace").strip()}, b""
        return said


class Adapter:
    def __init__(self, url, port):
        self.url, self.port, self.waiting, self.devices = url.rstrip("/"), port, [], {}
        if port:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", port), self.listener())
            threading.Thread(target=server.serve_forever, daemon=True).start()

    def listener(self):
        adapter = self

        class Listener(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(min(LARGEST, int(self.headers.get("content-length") or 0)))
                headers = {k.lower(): v for k, v in self.headers.items() if k.lower() in SAID}
                reply, (_, role, resource, *item) = queue.Queue(), self.path.split("/", 3)
                if role == "device" and item[0] in adapter.devices:
                    came = (200 if body else 204, headers, body)
                    adapter.devices[item[0]].events.put((came, reply))
                elif adapter.waiting:
                    call = {"to": role, "resource": resource, "item": "".join(item), "headers": headers}
                    call.update(method=self.command, body=base64.b64encode(body).decode())
                    adapter.waiting[-1].put((call, reply))
                status, headers, body = reply.get(timeout=4 * PATIENCE)
                self.send_response(status or 502)
                said = {"content-length": str(len(body)), "connection": "close"}
                for name, value in [*said.items(), *((k, v) for k, v in headers.items() if k in SAID)]:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_PUT = do_DELETE = do_POST

        return Listener

    def asked(self, question):
        body, item = base64.b64decode(question["body"]), question["item"]
        headers = dict(question["headers"], **{"ccican-case": question["case"]})
        if "{tam-uri}" in self.url:
            try:
                device = self.devices.setdefault(item, Device(self, question))
                return device.say(body) if device.pending or body else (204, {}, b"")
            except queue.Empty:
                return 0, {}, b"the device says nothing"
        url = "/".join([self.url, question["resource"]] + [item] * bool(item))
        return send(question["method"], url, headers, body)

    def run(self, question):
        events = queue.Queue()
        self.waiting.append(events)
        threading.Thread(target=lambda: events.put((self.asked(question), None)), daemon=True).start()
        said, reply = events.get()
        while reply:  # the role asks somebody else first
            emit(question, outcome="asks", call=said)
            question = json.loads(sys.stdin.readline())
            while question["op"] == "run":
                self.run(question)
                question = json.loads(sys.stdin.readline())
            reply.put((question["status"], question["headers"], base64.b64decode(question["body"])))
            said, reply = events.get()
        self.waiting.pop()
        status, headers, body = said
        if status == 0:
            return emit(question, outcome="error", reason="no answer: " + body.decode())
        body = base64.b64encode(body).decode()
        emit(question, outcome="accepted", status=status, headers=headers, body=body)


def emit(question, **answer):
    print(json.dumps({"id": question["id"], **answer}), flush=True)


def main(url, port="0"):
    adapter = Adapter(url, int(port))
    for line in sys.stdin:
        question = json.loads(line)
        if question["op"] == "run" and question["action"] == "exchange":
            adapter.run(question)
        elif question["op"] in ("start", "stop"):
            emit(question, outcome="accepted")
        else:
            emit(question, outcome="unsupported", reason="no such question")


main(*sys.argv[1:])
