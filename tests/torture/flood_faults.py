"""More messages than any home has: a flood of states, and a storm of retained devices at the start."""
import json
import random
import statistics
import threading
import time

from fault import Fault, Outcome, Scale
from homes import TroubledHome
from kill_checker import LIGHTS
from processes import wait_until
from wire import Publisher, paced, publish

SENSORS = 200
PER_BLOCK = 200  # messages handed over at once
GROWTH_MIB = 400  # what the daemon may have grown by after a flood: its bounded queues, full, and its cache of the file


def announce(number: int, area: str = "Attic") -> bytes:
    config = {"unique_id": f"flood{number}", "name": f"Meter {number}", "state_topic": f"flood/{number}",
              "device_class": "temperature", "unit_of_measurement": "°C",
              "device": {"identifiers": [f"flood{number}"], "name": f"Meter {number}", "suggested_area": area}}
    return publish(f"homeassistant/sensor/flood{number}/config", json.dumps(config), retain=True)


def readings(home: TroubledHome) -> dict:
    """The temperature of every meter that is known, by name."""
    return {row["name"]: row["states"].get("temperature", {}).get("value")
            for row in home.ask("GET", "/v1/devices") if row["name"].startswith("Meter ")}


class Asker(threading.Thread):
    """Says one command after the other and takes the time until each is answered."""

    def __init__(self, home: TroubledHome, pause: float):
        super().__init__(daemon=True)
        self.home, self.pause, self.stopping = home, pause, threading.Event()
        self.answers, self.seconds, self.unanswered, self.peak_mib = [], [], [], 0.0

    def run(self):
        turn = 0
        while not self.stopping.wait(self.pause):
            text = f"set the {list(LIGHTS)[turn % len(LIGHTS)]} to {turn * 37 % 99 + 1} percent"
            turn += 1
            begun = time.monotonic()
            try:
                self.answers.append((text, self.home.say(text, seconds=60)))
                self.seconds.append(time.monotonic() - begun)
            except (OSError, AssertionError) as wrong:
                self.unanswered.append(f"{text}: {wrong}")
            # Taken between two sentences, so often enough for a peak of queues that fill and drain over seconds.
            self.peak_mib = max(self.peak_mib, self.home.resident_mib())

    def finish(self, outcome: Outcome):
        self.stopping.set()
        self.join(90)
        outcome.lost += len(self.unanswered)
        outcome.wrong += self.unanswered[:5]
        strange = [answer["text"] for _, answer in self.answers if not answer["text"].startswith("Set ")]
        outcome.figures["commands"] = len(self.answers)
        outcome.figures["commands not done"] = len(strange)
        if strange:
            outcome.figures["such an answer"] = strange[0]
        if len(self.seconds) > 1:
            ranked = sorted(self.seconds)
            outcome.figures |= {"answered p50 ms": round(statistics.median(ranked) * 1000),
                                "answered p99 ms": round(ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))] * 1000),
                                "answered max ms": round(ranked[-1] * 1000)}


def flood(scale: Scale, outcome: Outcome):
    rate, seconds = scale.pick(20_000, 3_000), scale.lasting(60, 4)
    dice = random.Random(scale.seed)
    blocks = [b"".join(publish(f"flood/{number}", f"{dice.uniform(-40, 120):.2f}") for number in range(PER_BLOCK))
              for _ in range(50)]
    with TroubledHome() as home:
        home.begin()
        publisher = Publisher(home.broker.port, "flood")
        publisher.send(b"".join(announce(number) for number in range(SENSORS)))
        wait_until("every meter is known", lambda: len(readings(home)) == SENSORS or None, 60, 0.2)
        before_mib, before = home.resident_mib(), home.house()
        asker = Asker(home, scale.pick(0.2, 0.5))
        asker.start()
        sent, lasted = paced(publisher, blocks, PER_BLOCK, rate, seconds)
        asker.finish(outcome)
        after = home.house()
        # The last word counts: what every meter says at the end must be known, however much went before.
        last = {f"Meter {number}": float(1000 + number) for number in range(SENSORS)}

        def settled():
            publisher.send(b"".join(publish(f"flood/{n}", str(1000 + n)) for n in range(SENSORS)))
            return readings(home) == last or None
        wait_until("every meter's last word is known", settled, 120, 1)
        publisher.close()
        door = next(one for one in home.ask("GET", "/v1/health")["doors"] if one["name"] == "demo")
        check = home.shell("--json", "check")
        shown = json.loads(check.stdout)["house"]
        outcome.must({"coalesced", "dropped", "waiting"} <= shown.keys(), "check does not show what was shed")
        grown = home.resident_mib() - before_mib
        outcome.must(grown < GROWTH_MIB, f"the daemon grew by {grown:.0f} MiB")
        outcome.must(scale.short or sent > rate * lasted * 0.9, f"only {sent / lasted:.0f} messages a second were sent")
        outcome.times, outcome.unit = sent, "messages"
        outcome.figures |= {
            "sent a second": round(sent / lasted), "seconds": round(lasted), "reached the door": door["in"],
            "coalesced": after["coalesced"] - before["coalesced"], "dropped": after["dropped"] - before["dropped"],
            "entries": after["entries"] - before["entries"], "MiB before": round(before_mib),
            "MiB at most": round(asker.peak_mib), "MiB after": round(home.resident_mib())}
        outcome.must(home.daemon.stop(60) == 0, home.daemon.last_words())
    outcome.saw = "lamps obeyed; `hearth check` counts what was coalesced and dropped"


def storm(scale: Scale, outcome: Outcome):
    count = outcome.times = scale.pick(5_000, 300)
    outcome.unit = "devices"
    with TroubledHome() as home:
        home.broker.start()
        publisher = Publisher(home.broker.port, "storm")
        for number in range(count):
            publisher.send(announce(number, f"Hall {number % 50}"))
            publisher.send(publish(f"flood/{number}", str(number), retain=True))
        home.traffic = home.watch()
        home.devices.start()
        begun = time.monotonic()
        home.begin_daemon(120)
        outcome.figures["answers after s"] = round(time.monotonic() - begun, 1)
        wait_until("every device is known, with its state",
                   lambda: sum(value is not None for value in readings(home).values()) == count or None, 300, 0.3)
        outcome.figures["all known after s"] = round(time.monotonic() - begun, 1)
        home.await_devices(120)
        known = readings(home)
        outcome.lost = sum(known.get(f"Meter {number}") != float(number) for number in range(count))
        outcome.figures["MiB"] = round(home.resident_mib())
        begun = time.monotonic()
        answer = home.say("set the desk lamp to 40 percent", seconds=60)["text"]
        outcome.figures["a command then, ms"] = round((time.monotonic() - begun) * 1000)
        outcome.must_obey(answer)
        outcome.must(home.daemon.stop(60) == 0, home.daemon.last_words())
        outcome.figures["answers after a restart, s"] = round(home.begin_daemon(120), 1)
        outcome.must(len(readings(home)) == count, "a restart forgot devices")
        publisher.close()
    outcome.saw = "all devices, a few seconds after the start"


FAULTS = [
    Fault("flood", "a flood of messages",
          "200 meters send 20,000 states a second in all for a minute, while somebody speaks to the lamps", flood,
          short=True),
    Fault("storm", "a storm of retained devices at the start", "5,000 devices by discovery, each with a retained state",
          storm, short=True),
]
