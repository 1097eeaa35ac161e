#!/usr/bin/env python3
"""Home Assistant's own English understanding on our sets of compound commands and follow-ups, for comparison.

usage: run.py [--data FILE …] [--home FILE] [--json OUT] [--results OUT]

FILE has one JSON object a line: {id, language?, home?, here?, text, frames} or {id, …, turns: [{text, expect}]}; by
default tests/golden/understanding/{compound,followup}.jsonl. Measured are the lines in English (or of no language). A
line without a home gets the standard one: --home, or standard_home.json in $HEARTH_SHARED_DATA/nlu, beside the data,
or in shared/data/nlu of a folder above it. Installs what it needs into build/gazetteer.

As in Home Assistant 2026.9 and later hassil reads first, with the templates of home-assistant-intents, and what fits no
template is given to gazetteer-matcher, with the speaker's area and with what the last turn that succeeded was about.
What they recognise is carried out on the home as Home Assistant's intents do it (house.py), and what changed is judged
as our own is (judge.py). Of follow-ups each turn after the first counts, and a talk's state and memory are the peer's.

  right           what is expected happened, and nothing else
  wrong           something else or more would have been changed or promised
  refused         nothing was done, and the reply names what was meant or why not: no such thing, several could be meant
  not understood  the reply is that nothing was understood
  missed          something was understood, and nothing amiss came of it, but not all that is expected; also an order
                  that contradicts what was said and happens to change nothing ("off" to a lamp that is off)

Assumed, in the peer's favour where we cannot know: every device is exposed and can do what is usual for its kind;
covers have the device class that their name tells; no intent fails for what a thing shows (music may be resumed while
it plays); where several players could be meant all of them act; "play …" finds something; timers and lists exist; a
sentence for later ("… in ten minutes") is kept whatever it says, and is right wherever the line has a time; a broadcast
or the next track is no change; any answer to a question is a right answer; a refusal because several things could be
meant is a question back. Where nothing is expected to happen, not understanding is right, as it is for ours. Not in its
favour, but as Home Assistant does it: of two heatings in a room it refuses to choose, and what hassil understood but
could not be carried out is not tried again with the matcher. Custom sentences, scripts, helpers and language models,
with which a household may extend Home Assistant, are left out.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
VENV = ROOT / "build/gazetteer"
PINS = ("gazetteer-matcher==1.2.0", "hassil==3.12.1", "home-assistant-intents==2026.10.27", "pyyaml==6.0.2")
GOLDEN = ROOT / "tests/golden/understanding"
OUTCOMES = ("right", "wrong", "refused", "not understood", "missed")
QUESTIONS = ("ambiguous", "anaphora_multiple_targets")  # refusals that say that several things could be meant


def run_in_venv() -> None:
    """Starts this program again with the pinned peers, unless it has them."""
    python, pins = VENV / "bin/python", VENV / "pins.txt"
    if not pins.exists() or pins.read_text().split() != list(PINS):
        shutil.rmtree(VENV, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINS], check=True)
        pins.write_text("\n".join(PINS) + "\n")
    if Path(sys.prefix) != VENV:
        os.execv(python, [python, *sys.argv])


if __name__ == "__main__":
    run_in_venv()

from gazetteer_matcher import GazetteerMatcher, TargetReference  # noqa: E402
from hassil import Intents, recognize_best  # noqa: E402
from hassil.intents import TextSlotList  # noqa: E402
from home_assistant_intents import get_intents  # noqa: E402

from house import DOMAINS, SINGLE, Done, Home, Refused  # noqa: E402
from judge import goal_of, goal_of_target, judge  # noqa: E402


def hassil_lists(home: Home) -> dict:
    def context(thing) -> dict:
        return {"domain": thing.domain} | ({"device_class": thing.device_class} if thing.device_class else {})

    names = [(name, name, context(thing)) for thing in home.things.values() for name in thing.names]
    areas = [(name, area) for area, known in home.areas.items() for name in known["names"]]
    return {"name": TextSlotList.from_tuples(names, name="name", allow_template=False),
            "area": TextSlotList.from_tuples(areas, name="area", allow_template=False),
            "floor": TextSlotList.from_strings(home.floors, name="floor", allow_template=False)}


def matcher_home(home: Home) -> dict:
    def entity(thing) -> dict:
        spec = {"name": thing.names[0], "aliases": thing.names[1:], "domain": thing.domain, "area": thing.area or None}
        return spec | ({"device_class": thing.device_class} if thing.device_class else {})

    return {"areas": {area: {"name": area, "aliases": known["names"][1:], "floor": known["floor"]}
                      for area, known in home.areas.items()},
            "floors": {floor: {"name": floor} for floor in home.floors},
            "entities": {thing.id: entity(thing) for thing in home.things.values()}}


class Peer:
    """Home Assistant's conversation in one home after another."""

    def __init__(self) -> None:
        self._intents = Intents.from_dict(get_intents("en"))
        self._matcher = GazetteerMatcher()

    def enter(self, home: Home) -> None:
        """A new conversation."""
        self._home, self._lists, self._targets = home, hassil_lists(home), ()
        self._matcher.set_home(matcher_home(home))

    def say(self, text: str) -> Done:
        done = Done()
        recognised = recognize_best(text, self._intents, slot_lists=self._lists, language="en",
                                    intent_context={"area": self._home.here}, best_slot_name="name")
        if recognised:
            done.by = "templates"
            done.frames = [(recognised.intent.name, {k: e.value for k, e in recognised.entities.items()})]
        else:
            found = self._matcher.interpret(text, context_area=self._home.here, previous_targets=self._targets)
            done.words = "" if found.accepted else found.response or ""
            if not found.accepted:
                done.refused = bool(found.refusal_target) or any(span.tag == "anaphor" for span in found.spans)
                done.asks = found.rejection_code in QUESTIONS
                return done
            done.by = "matcher"
            done.frames = [(frame.intent, dict(frame.slots)) for frame in found.frames]
        try:
            for intent, slots in done.frames:
                self._home.carry_out(intent, slots, done)
        except Refused as refused:
            done.refused, done.asks, done.words = True, refused.asks, str(refused)
            return done
        self._targets = self._about(*done.frames[0]) if recognised else found.targets
        return done

    def _about(self, intent: str, slots: dict) -> tuple:
        """What "it" and "them" mean after a template: its floor or area, else the one thing."""
        if intent in SINGLE:  # answered for the thing alone
            return (TargetReference.for_entity(self._home.resolve(slots, DOMAINS[intent], single=True)[0].id),)
        kind = {key: slots[key] for key in ("domain", "device_class") if key in slots}
        if slots.get("floor"):
            return (TargetReference.for_floor(slots["floor"], **kind),)
        if slots.get("area"):
            return (TargetReference.for_area(slots["area"], **kind),)
        try:
            things = self._home.resolve(slots) if slots.get("name") or kind else []
        except Refused:
            things = []
        return (TargetReference.for_entity(things[0].id, **kind),) if len(things) == 1 else ()


