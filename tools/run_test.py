"""Tests of tools/run with stand-ins for hearthd, demo_home and hearth, and the real broker where there is one."""
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import unittest

RUN = pathlib.Path(__file__).resolve().parent / "run"
SERVER = '#!/bin/sh\necho $$ > "$PLANTED/$(basename "$0").pid"\n[ -e "$PLANTED/broken" ] && { echo "no such broker"; exit 3; }\n' \
         'trap "exit 0" TERM\nwhile :; do sleep 0.1; done\n'
CLIENT = '#!/bin/sh\n[ -e "$PLANTED/hearthd.pid" ]\n'


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@unittest.skipUnless(shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin"), "mosquitto is not installed")
class RunTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name, text in {"hearthd": SERVER, "demo_home": SERVER, "hearth": CLIENT}.items():
            path = self.root / name
            path.write_text(text)
            path.chmod(path.stat().st_mode | stat.S_IXUSR)

        (self.root / "run/secrets").mkdir(parents=True)  # as hearthd makes them
        (self.root / "run/secrets/web.token").write_text("0123456789abcdef\n")

    def begin(self, **more):
        environment = os.environ | {"HEARTH_PROGRAMS": str(self.root), "HEARTH_RUN": str(self.root / "run"),
                                    "PLANTED": str(self.root)} | more
        running = subprocess.Popen([RUN], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True, start_new_session=True)
        self.addCleanup(running.stdout.close)
        self.addCleanup(running.kill)
        return running

    def read_until(self, running, words):
        said = ""
        for line in running.stdout:
            said += line
            if words in line:
                return said
        self.fail(f"never said {words!r}: {said}")

    def children(self, running):
        pids = (pathlib.Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text()).split()
        return [int(pid) for pid in pids]

    def test_starts_three_and_says_what_to_type(self):
        begun = time.monotonic()
        running = self.begin()
        said = self.read_until(running, "Ctrl-C here")
        self.assertLess(time.monotonic() - begun, 5)
        self.assertIn("#token=0123456789abcdef", said)
        self.assertIn('hearth say "dim the living room lights to 40 percent"', said)
        self.assertTrue(all(alive(int((self.root / f"{name}.pid").read_text())) for name in ("hearthd", "demo_home")))
        running.send_signal(signal.SIGTERM)
        running.wait(20)

    def test_a_key_at_the_terminal_is_for_the_script_alone(self):
        running = self.begin()
        self.read_until(running, "Ctrl-C here")
        for name in ("hearthd", "demo_home"):
            self.assertNotEqual(os.getpgid(int((self.root / f"{name}.pid").read_text())), running.pid)
        os.killpg(running.pid, signal.SIGINT)
        said = running.stdout.read()
        self.assertEqual(running.wait(20), 0, said)
        self.assertNotIn("ended by itself", said)

    def test_the_browser_gets_the_token_by_a_file_that_nobody_else_reads(self):
        opener = self.root / "bin/xdg-open"
        opener.parent.mkdir()
        opener.write_text('#!/bin/sh\necho "$@" > "$PLANTED/opened.part" && mv "$PLANTED/opened.part" "$PLANTED/opened"\n')
        opener.chmod(0o755)
        running = self.begin(DISPLAY=":0", PATH=f"{opener.parent}:{os.environ['PATH']}")
        self.read_until(running, "Ctrl-C here")
        opened = self.root / "opened"
        for _ in range(200):
            if opened.exists():
                break
            time.sleep(0.05)
        named = pathlib.Path(opened.read_text().strip())
        self.assertNotIn("token", str(named))
        self.assertIn("#token=0123456789abcdef", named.read_text())
        self.assertEqual(stat.S_IMODE(named.stat().st_mode), 0o600)
        running.send_signal(signal.SIGTERM)
        running.wait(20)

    def test_an_interrupt_stops_exactly_what_it_started(self):
        other = subprocess.Popen(["sleep", "60"])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        running = self.begin()
        self.read_until(running, "Ctrl-C here")
        started = self.children(running)
        self.assertGreaterEqual(len(started), 3)
        running.send_signal(signal.SIGINT)
        self.assertEqual(running.wait(20), 0)
        until = time.monotonic() + 20  # the half second that it sleeps between two looks may still have to pass
        while any(alive(pid) for pid in started) and time.monotonic() < until:
            time.sleep(0.05)
        self.assertEqual([pid for pid in started if alive(pid)], [])
        self.assertIsNone(other.poll())

    def test_a_second_one_is_refused_and_does_no_harm(self):
        first = self.begin()
        self.read_until(first, "Ctrl-C here")
        second = self.begin()
        self.assertIn("running already", second.communicate(timeout=20)[0])
        self.assertEqual(second.returncode, 1)
        self.assertIsNone(first.poll())
        first.send_signal(signal.SIGTERM)
        first.wait(20)

    def test_a_program_that_dies_is_named_with_its_last_words(self):
        (self.root / "broken").touch()
        running = self.begin()
        said = running.communicate(timeout=40)[0]
        self.assertEqual(running.returncode, 1)
        self.assertIn("no such broker", said)


if __name__ == "__main__":
    unittest.main()
