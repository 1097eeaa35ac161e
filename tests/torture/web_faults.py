"""What is done to the page's door: the attacks of tests/e2e/web_attack_test.py, and a million requests."""
import os
import re
import socket
import subprocess
import sys
import threading
import time

from fault import ROOT, Absent, Fault, Outcome, Scale
from flood_faults import Asker
from homes import TroubledHome

CLIENTS = 4
GROWTH_MIB = 64


def attacks(scale: Scale, outcome: Outcome):
    test = ROOT / "tests" / "e2e" / "web_attack_test.py"
    if not test.exists():
        raise Absent("no tests/e2e/web_attack_test.py")
    done = subprocess.run([sys.executable, str(test)], cwd=ROOT, capture_output=True, text=True, timeout=3600,
                          stdin=subprocess.DEVNULL, env=os.environ.copy())
    ran = re.search(r"^Ran (\d+) tests?", done.stderr, re.MULTILINE)
    outcome.times, outcome.unit = int(ran[1]) if ran else 0, "attacks"
    outcome.must(done.returncode == 0, f"{test.name}: {done.stderr[-600:]}")
    outcome.saw = "refusals with a reason; the page went on"


class Client(threading.Thread):
    """Asks as fast as it is answered, over one connection after the other."""

    def __init__(self, port: int, count: int):
        super().__init__(daemon=True)
        self.port, self.count, self.statuses, self.broken = port, count, {}, 0
        self.request = f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()

    def run(self):
        connection = None
        for _ in range(self.count):
            try:
                if connection is None:
                    connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
                connection.sendall(self.request)
                answer = connection.recv(65536)
                if not answer:
                    raise OSError("closed")
                status = answer[9:12].decode()
                self.statuses[status] = self.statuses.get(status, 0) + 1
            except OSError:
                self.broken += 1
                connection = None
        if connection is not None:
            connection.close()


def million(scale: Scale, outcome: Outcome):
    outcome.times, outcome.unit = scale.pick(1_000_000, 5_000), "requests"
    with TroubledHome() as home:
        port = getattr(home, "web_port", None)
        if port is None:
            raise Absent("the home of tests/e2e serves no page")
        home.begin()
        before_mib, begun = home.resident_mib(), time.monotonic()
        clients = [Client(port, outcome.times // CLIENTS) for _ in range(CLIENTS)]
        asker = Asker(home, 0.5)
        for thread in [*clients, asker]:
            thread.start()
        for client in clients:
            client.join()
        outcome.figures["requests a second"] = round(outcome.times / (time.monotonic() - begun))
        asker.finish(outcome)
        good = sum(client.statuses.get("200", 0) for client in clients)
        broken = sum(client.broken for client in clients)
        outcome.figures |= {"answered": good, "connections broken": broken, "MiB before": round(before_mib),
                            "MiB after": round(home.resident_mib())}
        outcome.must(good + broken == outcome.times and broken < outcome.times // 100,
                     f"{good} answered, {broken} broken: {[client.statuses for client in clients]}")
        outcome.must(home.resident_mib() - before_mib < GROWTH_MIB, "memory grew")
        outcome.must(home.daemon.stop() == 0, home.daemon.last_words())
    outcome.saw = "nothing; lamps obeyed"


FAULTS = [
    Fault("web", "the page's door is attacked",
          "oversize, malformed, traversal, cross-origin, rebinding, tokens, 500 idle sockets, slow readers "
          "(`tests/e2e/web_attack_test.py`)", attacks),
    Fault("web-million", "a million requests to the page's door", "four clients, as fast as they are answered, while "
          "somebody speaks to the lamps", million),
]
