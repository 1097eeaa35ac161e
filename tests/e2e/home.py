"""A home for tests: broker, demo devices, hearthd; its control socket, its shell, and what passes the broker."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from processes import Broker, Program, free_port, programs, tool, wait_until

CONFIG = """[home]
name = "The test home"
[journal]
path = "home.db"
[log]
level = "info"
[control]
socket = "hearth.sock"
area = "Living room"
{person}
[web]
port = {web_port}
area = "Living room"
{person}
[[person]]
name = "Anna"
role = "owner"
[[door]]
type = "mqtt"
name = "demo"
host = "127.0.0.1"
port = {port}
"""
SPOKEN_OF = {("Desk lamp", "Living room"): "on_off", ("Floor lamp", "Living room"): "on_off",
             ("Ceiling light", "Living room"): "on_off", ("TV", "Living room"): "on_off",
             ("Kitchen light", "Kitchen"): "on_off", ("Coffee machine", "Kitchen"): "on_off",
             ("Lamp", "Bedroom"): "on_off", ("Light", "Hallway"): "on_off", ("Front door", "Hallway"): "lock"}


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: pathlib.Path, timeout: float):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Traffic:
    """All that passes a broker, by mosquitto_sub: rows of (time, retained, topic, payload). Thread-safe."""

    def __init__(self, port: int, filters: tuple = ("#",)):
        self.rows, self.lock = [], threading.Lock()
        self.process = subprocess.Popen(
            [tool("mosquitto_sub"), "-h", "127.0.0.1", "-p", str(port), "-q", "1",
             *(word for one in filters for word in ("-t", one)), "-F", "%U\t%r\t%t\t%p"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors="replace")
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            parts = line.rstrip("\n").split("\t", 3)
            if len(parts) == 4:
                with self.lock:
                    self.rows.append((float(parts[0]), parts[1] == "1", parts[2], parts[3]))

    def all(self) -> list:
        with self.lock:
            return list(self.rows)

    def commands(self, topic: str = "") -> list:
        """What was asked of devices: (time, topic, payload)."""
        return [(at, where, payload) for at, _, where, payload in self.all()
                if where.endswith("/set") and where.startswith(topic)]

    def last(self, topic: str):
        """The newest payload of that topic, read as JSON where it is; None before the first."""
        for _, _, where, payload in reversed(self.all()):
            if where == topic:
                try:
                    return json.loads(payload)
                except ValueError:
                    return payload
        return None

    def close(self):
        self.process.kill()
        self.process.wait(10)
        self.reader.join(10)
        self.process.stdout.close()


class Home:
    """Lives in a folder of its own, removed at the end. Use as a context."""

    def __init__(self, person: str = "Anna"):
        self.web_port = free_port()  # the same over restarts, as an open page needs it
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hearth_e2e_"))
        self.socket = self.folder / "hearth.sock"
        self.journal = self.folder / "home.db"
        self.config = self.folder / "hearth.toml"
        self.broker = Broker(self.folder)
        self.devices = Program("demo_home", [programs() / "demo_home", "--broker", f"127.0.0.1:{self.broker.port}"],
                               self.folder / "demo_home.log")
        self.daemon = Program("hearthd", [programs() / "hearthd", "--config", self.config], self.folder / "hearthd.log")
        self.speaks_as(person)
        self.traffic = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            for program in (self.daemon, self.devices, self.broker):
                print(f"--- {program.name}: {program.last_words()}")
        self.close()

    def close(self):
        """Ends everything. With HEARTH_KEEP in the environment the folder stays."""
        if self.traffic is not None:
            self.traffic.close()
        for program in (self.daemon, self.devices, self.broker):
            program.signal(signal.SIGCONT)
            program.kill()
        if "HEARTH_KEEP" in os.environ:
            print(f"kept: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def speaks_as(self, person: str):
        """As whom the shell speaks from the daemon's next start; "" is a guest."""
        line = f'person = "{person}"' if person else ""
        self.config.write_text(CONFIG.format(person=line, port=self.broker.port, web_port=self.web_port))

    def begin(self):
        """Broker, devices and daemon; returns when every device is known."""
        self.broker.start()
        self.traffic = self.watch()
        self.devices.start()
        self.begin_daemon()
        self.await_devices()
        return self

    def begin_daemon(self, seconds: float = 60) -> float:
        """Returns how long it took until it answered."""
        begun = time.monotonic()
        self.daemon.start()
        wait_until("hearthd answers", self.answers, seconds)
        return time.monotonic() - begun

    def answers(self) -> bool:
        if not self.daemon.alive():
            raise AssertionError(f"hearthd ended with {self.daemon.process.returncode}; {self.daemon.last_words()}")
        try:
            return self.ask("GET", "/v1/health", seconds=5) is not None
        except (OSError, http.client.HTTPException):
            return False

    def await_devices(self, seconds: float = 30):
        """Until those demo devices that tests speak of are known, available, and have reported."""
        def waiting():
            known = {(row["name"], row["area"]): row for row in self.ask("GET", "/v1/devices") if row["available"]}
            return [name for name, capability in SPOKEN_OF.items()
                    if name not in known or known[name]["states"][capability]["value"] is None]
        wait_until("all demo devices are known and have reported", lambda: not waiting() or None, seconds)

    def ask(self, method: str, target: str, body=None, seconds: float = 30):
        """One request to the control socket. Raises OSError when no daemon answers, AssertionError on a refusal."""
        connection = UnixConnection(self.socket, seconds)
        try:
            connection.request(method, target, None if body is None else json.dumps(body),
                               {"Content-Type": "application/json"})
            response = connection.getresponse()
            answer = json.loads(response.read())
        finally:
            connection.close()
        if response.status >= 400:
            raise AssertionError(f"{method} {target}: {response.status} {answer}")
        return answer

    def say(self, text: str, seconds: float = 30, **more) -> dict:
        return self.ask("POST", "/v1/say", {"text": text, **more}, seconds)

    def shell(self, *words: str, seconds: float = 30) -> subprocess.CompletedProcess:
        """The program `hearth`, as a person runs it."""
        return subprocess.run([str(programs() / "hearth"), "--socket", str(self.socket), *words], text=True,
                              capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL)

    def entries(self) -> list:
        """The whole journal, from the running daemon."""
        rows, after = [], 0
        while page := self.ask("GET", f"/v1/journal?after={after}&limit=1000"):
            rows += page
            after = page[-1]["seq"]
        return rows

    def device(self, name: str, area: str) -> dict:
        """What the daemon knows of one entity."""
        rows = [row for row in self.ask("GET", "/v1/devices") if row["name"] == name and row["area"] == area]
        if len(rows) != 1:
            raise AssertionError(f"expected one {name} in {area}, found {rows}")
        return rows[0]

    def publish(self, topic: str, payload: str, retain: bool = True):
        """As some device would."""
        subprocess.run([tool("mosquitto_pub"), "-h", "127.0.0.1", "-p", str(self.broker.port), "-t", topic, "-m", payload,
                        *(["-r"] if retain else [])], check=True, timeout=10, stdin=subprocess.DEVNULL)

    def watch(self) -> Traffic:
        return Traffic(self.broker.port)

    def after(self, seconds: float, deed):
        """Does that later, in a thread of its own."""
        timer = threading.Timer(seconds, deed)
        timer.daemon = True
        timer.start()

    def value(self, name: str, area: str, capability: str):
        return self.device(name, area)["states"][capability]["value"]
