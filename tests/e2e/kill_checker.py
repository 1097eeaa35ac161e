"""Compares what a home was told, what its journal keeps and what its devices received, after kills at any instant."""
import dataclasses
import json

# Devices of the demo home by what they are called: the topic of their commands, and how a payload reads.
LIGHTS = {"desk lamp": ("zigbee2mqtt/Living room/Desk lamp/set", "Desk lamp", "Living room"),
          "hallway light": ("zigbee2mqtt/Hallway/Light/set", "Light", "Hallway"),
          "bedroom lamp": ("zigbee2mqtt/Bedroom/Lamp/set", "Lamp", "Bedroom"),
          "kitchen light": ("demo/kitchen_light/brightness/set", "Kitchen light", "Kitchen")}
SWITCHES = {"coffee machine": ("demo/coffee_machine/set", "Coffee machine", "Kitchen"),
            "front door": ("demo/front_door_lock/set", "Front door", "Hallway")}


def asked_of(topic: str, payload: str):
    """The value that a message at the broker asks for, as a plan writes it; None for what is not looked at."""
    if topic == LIGHTS["kitchen light"][0]:
        return float(payload)
    if topic == SWITCHES["front door"][0]:
        return payload == "LOCK"
    if topic == SWITCHES["coffee machine"][0]:
        return payload == "ON"
    if any(topic == light[0] for light in LIGHTS.values()):
        return float(round(json.loads(payload)["brightness"] * 100 / 254))
    return None


@dataclasses.dataclass
class Findings:
    """`figures` are counted; `faults` are what must not be, in words."""
    figures: dict = dataclasses.field(default_factory=dict)
    faults: list = dataclasses.field(default_factory=list)

    def count(self, name: str, by: int = 1):
        self.figures[name] = self.figures.get(name, 0) + by

    def fault(self, name: str, what: str):
        self.count(name)
        self.faults.append(f"{name}: {what}")


class Journal:
    """The entries of a journal by what the checks ask for."""

    def __init__(self, entries: list):
        self.entries = entries
        self.plans = {entry["seq"]: entry["Plan"] for entry in entries if "Plan" in entry}
        self.starts = [entry["seq"] for entry in entries if "Started" in entry]
        self.heard = {entry["seq"]: entry["Utterance"]["text"] for entry in entries if "Utterance" in entry}
        self.meanings = [entry["seq"] for entry in entries if "Meaning" in entry]
        self.rings, self.ended, self.sets, self.words = {}, set(), {}, {}
        for entry in entries:
            self.read(entry)

    def read(self, entry: dict):
        if "Proposal" in entry and entry["Proposal"].get("kind") == "ring":
            self.rings.setdefault(entry["Proposal"]["episode"], []).append(entry["seq"])
        if "Outcome" in entry and entry["Outcome"].get("progress", "started") != "started":
            self.ended.add((entry["Outcome"]["plan"], entry["Outcome"].get("step", 0)))
        if "Command" in entry:
            command = entry["Command"]
            if "set" in command["what"]:
                self.sets.setdefault((command["plan"], command.get("step", 0)), []).append(entry)
            else:
                self.words.setdefault(command["plan"], []).append(command["what"].get("words", {}).get("text"))


def check_answers(answers: list, journal: Journal, listed: set, findings: Findings):
    """Whatever a person was told is in the journal, with what was done for it; a promise rings, or is still kept."""
    for text, answer in answers:
        plan = journal.plans.get(answer["plan"])
        if plan is None:
            findings.fault("lost", f"\"{text}\" was answered by plan {answer['plan']}, which the journal does not have")
            continue
        if journal.heard.get(answer["trace"]) != text:
            findings.fault("crossed", f"\"{text}\" was answered \"{answer['text']}\", which belongs to trace "
                           f"{answer['trace']}, \"{journal.heard.get(answer['trace'])}\"")
        if answer["text"] not in journal.words.get(answer["plan"], []):
            findings.fault("lost", f"the words \"{answer['text']}\" of plan {answer['plan']}")
        for step, what in enumerate(plan["steps"]):
            deed = "set" in what or "promise" in what
            if deed and plan["verdict"] == "do" and (answer["plan"], step) not in journal.ended:
                findings.fault("lost", f"the outcome of plan {answer['plan']}, step {step}, for \"{text}\"")
            if "promise" in what:
                findings.count("timers promised")
                if f"promise.{answer['plan']}.{step}" not in journal.rings and answer["plan"] not in listed:
                    findings.fault("lost", f"the timer of \"{text}\", plan {answer['plan']}")


def check_once(journal: Journal, findings: Findings):
    """No step is commanded twice, but for once again after a crash; no promise rings twice; one plan a meaning."""
    for (plan, step), entries in journal.sets.items():
        findings.count("commands in the journal", len(entries))
        first, again = entries[0]["seq"], [entry["seq"] for entry in entries[1:]]
        if len(again) == 1 and any(first < start < again[0] for start in journal.starts):
            findings.count("sent again after a crash")
        elif again:
            findings.fault("doubled", f"plan {plan}, step {step} was commanded by entries {first} and {again}")
    for episode, rings in journal.rings.items():
        findings.count("rings")
        if len(rings) > 1:
            findings.fault("doubled", f"{episode} rang in entries {rings}")
    settled = [plan["settles"] for plan in journal.plans.values()]
    for meaning in journal.meanings:
        if settled.count(meaning) != 1:
            findings.fault("undecided", f"meaning {meaning} has {settled.count(meaning)} plans")
    for seq, plan in journal.plans.items():
        for step, what in enumerate(plan["steps"]):
            if "set" in what and plan["verdict"] == "do" and (seq, step) not in journal.ended:
                findings.fault("unfinished", f"plan {seq}, step {step} never ended")


def check_traffic(commands: list, entities: dict, journal: Journal, since: float, findings: Findings):
    """Each message that a device received answers to one command of the journal that nothing else answers to."""
    open_commands = {}
    for entries in journal.sets.values():
        for entry in entries:
            wanted = entry["Command"]["what"]["set"]
            open_commands.setdefault(wanted["entity"], []).append((entry["seq"], wanted["to"]))
    topics = {names[0]: entities[names[1:]] for names in [*LIGHTS.values(), *SWITCHES.values()]}
    for at, topic, payload in commands:
        if topic not in topics or at < since:
            continue
        findings.count("commands at devices")
        waiting = open_commands.get(topics[topic], [])
        match = next((one for one in sorted(waiting) if one[1] == asked_of(topic, payload)), None)
        if match is None:
            findings.fault("doubled", f"{topic} received {payload} at {at:.6f}, for which the journal has no command left")
        else:
            waiting.remove(match)
