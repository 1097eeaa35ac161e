"""An upgrade that would lose a sentence is told of before it is taken, by the real programs."""
import json
import subprocess
import unittest

from home import Home
from processes import programs

OWN = """language: en
intents:
  HassTurnOn:
    data:
      - sentences: ["{}"]
        slots: {{area: Kitchen, domain: light}}
"""


class PhrasesTest(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        self.own = self.home.folder / "sentences/en/own.yaml"
        self.own.parent.mkdir(parents=True)
        self.own.write_text(OWN.format("cooking time"))
        self.home.begin()

    def check(self, *words: str):
        """(exit code, report)"""
        result = self.home.shell("check", "--phrases", "--json", *words, seconds=60)
        self.assertEqual(result.stderr, "", result.stdout)
        return result.returncode, json.loads(result.stdout)

    def restart(self):
        self.home.daemon.stop()
        self.home.begin_daemon()

    def problems(self) -> str:
        return "\n".join(self.home.ask("GET", "/v1/health")["problems"])

    def test_a_lost_sentence_is_told_until_it_is_let_go(self):
        home = self.home
        for text in ("cooking time", "cooking time", "turn on the tv"):
            home.say(text)
        code, report = self.check()
        self.assertEqual((code, report["checked"], report["differences"]), (0, 2, []))

        # Asked before it is taken: another program's view of the same journal, while the daemon runs.
        home.daemon.stop()
        self.own.write_text(OWN.format("dinner time"))
        ahead = subprocess.run([str(programs() / "hearth"), "--json", "check", "--phrases", "--config", str(home.config)],
                               text=True, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
        self.assertEqual(ahead.returncode, 4, ahead.stdout + ahead.stderr)
        self.assertEqual(json.loads(ahead.stdout)["differences"][0]["text"], "cooking time")

        for _ in range(2):  # at every start
            home.begin_daemon()
            self.assertIn("cooking time", self.problems())
            self.assertIn("cooking time", home.daemon.last_words())
            code, report = self.check()
            self.assertEqual((code, report["lost"], report["differences"][0]["count"]), (4, 1, 2))
            self.assertEqual(home.shell("check").returncode, 1)
            home.daemon.stop()
        home.begin_daemon()
        code, report = self.check("--let-go")
        self.assertEqual((code, report["let_go"]), (0, 1))
        self.assertNotIn("cooking time", self.problems())
        self.restart()
        self.assertNotIn("cooking time", self.problems())
        self.assertNotIn("cooking", (home.folder / "home.db.phrases").read_text())


if __name__ == "__main__":
    unittest.main()
