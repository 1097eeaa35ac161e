"""Programs that a test starts: each with a log of its own, and none outlives the test."""
import ctypes
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


def programs() -> pathlib.Path:
    """Where hearthd, hearth and demo_home lie: HEARTH_PROGRAMS, else the release build."""
    fallback = pathlib.Path(__file__).resolve().parents[2] / "build" / "release" / "bin"
    return pathlib.Path(os.environ.get("HEARTH_PROGRAMS", fallback))


def tool(name: str) -> str:
    """A system program; daemons lie where only root looks."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if found is None:
        raise SystemExit(f"{name} is not installed; tools/setup test installs it")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(what: str, condition, seconds: float = 10, every: float = 0.02):
    """The first true value of condition(); AssertionError that says what was awaited, and its last value."""
    end = time.monotonic() + seconds
    value = condition()
    while not value:
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds:g} s still not so: {what}; last seen: {value!r}")
        time.sleep(every)
        value = condition()
    return value


class Program:
    """One child process. It dies with this one, whatever happens."""

    def __init__(self, name: str, command: list, log: pathlib.Path):
        self.name, self.command, self.log_file = name, [str(part) for part in command], log
        self.process = None

    def start(self):
        with open(self.log_file, "ab") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            preexec_fn=lambda: LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL))
        return self

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int):
        if self.alive():
            self.process.send_signal(number)

    def kill(self):
        """SIGKILL: no farewell."""
        self.signal(signal.SIGKILL)
        if self.process is not None:
            self.process.wait(60)

    def stop(self, seconds: float = 10) -> int:
        """SIGTERM; killed, and an error, when it takes longer. Returns the exit code."""
        self.signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"{self.name} did not end within {seconds:g} s of SIGTERM; {self.last_words()}") from None

    def processor_seconds(self) -> float:
        """What it has used since it started, in all its threads."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def last_words(self) -> str:
        text = self.log_file.read_text(errors="replace") if self.log_file.exists() else ""
        return f"the end of {self.log_file.name}:\n{text[-2000:]}"


class Broker(Program):
    """mosquitto on a free loopback port, which it keeps when it is started again. It remembers nothing."""

    def __init__(self, folder: pathlib.Path):
        self.port = free_port()
        self.config = folder / "mosquitto.conf"
        super().__init__("mosquitto", [tool("mosquitto"), "-c", self.config], folder / "mosquitto.log")
        user = os.environ.get("USER") or os.environ.get("LOGNAME") or "root"
        self.config.write_text(f"listener {self.port} 127.0.0.1\nallow_anonymous true\npersistence false\nuser {user}\n")

    def start(self):
        super().start()
        wait_until(f"mosquitto answers on port {self.port}", self.answers)
        return self

    def answers(self) -> bool:
        if not self.alive():
            raise AssertionError(f"mosquitto ended; {self.last_words()}")
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
