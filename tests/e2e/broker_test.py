"""A broker that is away, dies, comes back, stalls: the house goes on, says so, and is right again afterwards."""
import signal
import time
import unittest

from home import Home
from processes import wait_until

FAILURES = ("could not reach", "no sign")


class BrokerTest(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def door(self) -> dict:
        return next(door for door in self.home.ask("GET", "/v1/health")["doors"] if door["name"] == "demo")

    def await_door(self, connected: bool, seconds: float = 20):
        wait_until(f"the door says connected={connected}", lambda: self.door()["connected"] == connected or None, seconds)

    def assert_failed_clearly(self, answer: dict):
        self.assertTrue(any(words in answer["text"] for words in FAILURES), answer)
        self.assertIn("the TV", answer["text"])
        entries = self.home.ask("GET", f"/v1/journal?trace={answer['trace']}")
        ends = [entry["Outcome"].get("progress") for entry in entries if "Outcome" in entry]
        self.assertTrue(set(ends) & {"failed", "refused"}, ends)

    def test_absent_at_start_then_there(self):
        home = self.home
        home.begin_daemon()
        self.assertFalse(self.door()["connected"])
        check = home.shell("check")
        self.assertEqual(check.returncode, 1)
        self.assertIn("AWAY", check.stdout)
        self.assertIn("no broker", check.stdout)
        self.assertTrue(home.say("turn on the tv")["text"])
        home.broker.start()
        home.devices.start()
        self.await_door(True)
        home.await_devices()
        self.assertEqual(home.say("turn on the tv")["text"], "Turned on the TV.")

    def test_dies_and_comes_back(self):
        home = self.home.begin()
        self.assertEqual(home.say("turn on the tv")["text"], "Turned on the TV.")
        home.broker.kill()
        self.await_door(False)
        self.assert_failed_clearly(home.say("turn off the tv"))
        self.assertEqual(home.shell("check").returncode, 1)
        home.traffic.close()
        home.broker.start()
        home.traffic = home.watch()
        self.await_door(True)
        wait_until("the TV reports again", lambda: home.traffic.last("demo/tv_plug/state"), 20)
        home.await_devices()
        time.sleep(1)
        self.assertEqual(home.traffic.commands("demo/tv_plug"), [], "a command that was said to have failed came late")
        self.assertIs(home.value("TV", "Living room", "on_off"), True)
        home.publish("demo/tv_plug/state", '{"POWER":"OFF","mW":400}')
        wait_until("a change after the return is seen",
                   lambda: home.value("TV", "Living room", "on_off") is False or None, 5)
        self.assertEqual(home.say("turn on the coffee machine")["text"], "Turned on the Coffee machine.")
        self.assertEqual(home.shell("check").returncode, 0)

    def test_a_stall_only_delays(self):
        home = self.home.begin()
        home.broker.signal(signal.SIGSTOP)
        begun = time.monotonic()
        home.after(3, lambda: home.broker.signal(signal.SIGCONT))
        answer = home.say("turn on the tv")
        self.assertEqual(answer["text"], "Turned on the TV.")
        self.assertGreater(time.monotonic() - begun, 2)
        self.assertEqual(len(home.traffic.commands("demo/tv_plug")), 1)
        self.assertIs(home.value("TV", "Living room", "on_off"), True)
        self.assertTrue(self.door()["connected"])


if __name__ == "__main__":
    unittest.main()
