"""Every mistake of a configuration ends the daemon with 2 and one line that names file, line, key and what was expected."""
import os
import pathlib
import subprocess
import tempfile
import unittest

from processes import programs

GOOD = """[home]
name = "Home"
zone = "Europe/Berlin"
[journal]
path = "home.db"
[control]
socket = "hearth.sock"
person = "Anna"
[[person]]
name = "Anna"
role = "owner"
[[door]]
type = "mqtt"
name = "demo"
host = "127.0.0.1"
port = 1883
"""

# What is wrong, the line put in place of a good one, the place that the error names, and the words it holds.
MISTAKES = [
    ("unknown key", 'name = "Home"', 'nmae = "Home"', 2, ["nmae", "unknown key", "name"]),
    ("unknown table", "[journal]", "[jurnal]", 4, ["jurnal", "unknown key", "journal"]),
    ("text where a number belongs", "port = 1883", 'port = "1883"', 16, ["port", "expected", "number"]),
    ("a port too high", "port = 1883", "port = 70000", 16, ["port", "65535"]),
    ("a negative port", "port = 1883", "port = -1", 16, ["port", "65535"]),
    ("number where text belongs", 'host = "127.0.0.1"', "host = 127", 15, ["host", "text in quotes"]),
    ("text where a flag belongs", "port = 1883", 'port = 1883\ntls = "yes"', 17, ["tls", "true or false"]),
    ("a list with a number", "port = 1883", "zigbee2mqtt = [1]", 16, ["zigbee2mqtt", "list of texts"]),
    ("a table where a list of tables belongs", "[[door]]", "[door]", 12, ["door", "[[door]]"]),
    ("an unknown kind of door", 'type = "mqtt"', 'type = "zwave"', 13, ["type", '"mqtt"']),
    ("an unknown role", 'role = "owner"', 'role = "king"', 11, ["role", "owner, adult, child or guest"]),
    ("a person without a name", 'name = "Anna"\nrole', 'role', 9, ["name", "expected"]),
    ("an unknown person at the shell", 'person = "Anna"', 'person = "Bob"', None, ["person", "[[person]]"]),
    ("text without its end", 'name = "Home"', 'name = "Home', 2, []),
    ("a key twice", 'name = "Home"', 'name = "Home"\nname = "Other"', 3, ["name"]),
    ("no value", "port = 1883", "port =", 16, []),
    ("an unknown zone", '"Europe/Berlin"', '"Europe/Nowhere"', 3, ["zone", "IANA", "Europe/Nowhere"]),
    ("two doors with one name", "port = 1883", 'port = 1883\n[[door]]\nname = "demo"', 18, ["name", "each door has its own"]),
    ("a floor that is not there", "[[door]]", '[[area]]\nname = "Attic"\nfloor = "Third"\n[[door]]', 14,
     ["floor", "[[floor]]"]),
    ("an unknown level", "[journal]", '[log]\nlevel = "loud"\n[journal]', 5, ["level", "debug, info, warn"]),
    ("a secret that is not there", "port = 1883", 'password_file = "secret"', None, ["secret", "no such file"]),
    ("a port without a token", 'socket = "hearth.sock"', "port = 8765", None, ["token_file", "port"]),
]


class ConfigTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "hearth.toml"

    def start(self, *more: str) -> subprocess.CompletedProcess:
        return subprocess.run([programs() / "hearthd", "--config", self.file, *more], text=True, capture_output=True,
                              timeout=15, stdin=subprocess.DEVNULL, cwd=self.folder)

    def assert_refused(self, text: str, line, words: list):
        self.file.write_text(text)
        try:
            result = self.start()
        except subprocess.TimeoutExpired:
            (self.folder / "hearth.sock").unlink(missing_ok=True)
            self.fail("it was taken for good, and the daemon ran")
        said = f"exit {result.returncode}: {result.stderr}"
        self.assertEqual(result.returncode, 2, said)
        self.assertTrue(result.stderr.startswith("hearthd: "), said)
        self.assertIn(str(self.folder), result.stderr)
        if line is not None:
            self.assertIn(f"hearth.toml:{line}", result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)
        self.assertFalse((self.folder / "hearth.sock").exists(), "it opened a door before it knew its configuration")

    def test_a_good_one_is_good(self):
        self.file.write_text(GOOD)
        result = self.start("--check")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("is good", result.stdout)
        self.assertFalse((self.folder / "home.db").exists())

    def test_every_mistake_is_named_with_its_place(self):
        for what, good, wrong, line, words in MISTAKES:
            with self.subTest(what):
                self.assertIn(good, GOOD)
                self.assert_refused(GOOD.replace(good, wrong, 1), line, words)

    def test_a_file_that_is_not_there(self):
        result = self.start()
        self.assertEqual(result.returncode, 2)
        self.assertIn(str(self.file), result.stderr)
        self.assertIn("cannot be read: No such file", result.stderr)

    def test_a_secret_that_others_can_read(self):
        secret = self.folder / "secret"
        secret.write_text("open sesame\n")
        os.chmod(secret, 0o644)
        self.assert_refused(GOOD + 'password_file = "secret"\n', None, [str(secret), "0600"])

    def test_an_empty_secret(self):
        secret = self.folder / "secret"
        secret.write_text("")
        os.chmod(secret, 0o600)
        self.assert_refused(GOOD + 'password_file = "secret"\n', None, [str(secret), "first line"])

    def test_a_token_that_is_too_short(self):
        token = self.folder / "token"
        token.write_text("short\n")
        os.chmod(token, 0o600)
        text = GOOD.replace('socket = "hearth.sock"', 'port = 8765\ntoken_file = "token"')
        self.assert_refused(text, None, [str(token), "16 characters"])

    def test_wrong_usage_of_the_daemon(self):
        self.file.write_text(GOOD)
        result = self.start("--nonsense")
        self.assertEqual(result.returncode, 2, f"{result.stdout} {result.stderr}")


if __name__ == "__main__":
    unittest.main()
