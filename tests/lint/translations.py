#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string of the app and the client has a Simplified Chinese translation, and no placeholder got lost.

Usage: translations.py SOURCE-DIR LUPDATE
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACES = ["src/app", "src/client", "include", "ui"]


def translations(message):
    translation = message.find("translation")
    if message.get("numerus"):
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def problems(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        if context.find("name").text.startswith("sesame::client"):
            yield f"never looked up, the client asks for the context “Client”: {context.find('name').text}"
        for message in context.iter("message"):
            source = message.find("source").text or ""
            where = f"{context.find('name').text}: “{source}”"
            if message.find("translation").get("type") == "unfinished" or "" in translations(message):
                yield f"not translated: {where}"
            for text in translations(message):
                if sorted(set(re.findall(r"%\d|%n", text))) != sorted(set(re.findall(r"%\d|%n", source))):
                    yield f"other placeholders: {where} / “{text}”"


def main(root, lupdate):
    with tempfile.TemporaryDirectory() as place:
        fresh = pathlib.Path(place) / "sesame_zh_CN.ts"
        shutil.copy(root / "resources/translations/sesame_zh_CN.ts", fresh)
        sources = [place for place in PLACES if (root / place).is_dir()]
        subprocess.run(
            [lupdate, "-silent", "-no-obsolete", *sources, "-I", "src", "-I", "include", "-locations", "none",
             "-ts", str(fresh)], cwd=root, check=True, stderr=subprocess.DEVNULL)
        found = list(problems(fresh))
    print("\n".join(found) if found else "complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
