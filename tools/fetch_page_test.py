"""Tests of tools/fetch_page in a checkout of its own, with an npm that notes its calls instead of asking anybody."""
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import unittest

FETCH_PAGE = pathlib.Path(__file__).resolve().parent / "fetch_page"
NPM = """#!/bin/sh
echo "$@" >> "$PLANTED/calls"
[ -e "$PLANTED/offline" ] && { echo "network is unreachable"; exit 1; }
mkdir -p node_modules/.bin && : > node_modules/.bin/esbuild && chmod +x node_modules/.bin/esbuild
"""


class FetchPageTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name in ("bin", "tools", "web"):
            (self.root / name).mkdir()
        shutil.copy(FETCH_PAGE, self.root / "tools/fetch_page")
        npm = self.root / "bin/npm"
        npm.write_text(NPM)
        npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
        self.web = self.root / "web"
        (self.web / "package.json").write_text("{}")
        (self.web / "package-lock.json").write_text("{}")

    def fetch(self, *arguments):
        environment = os.environ | {"PATH": f"{self.root / 'bin'}:{os.environ['PATH']}", "PLANTED": str(self.root),
                                    "HEARTH_CACHE": str(self.root / "cache")}
        done = subprocess.run([self.root / "tools/fetch_page", *arguments], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
        return done.returncode, done.stdout

    def calls(self):
        noted = self.root / "calls"
        return noted.read_text().splitlines() if noted.exists() else []

    def test_installs_what_is_locked_and_runs_no_scripts(self):
        self.assertEqual(self.fetch()[0], 0)
        self.assertEqual(len(self.calls()), 1)
        for word in ("ci", "--ignore-scripts", "--prefer-offline"):
            self.assertIn(word, self.calls()[0].split())

    def test_a_second_run_asks_nobody(self):
        self.fetch()
        (self.root / "offline").touch()
        self.assertEqual(self.fetch(), (0, "page: packages are there\n"))
        self.assertEqual(len(self.calls()), 1)

    def test_a_second_run_gives_a_build_nothing_to_do(self):
        self.fetch()
        stamp = self.web / "node_modules/.hearth"
        later = stamp.stat().st_mtime + 100
        os.utime(stamp, (later, later))
        self.fetch()
        self.assertEqual(stamp.stat().st_mtime, later)
        os.utime(self.web / "package-lock.json", (later + 100, later + 100))  # as a checkout does
        before = later
        self.fetch()
        self.assertNotEqual(stamp.stat().st_mtime, before)

    def test_another_lock_file_installs_anew(self):
        self.fetch()
        (self.web / "package-lock.json").write_text('{"lockfileVersion": 3}')
        self.assertEqual(self.fetch("--check")[0], 1)
        self.assertEqual(self.fetch()[0], 0)
        self.assertEqual(len(self.calls()), 2)

    def test_without_a_network_the_error_says_what_to_do(self):
        (self.root / "offline").touch()
        code, output = self.fetch()
        self.assertEqual(code, 1)
        self.assertIn("network is unreachable", output)
        self.assertIn(str(self.root / "cache/npm"), output)
        self.assertEqual(self.fetch("--check")[0], 1)

    def test_check_only_tells(self):
        code, output = self.fetch("--check")
        self.assertEqual(code, 1)
        self.assertIn("Run tools/fetch_page", output)
        self.assertEqual(self.calls(), [])

    def test_an_unknown_argument_is_named(self):
        code, output = self.fetch("kitchen")
        self.assertEqual(code, 2)
        self.assertIn('"kitchen"', output)


if __name__ == "__main__":
    unittest.main()
