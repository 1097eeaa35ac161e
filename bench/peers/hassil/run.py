#!/usr/bin/env python3
"""Runs hassil over the acceptance suite, for comparison with our grammar on the same sentences and the same homes.

usage: run.py SUITE TEMPLATES LANGUAGE [--json OUT]

SUITE is the folder with tests/<language>/<Intent>/<combination>.yaml; TEMPLATES the folder with <language>.json.
Every test file brings its own home: its entities, areas and floors are the lists {name}, {area} and {floor}. A
sentence is right when the intent and the slots are those expected; a `domain` slot that the template implies and the
test does not list is ignored (right_strict counts with it). Prints one line of JSON: cases, right, right_strict,
p50_us, p99_us. Needs `pip install hassil pyyaml`.
"""

import argparse
import json
import time
from pathlib import Path

import yaml
from hassil import Intents, recognize_best
from hassil.intents import TextSlotList

PLACEHOLDER_AREA = "__context_area__"


def home_lists(home: dict) -> tuple[dict, str]:
    """The lists of one test file's home, and the area in which its speaker stands."""
    entities = home.get("entities") or []
    areas = home.get("areas") or []
    floors = home.get("floors") or []
    lists = {
        "name": TextSlotList.from_tuples(
            [(e["name"], e["name"], {"domain": e["domain"]}) for e in entities], name="name", allow_template=False),
        "area": TextSlotList.from_strings([a["name"] for a in areas], name="area", allow_template=False),
        "floor": TextSlotList.from_strings([f["name"] for f in floors], name="floor", allow_template=False),
    }
    here = next((a["name"] for a in areas if a.get("context_area")), PLACEHOLDER_AREA)
    return lists, here


def same(expected, actual) -> bool:
    """A list of expected values means any of them; text is compared without regard to case."""
    if expected == actual:
        return True
    if isinstance(expected, list):
        return any(same(one, actual) for one in expected)
    if isinstance(expected, str) and isinstance(actual, str):
        return expected.casefold() == actual.casefold()
    return False


def judge(result, intent: str, slots: dict, here: str) -> tuple[bool, bool]:
    """(exact without an implied domain, exact with it)."""
    if result is None or result.intent.name != intent:
        return False, False
    found = {name: entity.value for name, entity in result.entities.items()}
    if "area" in found and "area" not in slots and found["area"] == here:
        del found["area"]
    strict = found.keys() == slots.keys() and all(same(slots[k], found[k]) for k in slots)
    if "domain" not in slots:
        found.pop("domain", None)
    return found.keys() == slots.keys() and all(same(slots[k], found[k]) for k in slots), strict


def percentile(sorted_values: list, share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))] if sorted_values else 0.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("suite", type=Path)
    options.add_argument("templates", type=Path)
    options.add_argument("language")
    options.add_argument("--json", type=Path)
    options.add_argument("--results", type=Path, help="write every sentence with what was recognised")
    options.add_argument("--limit", type=int, default=0)
    arguments = options.parse_args()

    intents = Intents.from_dict(json.loads((arguments.templates / f"{arguments.language}.json").read_text()))
    cases = right = right_strict = 0
    microseconds = []
    results = []
    for path in sorted((arguments.suite / "tests" / arguments.language).glob("*/*.yaml")):
        if path.name.startswith("_"):
            continue
        home = yaml.safe_load(path.read_text())
        lists, here = home_lists(home)
        for test in home.get("tests") or []:
            for sentence in test["sentences"]:
                if arguments.limit and cases >= arguments.limit:
                    break
                started = time.perf_counter()
                result = recognize_best(sentence, intents, slot_lists=lists, intent_context={"area": here},
                                        best_slot_name="name")
                microseconds.append((time.perf_counter() - started) * 1e6)
                good, strict = judge(result, path.parent.name, test.get("slots") or {}, here)
                cases += 1
                right += good
                right_strict += strict
                if arguments.results:
                    results.append({"file": f"{path.parent.name}/{path.name}", "sentence": sentence, "right": good,
                                    "intent": result.intent.name if result else None,
                                    "slots": {k: e.value for k, e in result.entities.items()} if result else {}})
    microseconds.sort()
    report = {"cases": cases, "right": right, "right_strict": right_strict,
              "p50_us": percentile(microseconds, 0.5), "p99_us": percentile(microseconds, 0.99)}
    if arguments.results:
        arguments.results.write_text("".join(json.dumps(r) + "\n" for r in results))
    text = json.dumps(report)
    if arguments.json:
        arguments.json.write_text(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
