#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every #include follows the module table of cmake/SesameModule.cmake, and outside libraries stay in their rooms."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table = {}
for line in (root / "cmake/SesameModule.cmake").read_text().splitlines():
    if match := re.match(r"set\(SESAME_ALLOWED_(\w+)([^)]*)\)", line):
        table[match[1]] = set(match[2].split()) | {match[1]}

# Header pattern -> the only modules that may include it.
only_in = {
    r"sodium\.h": {"crypto"},
    r"sqlite3\.h": {"store", "hub"},
    r"rfb/": {"remote"},
    r"(xcb|X11)/": {"desktop"},
    r"(gio|glib)/": {"desktop"},
    r"boost/": {"hub", "net", "stream"},
    r"openssl/": {"hub", "net", "stream"},
    r"sesame_schema/|\w+\.pb\.h": {"wire", "hub", "trigger", "stream", "share", "client", "media"},
    r"qt6keychain/": {"client"},
    r"qrencode\.h": {"app"},
    r"Q(Widget|Dialog|Label|MainWindow|Painter|Pixmap|Application|Icon)\b": {"app"},
    r"QImage\b": {"app", "cli"},  # sesame-cli writes pictures, and shows none
}
no_qt = {"base", "wire", "net", "crypto", "places", "trigger", "store", "consent", "stream", "share", "hub"}

bad = []
files = [*root.glob("include/sesame/*/*.h"), *root.glob("src/*/**/*.h"), *root.glob("src/*/**/*.cpp")]
for file in files:
    parts = file.relative_to(root).parts
    module = parts[2] if parts[0] == "include" else parts[1]
    if module not in table:
        bad.append(f"{file}: module {module} is not in the table")
        continue
    for number, line in enumerate(file.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if not match:
            continue
        header = match[1]
        used = re.match(r"sesame/(\w+)/", header) or re.match(r"(\w+)/[\w/]+\.h$", header)
        if used and used[1] in table and used[1] not in table[module]:
            bad.append(f"{file}:{number}: {module} may not include {header}")
        for pattern, rooms in only_in.items():
            if re.match(pattern, header) and module not in rooms:
                bad.append(f"{file}:{number}: {header} belongs only in {', '.join(sorted(rooms))}")
        if module in no_qt and re.match(r"Q[A-Z]\w*$|Qt\w*/", header):
            bad.append(f"{file}:{number}: {module} does not use Qt")

print("\n".join(bad) if bad else f"{len(files)} files follow the table")
sys.exit(1 if bad else 0)
