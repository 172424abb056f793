#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence in two SPDX lines, and every public header says what it is."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
bad = []
for folder in ("include", "src", "tests"):
    for file in (root / folder).rglob("*"):
        if file.suffix not in (".h", ".cpp", ".proto", ".py"):
            continue
        text = file.read_text()
        # MIT: data that others wrote, with their notice.
        if not re.search(r"SPDX-License-Identifier: (GPL-3.0-or-later|MIT)\b", text[:400]):
            bad.append(f"{file}: no SPDX licence line")
        if folder == "include" and "///" not in text:
            bad.append(f"{file}: a public header without a docstring")
print("\n".join(bad))
sys.exit(1 if bad else 0)
