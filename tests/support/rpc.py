# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `sesame-hub` and `sesame-cli rpc` as real processes."""
import json
import pathlib
import subprocess
import threading

LIMIT = 30


class RpcError(Exception):
    def __init__(self, error):
        super().__init__(error.get("message"))
        self.code = error.get("code")
        self.data = error.get("data") or {}


class Hub:
    """A hub on a free port of the loopback interface."""

    def __init__(self, bin_dir, data, *options, port=0, env=None):
        self.data = data
        with open(f"{data}.log", "ab") as log:
            self.process = subprocess.Popen(
                [str(pathlib.Path(bin_dir) / "sesame-hub"), "--data", str(data), "--listen", "127.0.0.1",
                 "--port", str(port), *options],
                stdout=subprocess.PIPE, stderr=log, text=True, env=env)
        for line in self.process.stdout:
            if line.startswith("ready "):
                _, self.url, fingerprint = line.split()
                self.fingerprint = fingerprint.removeprefix("sha256:")
                self.port = int(self.url.rpartition(":")[2].split("/")[0])
                return
        raise RuntimeError("the hub did not get ready")

    def stop(self):
        self.process.terminate()
        status = self.process.wait(10)
        self.process.stdout.close()
        return status

    def kill(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


class Rpc:
    """One account. Notifications and questions wait in queues until somebody asks for them."""

    def __init__(self, bin_dir, data, *options, env=None):
        self.data = pathlib.Path(data)
        with open(f"{data}.log", "ab") as log:
            self.process = subprocess.Popen(
                [str(pathlib.Path(bin_dir) / "sesame-cli"), "rpc", "--data", str(data), *options],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env=env)
        self.last_id = 0
        self.answers = {}
        self.events = []
        self.changed = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.wait_event("ready")

    def _read(self):
        for line in self.process.stdout:
            message = json.loads(line)
            with self.changed:
                if "method" in message:
                    self.events.append(message)
                else:
                    self.answers[message["id"]] = message
                self.changed.notify_all()
        with self.changed:
            self.events.append({"method": "ended", "params": {}})
            self.changed.notify_all()

    def _send(self, message):
        self.process.stdin.write(json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False) + "\n")
        self.process.stdin.flush()

    def call(self, method, **params):
        self.last_id += 1
        number = self.last_id
        self._send({"id": number, "method": method, "params": params})
        with self.changed:
            if not self.changed.wait_for(lambda: number in self.answers, LIMIT):
                raise TimeoutError(f"no answer to {method}")
            answer = self.answers.pop(number)
        if "error" in answer:
            raise RpcError(answer["error"])
        return answer["result"]

    def take_event(self, method, matches):
        for index, event in enumerate(self.events):
            if event["method"] == method and matches(event["params"]):
                return self.events.pop(index)
        return None

    def wait_event(self, method, matches=lambda params: True, limit=LIMIT):
        """The first such notification or question, taken out of the queue."""
        found = []
        with self.changed:
            def look():
                event = self.take_event(method, matches)
                if event:
                    found.append(event)
                return event is not None
            if not self.changed.wait_for(look, limit):
                raise TimeoutError(f"no {method}")
        return found[0]

    def forget_events(self):
        with self.changed:
            self.events.clear()

    def no_event(self, method, seconds):
        """That this does not come within so many seconds."""
        try:
            event = self.wait_event(method, limit=seconds)
        except TimeoutError:
            return
        raise AssertionError(f"unexpected {event}")

    def answer(self, question, **result):
        self._send({"id": question["id"], "result": result})

    def contact(self, handle=None):
        """The only contact, or the one with this handle."""
        for contact in self.call("contacts.list"):
            if handle in (None, contact["handle"]):
                return contact
        return None

    def close(self):
        self.process.stdin.close()
        status = self.process.wait(10)
        self.reader.join(10)
        self.process.stdout.close()
        return status

    def kill(self):
        self.process.kill()
        self.process.wait(10)
        self.reader.join(10)
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # a call that it did not read any more


def acquaint(helper, receiver, hub, helper_name, receiver_name, receivers_hub=None):
    """Makes two accounts on `hub` that have accepted each other; the receiver may have another address of the same hub.
    Returns (helper's, receiver's) contact numbers."""
    helper.call("account.create", name=helper_name, hub=hub.url, fingerprint=hub.fingerprint)
    link = helper.call("account.link")["link"]
    if receivers_hub:
        receiver.call("account.create", name=receiver_name, hub=receivers_hub.url, fingerprint=receivers_hub.fingerprint)
    else:
        receiver.call("account.create", name=receiver_name, hub=link)
    if receiver.contact() is None:
        receiver.call("contacts.add", link=link)
    asked = helper.wait_event("contact.changed", lambda contact: contact["state"] == "incoming")["params"]
    helper.call("contacts.accept", contact=asked["contact"])
    known = receiver.wait_event("contact.changed", lambda contact: contact["state"] == "accepted")["params"]
    return asked["contact"], known["contact"]
