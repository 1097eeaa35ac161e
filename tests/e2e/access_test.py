"""Daemon and shell find each other without being told, and through a port with a token; exit codes say what was wrong."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from processes import Program, free_port, programs, wait_until


class AccessTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hearth_e2e_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HEARTH_") and name != "XDG_RUNTIME_DIR"}
        self.environment = {**kept, "XDG_RUNTIME_DIR": str(self.folder)}

    def begin(self, config: str):
        file = self.folder / "hearth.toml"
        file.write_text(config)
        environment = [f"{name}={value}" for name, value in self.environment.items()]
        daemon = Program("hearthd", ["/usr/bin/env", "-i", *environment, programs() / "hearthd", "--config", file],
                         self.folder / "hearthd.log").start()
        self.addCleanup(daemon.kill)
        wait_until("the daemon is awake", lambda: "is awake" in daemon.last_words() or None, 60)
        return daemon

    def shell(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run([programs() / "hearth", *words], text=True, capture_output=True, timeout=30,
                              stdin=subprocess.DEVNULL, env={**self.environment, **environment})

    def test_a_brokers_address_is_enough(self):
        self.begin(f'[[door]]\nhost = "127.0.0.1"\nport = {free_port()}\n')
        self.assertTrue((self.folder / "hearth.sock").is_socket())
        check = self.shell("check")
        self.assertEqual(check.returncode, 1, check.stderr)  # there is no broker, and it says so
        self.assertIn("problem: the door mqtt is away", check.stdout)
        self.assertEqual(self.shell("check", "--json").returncode, 1)
        self.assertEqual(self.shell("devices").returncode, 0)
        self.assertEqual(self.shell("check", XDG_RUNTIME_DIR=str(self.folder / "nowhere")).returncode, 3)

    def test_a_port_and_its_token(self):
        token, port = self.folder / "token", free_port()
        token.write_text("0123456789abcdef\n")
        token.chmod(0o600)
        self.begin(f'[control]\nport = {port}\ntoken_file = "token"\n')
        self.assertFalse((self.folder / "hearth.sock").exists())
        for address in (f"127.0.0.1:{port}", f"localhost:{port}", str(port)):
            result = self.shell("--address", address, "--token-file", str(token), "devices")
            self.assertEqual(result.returncode, 0, result.stderr)
        named = self.shell("devices", HEARTH_ADDRESS=str(port), HEARTH_TOKEN_FILE=str(token))
        self.assertEqual(named.returncode, 0, named.stderr)
        for wrong in ("192.168.1.10:80", "127.0.0.1:", "127.0.0.1:99999", "nonsense"):
            result = self.shell("--address", wrong, "--token-file", str(token), "devices")
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn("127.0.0.1:PORT", result.stderr)
        self.assertEqual(self.shell("--address", str(port), "devices").returncode, 2)
        token.write_text("fedcba9876543210\n")
        self.assertEqual(self.shell("--address", str(port), "--token-file", str(token), "devices").returncode, 1)
        token.chmod(0o644)
        self.assertIn("0600", self.shell("--address", str(port), "--token-file", str(token), "devices").stderr)

    def test_what_is_no_mistake_of_the_caller_is_not_called_one(self):
        self.begin("")
        nothing_done = self.shell("why", "--chain")
        self.assertEqual(nothing_done.returncode, 1, nothing_done.stderr)
        self.assertEqual(self.shell("say", "").returncode, 2)
        unreadable = self.shell("replay", str(self.folder))
        self.assertIn(unreadable.returncode, (1, 2), unreadable.stderr)  # not 3: no daemon was asked


if __name__ == "__main__":
    unittest.main()
