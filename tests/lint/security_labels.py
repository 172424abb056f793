#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""M42: every label that docs/security.md says holds is named by a test."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
claimed = {}
for line in (root / "docs/security.md").read_text().splitlines():
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if line.startswith("|") and re.match(r"[ISM]\d", cells[0]) and cells[-1].startswith("holds"):
        for label in re.findall(r"[ISM]\d+", cells[0]):
            claimed[label] = cells

named = {"M42"}  # this check itself
for file in (root / "tests").rglob("*"):
    if file.suffix in (".cpp", ".h", ".py", ".sh", ".tsv", ".txt", "") and file.is_file() and file.name != "security_labels.py":
        named |= set(re.findall(r"(?<![A-Za-z0-9])[ISM]\d{1,2}(?![0-9])", file.read_text(errors="ignore")))

missing = sorted(label for label in claimed if label not in named)
for label in missing:
    print(f"{label} is said to hold, and no test names it")
print(f"{len(claimed) - len(missing)} of {len(claimed)} labels have a test")
sys.exit(1 if missing else 0)
