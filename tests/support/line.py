# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines between clients and their hub: what they carry is counted, and they can be held at one certain byte."""
import socket
import struct
import threading

PIECE = 65536


class Gate:
    """Counts what passes on the lines of one hub. Armed, it lets exactly so many bytes through, then holds all of them
    until it is opened: whoever waits for that finds a transfer that stands still in the middle."""

    def __init__(self):
        self.changed = threading.Condition()
        self.passed = {}
        self.armed = None
        self.held = False
        self.generation = 0
        self.counts_from = 0

    def begin(self, only_new):
        """From here on everything counts from 0: on all connections, or only on those that are opened from here on."""
        with self.changed:
            self.generation += 1
            self.counts_from = self.generation if only_new else 0
            self.passed = {}

    def arm(self, way, share, whole):
        """Will hold at a byte of this way (a line and a direction): at this share of what is missing to the whole.
        False, if nothing is missing."""
        with self.changed:
            passed = self.passed.get(way, 0)
            if passed >= whole:
                return False
            self.armed = (way, passed + max(1, int(share * (whole - passed))))
            return True

    def open(self):
        with self.changed:
            self.held = False
            self.changed.notify_all()

    def wait_held(self, limit):
        with self.changed:
            if not self.changed.wait_for(lambda: self.held, limit):
                raise TimeoutError(f"{self.armed} was not reached, of {self.passed}")

    def counted(self, way):
        with self.changed:
            return self.passed.get(way, 0)

    def allow(self, way, generation, wanted):
        """How many of these bytes may go on now; waits while they are held."""
        with self.changed:
            if generation < self.counts_from:
                return wanted
            self.changed.wait_for(lambda: not self.held)
            passed = self.passed.get(way, 0)
            if self.armed and self.armed[0] == way and passed + wanted >= self.armed[1]:
                wanted = max(0, self.armed[1] - passed)
                self.armed = None
                self.held = True
                self.changed.notify_all()
            self.passed[way] = passed + wanted
            return wanted


def shut(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the other side was faster


class Line:
    """One client's way to the hub: an address of its own on the loopback interface, and the hub's fingerprint."""

    def __init__(self, name, hub, gate):
        self.name, self.gate = name, gate
        self.hub_port, self.fingerprint = hub.port, hub.fingerprint
        self.lock = threading.Lock()
        self.connections = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"wss://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client):
        try:
            hub = socket.create_connection(("127.0.0.1", self.hub_port))
        except OSError:
            client.close()
            return
        ends = (client, hub)
        generation = self.gate.generation
        with self.lock:
            self.connections.append(ends)
        up = threading.Thread(target=self._pass, args=(client, hub, (self.name, "up"), generation), daemon=True)
        up.start()
        self._pass(hub, client, (self.name, "down"), generation)
        up.join()
        with self.lock:
            self.connections.remove(ends)
            for end in ends:
                end.close()

    def _pass(self, source, target, way, generation):
        try:
            while data := source.recv(PIECE):
                data = memoryview(data)
                while data:
                    now = self.gate.allow(way, generation, len(data))
                    target.sendall(data[:now])
                    data = data[now:]
        except OSError:
            pass
        shut(source)
        shut(target)

    def cut(self, reset):
        """Breaks every connection, in the middle of a record of TLS; perhaps with a reset behind the end."""
        with self.lock:
            for ends in self.connections:
                for end in ends:
                    if reset:
                        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    shut(end)

    def close(self):
        self.listener.close()
