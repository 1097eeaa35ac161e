"""kill -9 of the daemon at random instants under load, again and again; then everything is counted.

  kill_test.py --kills 50 --seed 1     prints the figures; exit code 1 when anything was lost or done twice

Without --kills the number is HEARTH_KILLS, else 5.
"""
import argparse
import http.client
import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time

from home import Home
from kill_checker import LIGHTS, SWITCHES, Findings, Journal, check_answers, check_once, check_traffic
from processes import tool, wait_until

SHORT_TIMERS_S = (1, 2, 3, 4)


def light_sentences(name: str, start: int):
    """No level comes twice within 99 sentences, so that a late or doubled command cannot pass for another."""
    for turn in itertools.count(start):
        yield f"set the {name} to {turn * 37 % 99 + 1} percent"


def switch_sentences():
    for turn in itertools.count():
        yield f"turn {'on' if turn % 2 == 0 else 'off'} the coffee machine"
        yield f"{'unlock' if turn % 2 == 0 else 'lock'} the front door"


def timer_sentences(chance: random.Random):
    for turn in itertools.count():
        yield f"set a timer for {chance.choice(SHORT_TIMERS_S)} seconds" if turn % 3 else f"set a timer for {turn % 50 + 5} minutes"


class Speaker(threading.Thread):
    """Says one sentence after the other, and keeps what was answered. A sentence is never said again."""

    def __init__(self, home: Home, name: str, sentences, pause: float):
        super().__init__(name=name, daemon=True)
        self.home, self.sentences, self.pause = home, sentences, pause
        self.answers, self.unanswered, self.refused, self.stopping = [], 0, [], threading.Event()

    def run(self):
        while not self.stopping.is_set():
            text = next(self.sentences)
            try:
                self.answers.append((text, self.home.say(text, seconds=20, conversation=self.name)))
            except (OSError, http.client.HTTPException, ValueError):
                self.unanswered += 1
                self.stopping.wait(0.1)
            except AssertionError as refusal:
                self.refused.append(f"{text}: {refusal}")
            self.stopping.wait(self.pause)


class Counter(threading.Thread):
    """A sensor that counts, fifty times a second."""

    def __init__(self, home: Home):
        super().__init__(daemon=True)
        self.stopping, self.value = threading.Event(), 0
        home.publish("homeassistant/sensor/counter/config",
                     json.dumps({"unique_id": "counter", "name": "Counter", "state_topic": "test/counter",
                                 "device_class": "temperature", "unit_of_measurement": "°C"}))
        self.pipe = subprocess.Popen([tool("mosquitto_pub"), "-h", "127.0.0.1", "-p", str(home.broker.port), "-q", "1",
                                      "-r", "-t", "test/counter", "-l"], stdin=subprocess.PIPE, text=True)

    def run(self):
        while not self.stopping.wait(0.02):
            try:
                self.pipe.stdin.write(f"{self.value + 1}\n")
                self.pipe.stdin.flush()
            except BrokenPipeError:  # mosquitto_pub ends with its broker
                return
            self.value += 1

    def close(self):
        self.stopping.set()
        self.join(10)
        self.pipe.stdin.close()
        self.pipe.wait(10)

    def abandon(self):
        """The broker went away, and with it what was on its way."""
        self.stopping.set()
        self.join(10)
        self.pipe.kill()
        self.pipe.wait(10)


def kill_often(home: Home, kills: int, chance: random.Random):
    """Most kills hit a daemon at work, every fifth one that has just begun to start."""
    for kill in range(1, kills + 1):
        if kill % 5 == 0:
            home.daemon.kill()
            home.daemon.start()
            time.sleep(chance.uniform(0, 1))
        else:
            time.sleep(chance.uniform(0.05, 1.5))
        home.daemon.kill()
        home.begin_daemon()
        if kill % 10 == 0:
            print(f"{kill} of {kills} kills", flush=True)


def check(home: Home, speakers: list, counter: Counter, since: float, not_ours: list = ()) -> Findings:
    """`not_ours`: (topic, payload) of commands that somebody else sent, once each."""
    findings = Findings()
    answers = [answer for speaker in speakers for answer in speaker.answers]
    findings.count("sentences answered", len(answers))
    findings.count("sentences cut off", sum(speaker.unanswered for speaker in speakers))
    for refusal in itertools.chain.from_iterable(speaker.refused for speaker in speakers):
        findings.fault("refused", refusal)
    wait_until("the counter's last value is known",
               lambda: home.value("Counter", None, "temperature") == counter.value or None, 10)
    journal = Journal(home.entries())
    findings.count("entries", len(journal.entries))
    listed = {promise["id"] for promise in home.ask("GET", "/v1/promises")}
    entities = {(row["name"], row["area"]): row["entity"] for row in home.ask("GET", "/v1/devices")}
    for name in ("lost", "doubled", "crossed", "sent again after a crash", "undecided", "unfinished"):
        findings.count(name, 0)
    commands, others = [], list(not_ours)
    for at, topic, payload in home.traffic.commands():
        if (topic, payload) in others:
            others.remove((topic, payload))
        else:
            commands.append((at, topic, payload))
    check_answers(answers, journal, listed, findings)
    check_once(journal, findings)
    check_traffic(commands, entities, journal, since, findings)
    if home.daemon.stop() != 0:
        findings.fault("lost", f"the daemon's last words; {home.daemon.last_words()}")
    replay = home.shell("replay", str(home.journal), seconds=200)
    print(replay.stdout.strip() or replay.stderr.strip())
    if replay.returncode != 0:
        findings.fault("differs", replay.stdout + replay.stderr)
    return findings


class Load:
    """Somebody speaks to every light and switch, sets timers, and a sensor counts; in the end everything is counted."""

    def __init__(self, home: Home, chance: random.Random, pause: float = 0.01):
        """The home has begun. `pause`: seconds between one speaker's sentences; a switch waits twice as long."""
        self.home, self.counter, self.since = home, Counter(home), time.time()
        self.speakers = [Speaker(home, name, light_sentences(name, start * 7), pause) for start, name in enumerate(LIGHTS)]
        self.speakers.append(Speaker(home, "switches", switch_sentences(), 2 * pause))
        self.speakers.append(Speaker(home, "timers", timer_sentences(chance), 10 * pause))

    def start(self):
        for thread in [self.counter, *self.speakers]:
            thread.start()
        return self

    def count_again(self):
        """A new counter, where a broker's end took the first one with it."""
        self.counter.abandon()
        self.counter = Counter(self.home)
        self.counter.start()

    def finish(self, not_ours: list = ()) -> Findings:
        """Lets all that was begun come to its end and counts; the daemon is stopped, its journal replayed."""
        for speaker in self.speakers:
            speaker.stopping.set()
        for speaker in self.speakers:
            speaker.join(30)
        self.counter.close()
        time.sleep(max(SHORT_TIMERS_S) + 2)  # until the last short timer has rung and every step has ended
        return check(self.home, self.speakers, self.counter, self.since, not_ours)


def campaign(kills: int, seed: int) -> Findings:
    chance = random.Random(seed)
    with Home() as home:
        load = Load(home.begin(), chance).start()
        kill_often(home, kills, chance)
        findings = load.finish()
        findings.figures = {"kills": kills, "seed": seed, **findings.figures}
        return findings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=int(os.environ.get("HEARTH_KILLS", 5)))
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    findings = campaign(wanted.kills, wanted.seed)
    for name, number in findings.figures.items():
        print(f"{name:28} {number}")
    for fault in findings.faults[:50]:
        print(fault, file=sys.stderr)
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
