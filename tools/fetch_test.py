"""Tests of tools/fetch, against a registry client of its own that serves what each test plants."""
import hashlib
import io
import json
import os
import pathlib
import stat
import subprocess
import sys
import tarfile
import tempfile
import unittest

FETCH = pathlib.Path(__file__).resolve().parent / "fetch"
# Stands in for npm: notes that it was called, then serves the planted archive or fails as without a network.
NPM = """#!/bin/sh
echo called >> "$PLANTED/calls"
[ -e "$PLANTED/offline" ] && { echo "network is unreachable"; exit 1; }
cp "$PLANTED/thing-1.tgz" "$4/thing-1.tgz"
"""


def archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as opened:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            opened.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


class FetchTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "bin").mkdir()
        npm = self.root / "bin/npm"
        npm.write_text(NPM)
        npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
        self.served = archive({"package/a/one.txt": b"one", "package/a/two.txt": b"two", "package/b/three.txt": b"3"})
        (self.root / "thing-1.tgz").write_bytes(self.served)
        self.manifest()

    def manifest(self, **changes):
        fields = {"name": "thing", "package": "thing", "version": "1", "registry": "npm", "archive": "thing-1.tgz",
                  "sha256": hashlib.sha256(self.served).hexdigest(), "size": len(self.served), "licence": "MIT",
                  "why": "a test", "optional": False} | changes
        lines = [f"{key} = {json.dumps(value)}" for key, value in fields.items() if value is not None]
        if "unpack" not in changes:
            lines.append('unpack = [{from = "package/a/*.txt", to = "texts"}]')
        (self.root / "manifest.toml").write_text("\n".join(["[[fetch]]", *lines]) + "\n")

    def fetch(self, *arguments):
        environment = os.environ | {
            "PATH": f"{self.root / 'bin'}:{os.environ['PATH']}", "PLANTED": str(self.root),
            "HEARTH_FETCHED": str(self.root / "fetched"), "HEARTH_CACHE": str(self.root / "cache")}
        done = subprocess.run([sys.executable, FETCH, "--manifest", self.root / "manifest.toml", *arguments],
                              env=environment, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout, done.stderr

    def calls(self):
        noted = self.root / "calls"
        return len(noted.read_text().splitlines()) if noted.exists() else 0

    def unpacked(self):
        folder = self.root / "fetched/thing"
        return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

    def test_unpacks_only_what_the_manifest_names(self):
        code, _, errors = self.fetch()
        self.assertEqual((code, errors), (0, ""))
        self.assertEqual(self.unpacked(), [".stamp", "texts/one.txt", "texts/two.txt"])

    def test_a_second_run_needs_no_network(self):
        self.fetch()
        (self.root / "offline").touch()
        code, output, _ = self.fetch()
        self.assertEqual(code, 0)
        self.assertIn("thing 1 is there", output)
        self.assertEqual(self.calls(), 1)

    def test_a_second_checkout_unpacks_from_the_cache(self):
        self.fetch()
        (self.root / "offline").touch()
        (self.root / "fetched").rename(self.root / "another")
        self.assertEqual(self.fetch()[0], 0)
        self.assertIn("texts/one.txt", self.unpacked())

    def test_a_wrong_hash_stops_and_names_file_and_hashes(self):
        self.manifest(sha256="0" * 64)
        code, _, errors = self.fetch()
        self.assertEqual(code, 1)
        self.assertIn("thing-1.tgz", errors)
        self.assertIn("0" * 64, errors)
        self.assertIn(hashlib.sha256(self.served).hexdigest(), errors)
        self.assertIn("delete that file", errors)
        self.assertFalse((self.root / "fetched/thing").exists())
        self.assertFalse((self.root / "cache/thing-1.tgz").exists())

    def test_a_truncated_download_is_refused(self):
        (self.root / "thing-1.tgz").write_bytes(self.served[:-20])
        code, _, errors = self.fetch()
        self.assertEqual(code, 1)
        self.assertIn(f"({len(self.served) - 20} bytes)", errors)
        self.assertFalse((self.root / "fetched/thing").exists())

    def test_a_damaged_package_in_the_cache_is_downloaded_again(self):
        self.fetch()
        (self.root / "cache/thing-1.tgz").write_bytes(b"damaged")
        (self.root / "fetched/thing/texts/one.txt").unlink()
        self.assertEqual(self.fetch()[0], 0)
        self.assertEqual(self.calls(), 2)

    def test_a_truncated_file_is_found_and_mended(self):
        self.fetch()
        one = self.root / "fetched/thing/texts/one.txt"
        one.write_bytes(b"o")
        code, _, errors = self.fetch("--check")
        self.assertEqual(code, 1)
        self.assertIn(str(one), errors)
        self.assertEqual(self.fetch()[0], 0)
        self.assertEqual(one.read_bytes(), b"one")

    def test_a_file_with_its_own_hash_must_match(self):
        with open(self.root / "manifest.toml", "a") as manifest:
            manifest.write(f'[fetch.files]\n"texts/one.txt" = "{"1" * 64}"\n')
        code, _, errors = self.fetch()
        self.assertEqual(code, 1)
        self.assertIn("texts/one.txt", errors)
        self.assertFalse((self.root / "fetched/thing").exists())

    def test_without_a_network_the_error_says_what_to_do(self):
        (self.root / "offline").touch()
        code, _, errors = self.fetch()
        self.assertEqual(code, 1)
        self.assertIn("network is unreachable", errors)
        self.assertIn(f"put that file into {self.root / 'cache'}", errors)

    def test_a_new_version_replaces_the_old_files(self):
        self.fetch()
        self.served = archive({"package/a/four.txt": b"4"})
        (self.root / "thing-1.tgz").write_bytes(self.served)
        self.manifest()
        self.assertEqual(self.fetch()[0], 0)
        self.assertEqual(self.unpacked(), [".stamp", "texts/four.txt"])

    def test_optional_entries_wait_until_asked_for(self):
        self.manifest(optional=True)
        self.assertEqual(self.fetch()[0], 0)
        self.assertEqual(self.calls(), 0)
        self.assertEqual(self.fetch("thing")[0], 0)
        self.assertEqual(self.calls(), 1)

    def test_a_bad_manifest_is_named_by_entry_and_field(self):
        for changes, expected in [({"licence": None}, "`licence` must be there"), ({"colour": "red"}, "`colour`"),
                                  ({"registry": "attic"}, '"attic"')]:
            self.manifest(**changes)
            code, _, errors = self.fetch()
            self.assertEqual(code, 2)
            self.assertIn(expected, errors)
            self.assertIn("thing", errors)

    def test_a_path_that_leaves_its_folder_is_refused(self):
        text = (self.root / "manifest.toml").read_text().replace('to = "texts"', 'to = "../elsewhere"')
        (self.root / "manifest.toml").write_text(text)
        code, _, errors = self.fetch()
        self.assertEqual(code, 2)
        self.assertIn("../elsewhere", errors)


if __name__ == "__main__":
    unittest.main()
