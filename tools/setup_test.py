"""Tests of tools/setup with a package manager of its own: what is called missing, what is installed, and when not."""
import os
import pathlib
import stat
import subprocess
import tempfile
import unittest

SETUP = pathlib.Path(__file__).resolve().parent / "setup"
FAKES = {
    # Says "installed" of every package but those listed in $PLANTED/absent.
    "dpkg-query": 'for last; do :; done; grep -qx "$last" "$PLANTED/absent" || printf installed',
    # Notes the call; an install makes the packages present unless $PLANTED/broken exists.
    "apt-get": 'echo "$*" >> "$PLANTED/apt"; case "$*" in *install*) [ -e "$PLANTED/broken" ] || : > "$PLANTED/absent" ;; esac',
    "id": "cat $PLANTED/uid",
    "sudo": '[ "$1" = -n ] && exit 1; exit 1',
}


class SetupTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "bin").mkdir()
        for name, body in FAKES.items():
            fake = self.root / "bin" / name
            fake.write_text(f"#!/bin/sh\n{body}\n")
            fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
        (self.root / "uid").write_text("0\n")
        self.absent()

    def absent(self, *packages):
        (self.root / "absent").write_text("".join(f"{package}\n" for package in packages))

    def setup(self, *arguments):
        environment = os.environ | {"PATH": f"{self.root / 'bin'}:{os.environ['PATH']}", "PLANTED": str(self.root)}
        done = subprocess.run([SETUP, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=120, check=False)
        return done.returncode, done.stdout

    def apt(self):
        noted = self.root / "apt"
        return noted.read_text() if noted.exists() else ""

    def test_check_names_package_and_reason_and_installs_nothing(self):
        self.absent("ninja-build", "libicu-dev")
        code, output = self.setup("--check")
        self.assertEqual(code, 1)
        self.assertRegex(output, r"missing: ninja-build +runs the build")
        self.assertRegex(output, r"missing: libicu-dev +Unicode")
        self.assertEqual(self.apt(), "")

    def test_who_only_runs_it_needs_no_clang(self):
        self.absent("clang-19", "libbenchmark-dev")
        self.assertNotIn("missing", self.setup("--check")[1])
        self.assertIn("missing: clang-19", self.setup("--check", "test")[1])
        self.assertIn("missing: libbenchmark-dev", self.setup("--check", "bench")[1])

    def test_installs_only_what_is_missing_and_only_once(self):
        self.absent("ninja-build")
        code, output = self.setup()
        self.assertEqual(code, 0, output)
        self.assertIn("install -y --no-install-recommends ninja-build\n", self.apt())
        (self.root / "apt").unlink()
        self.assertEqual(self.setup()[0], 0)
        self.assertEqual(self.apt(), "")

    def test_an_install_that_failed_is_an_error(self):
        self.absent("ninja-build")
        (self.root / "broken").touch()
        code, output = self.setup()
        self.assertEqual(code, 1)
        self.assertIn("ninja-build is still not installed", output)

    def test_without_root_it_says_what_to_run(self):
        self.absent("ninja-build")
        (self.root / "uid").write_text("1000\n")
        code, output = self.setup()
        self.assertEqual(code, 1)
        self.assertIn("apt-get install --no-install-recommends ninja-build", output)
        self.assertEqual(self.apt(), "")

    def test_an_unknown_argument_is_named(self):
        code, output = self.setup("kitchen")
        self.assertEqual(code, 2)
        self.assertIn('"kitchen"', output)


if __name__ == "__main__":
    unittest.main()
