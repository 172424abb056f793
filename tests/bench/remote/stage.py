# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two screens with a help session between them, and scenes to play on the host's: what remote_bench and remote_soak share."""
import os
import pathlib
import re
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/support"))
from rpc import Hub, Rpc  # noqa: E402

HOST_SIZE = "1280x800"
VIEWER_SIZE = "1600x1160"  # the host's screen unscaled, with room for window frames and the viewer's own bar
LIMIT = 30
PHRASE = "请看我的屏幕吧"
# One way, and as much as the line carries.
SLOW_MS, SLOW_MBIT = 25, 10


def wait_for(what, condition):
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise RuntimeError(f"{what}: not after {LIMIT} s")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Screen:
    """An X server whose frame buffer is a file."""

    def __init__(self, size, folder):
        folder.mkdir()
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset", "-nocursor",
             "-fbdir", str(folder)], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()
        self.pixels = str(folder / "Xvfb_screen0")


def with_children(root):
    parents = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
    tree = [root]
    for process in tree:
        tree += [child for child, parent in parents.items() if parent == process]
    return tree


def cpu_ns(pids):
    """What these processes have used, threads that have ended since included."""
    # The kernel's number for the clock of another process: CPUCLOCK_SCHED of include/linux/posix-timers.h.
    return sum(time.clock_gettime_ns((~pid << 3) | 2) for pid in pids)


def tcp_sent(pids):
    """(bytes, segments with bytes) that these processes have sent over TCP, as the kernel counts them."""
    lines = subprocess.run(["ss", "-tinHOp"], capture_output=True, text=True, check=True).stdout.splitlines()
    ours = [line for line in lines if any(f"pid={pid}," in line for pid in pids)]
    return tuple(sum(int(match[1]) for line in ours if (match := re.search(rf"\b{field}:(\d+)", line)))
                 for field in ("bytes_sent", "data_segs_out"))