def unless_done(done: Done) -> str:
    if done.refused:
        return "refused"
    return "missed" if done.frames else "not understood"


def judge_turn(expect, done: Done, home: Home, before: dict) -> str:
    if isinstance(expect, list):
        return judge([[goal_of_target(one, home) for one in expect]], done, home, before) or unless_done(done)
    outcome = judge([[]], done, home, before)  # right: nothing was done
    if outcome == "right" and (expect == "ask" and not done.asks or expect == "answer" and not done.answered):
        return unless_done(done)
    return outcome


def standard_home(data: Path, told: Path | None):
    places = [told.parent] if told else []
    if shared := os.environ.get("HEARTH_SHARED_DATA"):
        places.append(Path(shared) / "nlu")
    for folder in data.resolve().parents:
        places += [folder, folder / "shared/data/nlu"]
    name = told.name if told else "standard_home.json"
    return next((json.loads((place / name).read_text()) for place in places if (place / name).exists()), None)


def measure(peer: Peer, data: Path, told: Path | None, results: list) -> dict:
    counts, by, microseconds = Counter(), defaultdict(lambda: defaultdict(Counter)), []
    standard = standard_home(data, told)
    for line in filter(str.strip, data.read_text().splitlines()):
        row = json.loads(line)
        if row.get("language", "en") != "en":
            continue
        if "home" not in row and standard is None:
            sys.exit(f"{data}: line {row.get('id')} has no home, and there is no standard_home.json; give --home")
        home = Home(row["home"] if "home" in row else standard, row.get("here"))
        peer.enter(home)
        for place, turn in enumerate(row.get("turns") or [row]):
            before = home.shown()
            started = time.perf_counter()
            done = peer.say(turn["text"])
            microseconds.append((time.perf_counter() - started) * 1e6)
            if "turns" in row:
                outcome = judge_turn(turn["expect"], done, home, before)
            else:
                readings = [[goal_of(frame, home) for frame in reading] for reading in row["frames"]]
                outcome = judge(readings, done, home, before) or unless_done(done)
            counted = "turns" not in row or place > 0
            by["read by" if counted else "first turns (not counted)"][done.by or "nobody"][outcome] += 1
            if counted:
                counts[outcome] += 1
                by["category"][row.get("category", "none")][outcome] += 1
            results.append({"data": data.name, "id": row.get("id"), "text": turn["text"], "counted": counted,
                            "outcome": outcome, "by": done.by, "frames": done.frames, "sets": done.sets,
                            "promises": done.promises, "words": done.words,
                            "expected": turn.get("expect", row.get("frames"))})
    microseconds.sort()
    percentile = {name: microseconds[min(len(microseconds) - 1, int(share * len(microseconds)))] if microseconds else 0
                  for name, share in (("p50_us", 0.5), ("p99_us", 0.99))}
    return {"data": data.name, "cases": sum(counts.values()), **{name: counts[name] for name in OUTCOMES}, **percentile,
            "by": {group: {key: dict(found) for key, found in sorted(keys.items())} for group, keys in by.items()}}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, nargs="+",
                         default=[GOLDEN / "compound.jsonl", GOLDEN / "followup.jsonl"])
    options.add_argument("--home", type=Path, help="the home of lines without one")
    options.add_argument("--json", type=Path)
    options.add_argument("--results", type=Path, help="write every turn with what was recognised and done")
    arguments = options.parse_args()

    peer, results = Peer(), []
    reports = [measure(peer, data, arguments.home, results) for data in arguments.data]
    for report in reports:
        cases = max(1, report["cases"])
        shares = ", ".join(f"{report[name]} {name} ({100 * report[name] / cases:.1f} %)" for name in OUTCOMES)
        print(f"{report['data']}: {report['cases']} cases: {shares}; p50 {report['p50_us']:,.0f} us")
    if arguments.results:
        arguments.results.write_text("".join(json.dumps(result) + "\n" for result in results))
    if arguments.json:
        arguments.json.write_text(json.dumps(reports) + "\n")


if __name__ == "__main__":
    main()
