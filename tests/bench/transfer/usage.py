# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What processes have used: processor time, also of children that they have waited for, and the most memory."""
import contextlib
import os
import pathlib
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


def cpu_of(process):
    """Seconds of a process and of the children that it has waited for."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(int(field) for field in fields[11:15]) / TICK


def children_of(process):
    return pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def memory_of(process, field):
    """In bytes: VmRSS, or VmHWM for the most since the last forget_peak()."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"the kernel does not tell {field}")


def forget_peak(process):
    pathlib.Path(f"/proc/{process.pid}/clear_refs").write_text("5")


class Used:
    """What is used between beginning and end of a `with`, by processes that are there all the time, and by programs that
    `run()` starts meanwhile."""

    def __init__(self, **processes):
        self.processes = processes
        self.cpu = {}
        self.grown = {}

    def __enter__(self):
        for process in self.processes.values():
            forget_peak(process)
        self.before = {name: (cpu_of(process), memory_of(process, "VmRSS")) for name, process in self.processes.items()}
        self.begun = time.monotonic()
        return self

    def done(self):
        """The clock stops here; what follows is not part of the transfer."""
        self.seconds = time.monotonic() - self.begun

    def __exit__(self, *problem):
        for name, process in self.processes.items():
            cpu, memory = self.before[name]
            with contextlib.suppress(FileNotFoundError):
                self.cpu[name] = cpu_of(process) - cpu
                self.grown[name] = max(0, memory_of(process, "VmHWM") - memory)

    def start(self, *argv, **options):
        return subprocess.Popen([str(word) for word in argv], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, **options)

    def wait(self, name, process):
        problem = process.stderr.read()
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(process.args)}: {problem}")
        self.cpu[name] = self.cpu.get(name, 0) + usage.ru_utime + usage.ru_stime

    def run(self, name, *argv, **options):
        self.wait(name, self.start(*argv, **options))