class Tools:
    """The programs of the benchmark and of the product, and where everything is kept."""

    def __init__(self, folder, bench_bin, product_bin):
        self.folder = folder
        self.bench_bin = bench_bin
        self.product_bin = product_bin

    def path(self, name):
        return str(self.bench_bin / f"remote-bench-{name}")

    def open(self, name, *arguments):
        with open(self.folder / "tools.log", "a", encoding="utf-8") as log:
            return subprocess.Popen([self.path(name), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                    text=True, stderr=log)


class Peer:
    """A host and a viewer that show each other's screens. Subclasses start the programs."""

    def __init__(self, tools):
        self.tools = tools
        self.folder = tools.folder / self.name
        self.folder.mkdir()
        self.processes = []
        self.host_screen = self.screen(HOST_SIZE, "host-screen")
        self.viewer_screen = self.screen(VIEWER_SIZE, "viewer-screen")
        managed = self.folder / "managed"
        self.start(self.viewer_screen, ["openbox", "--startup", f"touch {managed}"])
        wait_for("the window manager", managed.exists)
        self.host = self.viewer = self.relay = None

    def screen(self, size, name):
        screen = Screen(size, self.folder / name)
        self.processes.append(screen.process)
        return screen

    def environment(self, screen):
        return {**os.environ, "DISPLAY": screen.name, "HOME": str(self.folder), "LC_ALL": "C.UTF-8",
                "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_DATA_HOME": str(self.folder / "share")}

    def start(self, screen, argv, **options):
        with open(self.folder / f"{pathlib.Path(argv[0]).name}.log", "ab") as log:
            process = subprocess.Popen(argv, env=self.environment(screen),
                                       **{"stderr": log, "stdout": log, "stdin": subprocess.DEVNULL, **options})
        self.processes.append(process)
        return process

    def pids(self):
        """{what it is: its processes}"""
        return {who: with_children(process.pid) if process else [] for who, process in
                (("host", self.host), ("viewer", self.viewer), ("relay", self.relay))}

    def usage(self):
        pids = self.pids()
        sent, segments = tcp_sent(pids["host"])
        return {"at": time.monotonic(), "bytes": sent, "segments": segments,
                **{who: cpu_ns(those) for who, those in pids.items()}}

    def find_window(self):
        scene = Scene(self, "calibrate", 0)
        try:
            found = subprocess.run([self.tools.path("watch"), "find", self.viewer_screen.pixels], capture_output=True,
                                   text=True)
            if found.returncode:
                raise RuntimeError(f"{self.name}: {found.stderr.strip()}")
            self.place = found.stdout.split()
        finally:
            scene.close()

    def press_argv(self, kind, count, pause_ms):
        return [self.tools.path("watch"), "press", self.viewer_screen.name, self.viewer_screen.pixels, *self.place,
                "echo", str(count), kind, str(pause_ms)]

    def pixels_off(self):
        """How many pixels of the viewer's window are not those of the host's screen."""
        return int(subprocess.run([self.tools.path("watch"), "compare", self.host_screen.pixels,
                                   self.viewer_screen.pixels, *self.place], capture_output=True, text=True,
                                  check=True).stdout)

    def slow_line(self, port):
        """The port of a slow line to there."""
        process = self.start(self.host_screen, [self.tools.path("slow-line"), "127.0.0.1", str(port), str(SLOW_MS),
                                                str(SLOW_MBIT)], stdout=subprocess.PIPE)
        return int(process.stdout.readline())

    def stop(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()


class TigerVnc(Peer):
    name = "tigervnc"

    def connect(self, slow):
        port = free_port()
        self.host = self.start(self.host_screen, ["X0tigervnc", "-display", self.host_screen.name, "-rfbport", str(port),
                                                  "-SecurityTypes", "None", "-localhost"])
        wait_for("x0vncserver", lambda: f":{port} " in subprocess.run(
            ["ss", "-tlnH"], capture_output=True, text=True).stdout)
        reached = self.slow_line(port) if slow else port
        self.viewer = self.start(self.viewer_screen, ["xtigervncviewer", "-SecurityTypes", "None",
                                                      f"127.0.0.1::{reached}"])


class Sesame(Peer):
    """The product from end to end: a receiver's sesame-cli, a hub, and the app in whose viewer window the picture is."""

    name = "sesame"

    def connect(self, slow):
        hub = Hub(self.tools.product_bin, self.folder / "hub")
        self.relay = hub.process
        self.processes.append(hub.process)
        helper = self.account("helper", self.viewer_screen)
        self.receiver = self.account("receiver", self.host_screen)
        self.host = self.receiver.process
        self.acquaint(helper, hub, self.slow_line(hub.port) if slow else hub.port)
        helper.close()
        self.viewer = self.start(self.viewer_screen, [str(self.tools.product_bin / "sesame"), "--data",
                                                      str(self.folder / "helper")])
        self.be_helped()

    def account(self, name, screen):
        account = Rpc(self.tools.product_bin, self.folder / name, env=self.environment(screen))
        self.processes.append(account.process)
        return account

    def acquaint(self, helper, hub, receivers_port):
        """A rule for the receiver, who reaches the same hub through another port."""
        helper.call("account.create", name="小明", hub=hub.url, fingerprint=hub.fingerprint)
        link = helper.call("account.link")["link"].replace(f"%3A{hub.port}", f"%3A{receivers_port}")
        self.receiver.call("account.create", name="奶奶", hub=link)
        asked = helper.wait_event("contact.changed", lambda contact: contact["state"] == "incoming")["params"]
        helper.call("contacts.accept", contact=asked["contact"])
        known = self.receiver.wait_event("contact.changed", lambda contact: contact["state"] == "accepted")["params"]
        self.to_helper = known["contact"]
        rule = helper.call("rules.save", contact=asked["contact"], phrase=PHRASE,
                           command={"type": "remote-control", "level": "control", "minutes": 120})["rule"]
        helper.call("invitations.send", contact=asked["contact"], rule=rule)
        self.receiver.wait_event("message.added", lambda message: message["kind"] == "invitation")

    def be_helped(self):
        """The phrase, the question, the Yes, the session."""
        self.receiver.call("messages.send", contact=self.to_helper, text=PHRASE)
        asked = self.receiver.wait_event("consent.ask")
        time.sleep(asked["params"]["answerAfterMs"] / 1000 + 0.2)
        self.receiver.answer(asked, answer="yes")
        self.receiver.wait_event("session.hosted", lambda session: session.get("connected"))


class Scene:
    def __init__(self, peer, name, seconds):
        self.process = peer.tools.open("scene", peer.host_screen.name, name, str(seconds))
        if self.process.stdout.readline() != "ready\n":
            raise RuntimeError("the scene did not start")

    def begin(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def play(self):
        """Plays it to its end; {number of the frame: time}."""
        self.begin()
        frames = {}
        for line in self.process.stdout:
            if line == "done\n":
                return frames
            number, at = line.split()
            frames[int(number)] = int(at)
        raise RuntimeError("the scene broke off")

    def close(self):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()
