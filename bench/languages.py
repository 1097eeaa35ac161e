#!/usr/bin/env python3
"""The memory of a daemon with four languages loaded: no models, no devices, a sentence said in each language.

usage: bench/languages.py [SECONDS]    how long it rests before it is looked at (10)

Prints one line of JSON: {"first": {…}, "later": {…}}, each {"rss_mib", "own_mib", "peak_mib"}. The first start compiles
the sentences and keeps them, every later one finds them kept. HEARTH_PROGRAMS names another folder of programs.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = pathlib.Path(os.environ.get("HEARTH_PROGRAMS", ROOT / "build/release/bin"))
SENTENCES = ("set a timer for 5 minutes", "stelle einen Timer auf 6 Minuten", "mets un minuteur de 7 minutes",
             "pon un temporizador de 8 minutos")
CONFIG = """
[home]
language = "en"
languages = ["de", "fr", "es"]
[journal]
path = "home.db"
[control]
socket = "{folder}/hearth.sock"
area = "Kitchen"
[[area]]
name = "Kitchen"
"""


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()

    def mib(key):
        return round(int(re.search(rf"^{key}:\s+(\d+) kB", status, re.M)[1]) / 1024, 1)

    return {"rss_mib": mib("VmRSS"), "own_mib": mib("RssAnon"), "peak_mib": mib("VmHWM")}


def say(folder, words):
    """Until it is understood: a language may still be loading."""
    for _ in range(150):
        said = subprocess.run([PROGRAMS / "hearth", "--socket", folder / "hearth.sock", "say", words],
                              capture_output=True, text=True, timeout=60, check=False)
        if said.returncode == 0 and re.search(r"\d", said.stdout):
            return
        time.sleep(0.2)
    sys.exit(f"languages.py: '{words}' was not understood: {said.stdout}{said.stderr}")


def measure(folder, seconds):
    daemon = subprocess.Popen([PROGRAMS / "hearthd", "--config", folder / "hearth.toml"], cwd=folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for words in SENTENCES:
            say(folder, words)
        time.sleep(seconds)
        return resident(daemon.pid)
    finally:
        daemon.terminate()
        daemon.wait(30)


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory(prefix="hearth_languages.") as made:
        folder = pathlib.Path(made)
        (folder / "hearth.toml").write_text(CONFIG.format(folder=folder))
        print(json.dumps({"first": measure(folder, seconds), "later": measure(folder, seconds)}))


if __name__ == "__main__":
    main()
