#!/usr/bin/env python3
"""The page in a real browser on a real home; prints one line of JSON.

  bench/page.py taps RATE COUNT    COUNT presses on a switch while RATE messages a second come in
  bench/page.py idle SECONDS       the household of `make run` lives at its own pace; the page is open and looks on
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "torture"), str(ROOT / "tests" / "e2e")]
from flood_faults import announce  # noqa: E402
from homes import TroubledHome  # noqa: E402
from processes import wait_until  # noqa: E402
from wire import Publisher, paced, publish  # noqa: E402

METERS = 20
DEVICES = 30


class Browser:
    """web/test/measure.ts in node, on the page of that home."""

    def __init__(self, home: TroubledHome, *arguments):
        self.folder = tempfile.TemporaryDirectory()
        script = pathlib.Path(self.folder.name) / "measure.cjs"
        modules = ROOT / "web" / "node_modules"
        subprocess.run([modules / ".bin" / "esbuild", ROOT / "web/test/measure.ts", "--bundle", "--platform=node",
                        "--format=cjs", "--external:playwright-core", "--log-level=warning", f"--outfile={script}"], check=True)
        token = (home.folder / "secrets" / "web.token").read_text().split()[0]
        self.process = subprocess.Popen(
            ["node", script, f"http://127.0.0.1:{home.web_port}/#token={token}", *map(str, arguments)], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "NODE_PATH": str(modules)})

    def line(self) -> dict:
        said = self.process.stdout.readline()
        if not said:
            raise RuntimeError(f"the browser ended with {self.process.wait(60)}")
        return json.loads(said)

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)
        self.folder.cleanup()


def taps(rate: float, count: int) -> dict:
    with TroubledHome() as home:
        home.begin()
        publisher = Publisher(home.broker.port, "meters")
        publisher.send(b"".join(announce(number) for number in range(METERS)))
        blocks = [publish(f"flood/{number}", f"{20 + turn / 10}") for turn in range(10) for number in range(METERS)]
        sending = threading.Thread(target=paced, args=(publisher, blocks, 1, rate, count + 120), daemon=True)
        sending.start()
        before, begun = home.house()["entries"], time.monotonic()
        browser = Browser(home, "TV", count)
        found = browser.line()
        entries = (home.house()["entries"] - before) / (time.monotonic() - begun)
        browser.close()
        return found | {"entries_a_second": entries}


def idle(seconds: float) -> dict:
    with TroubledHome() as home:
        household = ROOT / "simulation"
        home.devices.command += ["--home", household / "homes/two_floors.home",
                                 "--residents", household / "residents/anna_and_ben.residents"]
        home.broker.start()
        home.devices.start()
        home.begin_daemon()
        wait_until("the household is known", lambda: len(home.ask("GET", "/v1/devices")) >= DEVICES, 60)
        browser = Browser(home, "open")
        browser.line()
        time.sleep(10)  # the page has what it asked for
        entries, used, begun, sizes = home.house()["entries"], home.daemon.processor_seconds(), time.monotonic(), []
        while (passed := time.monotonic() - begun) < seconds:
            sizes.append(home.resident_mib())
            time.sleep(min(60, seconds - passed))
        lasted = time.monotonic() - begun
        found = {"seconds": lasted, "processor_percent": (home.daemon.processor_seconds() - used) / lasted * 100,
                 "mib_first": sizes[0], "mib_last": home.resident_mib(), "mib_most": max(sizes),
                 "entries": home.house()["entries"] - entries}
        browser.process.stdin.close()
        found |= browser.line()
        browser.close()
        return found


def main() -> int:
    if len(sys.argv) == 4 and sys.argv[1] == "taps":
        found = taps(float(sys.argv[2]), int(sys.argv[3]))
    elif len(sys.argv) == 3 and sys.argv[1] == "idle":
        found = idle(float(sys.argv[2]))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
