"""The home of the end-to-end tests, with something in its way."""
import pathlib

import fault  # noqa: F401  finds the folder of the next ones
from home import Home, Traffic
from processes import programs, tool


class TroubledHome(Home):
    """`port`: where the daemon finds its broker, if not at the broker. `environment`: NAME=VALUE for the daemon."""

    def __init__(self, port: int | None = None, environment: list = ()):
        for name in ("hearthd", "demo_home", "hearth"):
            if not (programs() / name).exists():
                raise fault.Absent(f"no {programs() / name}; `tools/build release hearthd demo_home hearth` makes it")
        super().__init__()
        if port is not None:
            self.door_port(port)
        if environment:
            self.daemon.command = [tool("env"), *environment, *self.daemon.command]

    def door_port(self, port: int):
        text = self.config.read_text()
        self.config.write_text(text.replace(f"port = {self.broker.port}\n", f"port = {port}\n"))

    def watch(self) -> Traffic:
        """What concerns the demo devices, not what tests publish beside them."""
        return Traffic(self.broker.port, ("demo/#", "zigbee2mqtt/#"))

    def resident_mib(self) -> float:
        """Of the daemon."""
        for line in pathlib.Path(f"/proc/{self.daemon.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise AssertionError("the daemon is gone")

    def house(self) -> dict:
        return self.ask("GET", "/v1/health")["house"]
