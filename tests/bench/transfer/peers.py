# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs that move files, each with servers of its own on loopback and its defaults."""
import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import time

from usage import Used, children_of

LIMIT = 30


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(what, condition):
    end = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"after {LIMIT} s still waiting for: {what}")
        time.sleep(0.02)


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def missing(*programs):
    found = [program for program in programs if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin")]
    return f"{', '.join(found)} not installed (scripts/install-deps --bench)" if found else None


class SshServer:
    """An sshd with a port, keys and settings of its own; nobody but whoever runs this can log in."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(mode=0o700)
        for name in ("host_key", "user_key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        shutil.copy(folder / "user_key.pub", folder / "authorized_keys")
        self.port = free_port()
        (folder / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {(folder / 'host_key.pub').read_text()}")
        (folder / "sshd_config").write_text("\n".join([
            f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host_key",
            f"AuthorizedKeysFile {folder}/authorized_keys", "StrictModes no", "UsePAM no", "PasswordAuthentication no",
            "KbdInteractiveAuthentication no", "PermitRootLogin prohibit-password", "PidFile none",
            f"Subsystem sftp {self.sftp_server()}",
            f"SetEnv HOME={folder}", ""]))  # what a shell of this person would start first is not measured
        self.config = folder / "ssh_config"
        self.config.write_text("\n".join([
            "Host bench", "HostName 127.0.0.1", f"Port {self.port}", f"User {getpass.getuser()}",
            f"IdentityFile {folder}/user_key", "IdentitiesOnly yes", f"UserKnownHostsFile {folder}/known_hosts",
            "BatchMode yes", ""]))
        if os.getuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)  # sshd wants an empty folder there
        with open(folder / "log", "wb") as log:
            self.process = subprocess.Popen([shutil.which("sshd", path=os.environ["PATH"] + ":/usr/sbin"), "-D", "-e",
                                             "-f", folder / "sshd_config"], stderr=log)
        wait_for("sshd", lambda: listens(self.port))
        self.wait_idle()

    @staticmethod
    def sftp_server():
        return next(path for path in ("/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server")
                    if os.path.exists(path))

    def wait_idle(self):
        """Until every session has ended, and is counted."""
        wait_for("the end of the sessions", lambda: not children_of(self.process))

    def stop(self):
        self.process.terminate()
        self.process.wait()


class OverSsh:
    synced = False
    moves_trees = True
    missing = None

    def __init__(self, folder, source):
        self.source = source
        self.server = SshServer(folder)

    def move(self, what, to):
        with Used(sshd=self.server.process) as used:
            used.run(self.name, *self.argv(what, to))
            used.done()
            self.server.wait_idle()
        used.grown = {}
        return used

    def stop(self):
        self.server.stop()


class Scp(OverSsh):
    name = "scp"

    @staticmethod
    def hindrance():
        return missing("scp", "sshd")

    def argv(self, what, to):
        return ["scp", "-q", "-r", "-F", self.server.config, f"bench:{self.source / what}", to]


class Rsync(OverSsh):
    name = "rsync"

    @staticmethod
    def hindrance():
        return missing("rsync", "sshd")

    def argv(self, what, to):
        return ["rsync", "-r", "-e", f"ssh -F {self.server.config}", f"bench:{self.source / what}", to]


class Wormhole:
    """Magic Wormhole through a mailbox and a transit relay of its own: neither end opens a port for the other."""

    name = "magic-wormhole"
    synced = False
    moves_trees = False

    @staticmethod
    def hindrance():
        return missing("wormhole", "twist3")

    def __init__(self, folder, source):
        self.source = source
        folder.mkdir()
        self.mailbox_port, self.relay_port = free_port(), free_port()
        self.servers = {
            "mailbox": self.serve(folder, "wormhole-mailbox", self.mailbox_port),
            "relay": self.serve(folder, "transitrelay", self.relay_port)}
        for name, port in (("mailbox", self.mailbox_port), ("relay", self.relay_port)):
            wait_for(name, lambda: listens(port))
        self.number = 0

    @staticmethod
    def serve(folder, plugin, port):
        return subprocess.Popen(["twist3", plugin, f"--port=tcp:{port}:interface=127.0.0.1"], cwd=folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def argv(self, *command):
        return ["wormhole", "--relay-url", f"ws://127.0.0.1:{self.mailbox_port}/v1", "--transit-helper",
                f"tcp:127.0.0.1:{self.relay_port}", *command, "--hide-progress", "--no-listen"]

    def move(self, what, to):
        self.number += 1
        code = f"{self.number}-open-sesame"
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        with Used(**self.servers) as used:
            sender = used.start(*self.argv("send", "--code", code), self.source / what, env=environment)
            used.run("receiver", *self.argv("receive", "--accept-file", "-o", to / what), code, env=environment)
            used.done()
            used.wait("sender", sender)
        used.grown = {}
        return used

    def stop(self):
        for server in self.servers.values():
            server.terminate()
            server.wait()
