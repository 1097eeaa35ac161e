"""A broker that dies or stalls, and a line to it that loses, doubles or reorders, while people speak to every lamp."""
import random
import signal
import time

from fault import Fault, Outcome, Scale
from homes import TroubledHome
from kill_test import Load
from processes import wait_until
from wire import BadLine

PAUSE_S = 0.1
STABLE_S = 5  # a connection that lasted so long makes the door try again soon


def door(home: TroubledHome) -> dict:
    return next(one for one in home.ask("GET", "/v1/health")["doors"] if one["name"] == "demo")


def await_well(home: TroubledHome):
    wait_until("the door is connected", lambda: door(home)["connected"] or None, 60, 0.1)
    home.await_devices(60)


def says(load: Load, words: str) -> int:
    return sum(words in answer["text"] for speaker in load.speakers for _, answer in speaker.answers)


def obeys_again(home: TroubledHome, outcome: Outcome):
    """The fault is over: before long a command must be carried out, and confirmed."""
    begun, words = time.monotonic(), iter(["on", "off"] * 50)
    wait_until("a command is carried out again",
               lambda: home.say(f"turn {next(words)} the tv")["text"].startswith("Turned ") or None, 60, 0.5)
    outcome.figures["obeyed again after s"] = round(time.monotonic() - begun, 1)


def dies(scale: Scale, outcome: Outcome):
    chance = random.Random(scale.seed)
    outcome.times = scale.pick(10, 2)
    with TroubledHome() as home, BadLine(home.broker.port, scale.seed) as line:
        home.door_port(line.port)
        load = Load(home.begin(), chance, PAUSE_S).start()
        for _ in range(outcome.times):
            time.sleep(STABLE_S + chance.uniform(0, 2))
            home.broker.kill()
            time.sleep(chance.uniform(0, 3))
            home.broker.start()
            await_well(home)
        load.count_again()
        obeys_again(home, outcome)
        time.sleep(1)
        outcome.figures["told that a device was out of reach"] = says(load, "could not reach")
        outcome.figures["commands sent again after a cut"] = line.again
        outcome.take(load.finish(line.doubled))
    outcome.saw = "answers waited while it was away; nothing to do afterwards"


def stalls(scale: Scale, outcome: Outcome):
    chance = random.Random(scale.seed)
    outcome.times = scale.pick(20, 2)
    with TroubledHome() as home:
        load = Load(home.begin(), chance, PAUSE_S).start()
        for _ in range(outcome.times):
            time.sleep(chance.uniform(0.5, 2))
            home.broker.signal(signal.SIGSTOP)
            time.sleep(chance.uniform(0.5, 4))
            home.broker.signal(signal.SIGCONT)
        obeys_again(home, outcome)
        time.sleep(1)
        outcome.take(load.finish())
    outcome.saw = "answers came late, or said that there was no sign of the device; nothing to do afterwards"


def ill_line(kind: str, chance_of_it: float, saw: str):
    def run(scale: Scale, outcome: Outcome):
        with TroubledHome() as home, BadLine(home.broker.port, scale.seed) as line:
            home.door_port(line.port)
            load = Load(home.begin(), random.Random(scale.seed), PAUSE_S).start()
            line.ill = {kind: chance_of_it}
            time.sleep(scale.lasting(60, 5))
            line.ill = {}
            obeys_again(home, outcome)
            time.sleep(1)
            outcome.times, outcome.unit = line.done[kind], "messages"
            outcome.figures["commands among them"] = sum(topic.endswith("/set") for topic, _ in line.doubled)
            outcome.figures["told that there was no sign"] = says(load, "no sign")
            outcome.take(load.finish(line.doubled))
        outcome.must(outcome.times > 0, "nothing was done to the line")
        outcome.saw = saw
    return run


def cut(scale: Scale, outcome: Outcome):
    chance = random.Random(scale.seed)
    outcome.times = scale.pick(30, 2)
    with TroubledHome() as home, BadLine(home.broker.port, scale.seed) as line:
        home.door_port(line.port)
        load = Load(home.begin(), chance, PAUSE_S).start()
        for _ in range(outcome.times):
            time.sleep(STABLE_S + chance.uniform(0, 1.5))
            line.cut()
            await_well(home)
        obeys_again(home, outcome)
        time.sleep(1)
        outcome.figures["commands sent again after a cut"] = line.again
        outcome.take(load.finish(line.doubled))
    outcome.saw = "some answers came a moment later; nothing to do afterwards"


FAULTS = [
    Fault("broker-dies", "the broker dies and comes back, with nothing remembered",
          "`kill -9` of mosquitto at random instants, away for up to 3 s, six people speaking", dies),
    Fault("broker-stalls", "the broker stalls", "SIGSTOP of mosquitto for 0.5 to 4 s, six people speaking", stalls),
    Fault("line-cut", "the connection is cut", "a proxy before the broker ends it without a word, at random instants",
          cut, short=True),
    Fault("line-drops", "messages get lost between the house and its broker",
          "the proxy drops one PUBLISH in ten, both ways, for a minute",
          ill_line("drop", 0.1, "\"I got no sign from …\" where the command or its echo was lost")),
    Fault("line-doubles", "messages come twice", "the proxy sends one PUBLISH in four twice, both ways, for a minute",
          ill_line("double", 0.25, "nothing: what the line doubled was an absolute value, set twice")),
    Fault("line-reorders", "messages overtake each other",
          "the proxy lets one PUBLISH in four be overtaken by the next, both ways, for a minute",
          ill_line("overtake", 0.25, "nothing, but for a reading that was older for a moment")),
]
