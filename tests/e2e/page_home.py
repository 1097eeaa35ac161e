"""A home for page_test: reads one JSON object a line ({"do": …}), answers with one; ends with its standard input."""
import json
import sys

from home import Home
from processes import wait_until


class PageHome:
    def __init__(self):
        self.home = Home()

    def begin(self):
        self.home.begin()
        return self.address()

    def address(self):
        """With the token, as hearthd prints it."""
        token = (self.home.folder / "secrets" / "web.token").read_text().split()[0]
        return f"http://127.0.0.1:{self.home.web_port}/#token={token}"

    def kill_daemon(self):
        self.home.daemon.kill()

    def start_daemon(self):
        self.home.begin_daemon()

    def kill_broker(self):
        self.home.broker.kill()

    def start_broker(self):
        self.home.broker.start()
        self.home.await_devices()

    def commands(self, topic=""):
        return [[where, payload] for _, where, payload in self.home.traffic.commands(topic)]

    def last(self, topic):
        return self.home.traffic.last(topic)

    def value(self, name, area, capability):
        return self.home.value(name, area, capability)

    def publish(self, topic, payload):
        self.home.publish(topic, payload)

    def say(self, text):
        return self.home.say(text)

    def await_value(self, name, area, capability, value):
        wait_until(f"{name}: {capability} {value}", lambda: self.home.value(name, area, capability) == value)


def main() -> int:
    page = PageHome()
    with page.home:
        for line in sys.stdin:
            asked = json.loads(line)
            try:
                answer = {"ok": getattr(page, asked.pop("do"))(**asked)}
            except (AssertionError, OSError, ValueError) as error:
                answer = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(answer), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
