"""Whether what was done is what a line of the language sets expects; the same rules as our own scorer has.

See score/dialogue/effects.h and .cc: right when every goal of some reading is reached and nothing else changed; wrong
when anything changed that no reading has. A goal is {act, things, any, besides, value, when}.
"""

from house import Done, Home, after_sets, identity

KINDS = (("light_", "light"), ("blinds_", "cover"), ("garage_", "cover"), ("volume_", "media_player"),
         ("media_", "media_player"), ("mute", "media_player"), ("unmute", "media_player"), ("heat_", "climate"),
         ("lock_", "lock"), ("vacuum_", "vacuum"), ("scene_", "scene"))
PROMISES = ("timer_", "alarm_", "reminder_", "list_", "schedule_")
ONE_IS_ENOUGH = ("volume_", "media_", "heat_", "mute", "unmute")
SWITCHED = {"light", "switch", "fan", "media_player"}
PERHAPS = {"climate", "humidifier", "cover", "vacuum"}
TOLERANCE = 1.5
DIM = 40  # percent


def goal_of(frame: dict, home: Home) -> dict:
    """The goal of {act, area?, name?, value?, color?, when?} for a speaker in the home's `here`."""
    act, name, areas = frame["act"], frame.get("name", ""), frame.get("area", [])
    goal = {"act": act, "value": frame.get("color", frame.get("value")), "when": frame.get("when", ""), "besides": []}
    kind = next((kind for stem, kind in KINDS if act.startswith(stem)), None)
    wanted = {identity(area) for area in areas}
    found, near, rest = [], [], []
    for thing in home.things.values():
        known = {identity(area) for area in home.areas.get(thing.area, {"names": []})["names"]}
        here = thing.area == home.here
        placed = not areas or areas == ["*"] or bool(known & wanted)
        if name == "everything":
            if here if not areas else placed:
                if thing.domain in SWITCHED:
                    found.append(thing.id)
                if thing.domain in PERHAPS:
                    goal["besides"].append(thing.id)
            continue
        if name:
            if placed and identity(name) in map(identity, thing.names):
                (near if here else rest).append(thing.id)
            continue
        gate = thing.device_class in ("garage", "gate")
        if thing.domain != kind or (kind == "cover" and gate != act.startswith("garage_")):
            continue
        if act.startswith("garage_") and not areas and thing.device_class != "garage":
            continue
        if not areas and not here:
            rest.append(thing.id)
        elif placed:
            aside = kind == "cover" and thing.device_class in ("curtain", "awning")
            (goal["besides"] if aside else found).append(thing.id)
    if name and name != "everything":
        found = near or rest
    if not found and not name and len(rest) == 1:
        found = rest
    if not found and goal["besides"] and not name:
        found, goal["besides"] = goal["besides"], []
    goal["any"] = not name and act.startswith(ONE_IS_ENOUGH)
    goal["things"] = found
    return goal


def goal_of_target(expected: dict, home: Home) -> dict:
    """The goal of {act, target, value?, when?} of a talk: the target is a device's name."""
    act, target, value = expected["act"], expected.get("target", ""), expected.get("value")
    if act.startswith("list_") and value is None:
        value = target
    called = [t for t in home.things.values() if identity(target) in map(identity, t.names)]
    if len(called) > 1:
        called = [thing for thing in called if identity(thing.names[0]) == identity(target)]
    things = [thing.id for thing in called]
    if target == "home" and act == "restore":
        things = list(home.things)
    return {"act": act, "value": value, "when": expected.get("when", ""), "besides": [], "any": False, "things": things}


def amount(value) -> float | None:
    if isinstance(value, dict):
        value = value.get("amount")
    return float(value) if isinstance(value, (int, float)) else None


def moved(goal: dict, capability: str, way: int, before: dict, after: dict) -> bool:
    """A level reached, or a step taken in the right direction."""
    was, now, number = before.get(capability), after.get(capability), amount(goal["value"])
    if now is None:
        return False
    if number is None:
        return now != was if way == 0 else was is not None and (now - was) * way > 0
    if way != 0 and isinstance(goal["value"], dict) and goal["value"].get("relative"):
        return abs(now - was - way * number) <= TOLERANCE
    return abs(now - number) <= TOLERANCE


def switched(on: bool, after: dict) -> bool:
    if "on" in after:
        return after["on"] == on
    if "mode" in after:
        return (after["mode"] == "off") != on
    if "vacuum" in after:
        return (after["vacuum"] == "cleaning") == on
    if "position" in after:
        return after["position"] == (100 if on else 0)
    return "scene" in after and on


def light_done(goal: dict, before: dict, after: dict) -> bool:
    act, value, lit = goal["act"], goal["value"], after.get("on") is not False
    if act == "light_brighter":
        went_on = before.get("on") is False and after.get("on") is True
        return lit and (moved(goal, "brightness", 1, before, after) or (went_on and value is None))
    if act == "light_dimmer":
        dimly = before.get("on") is False and lit and value is None and 0 < after.get("brightness", 0) <= DIM
        return dimly or moved(goal, "brightness", -1, before, after)
    if act == "light_set":
        return moved(goal, "brightness", 0, before, after)
    if act != "light_color":
        return switched(act == "light_on", after)
    was, now = before.get("kelvin", 0), after.get("kelvin", 0)
    if value in ("warmer white", "warmer", "cooler white", "cooler"):
        return now < was if value.startswith("warmer") else now > was
    if value == "warm white":
        return now < 3500
    if value in ("cold white", "cool white"):
        return now > 4500
    return after.get("color") == value if value else "color" in after or now != was


def act_done(goal: dict, first: dict, before: dict, after: dict) -> bool:
    act = goal["act"]
    if act == "restore":
        dark = first.get("on") is False and after.get("on") is False
        return dark or all(after.get(capability) == value for capability, value in first.items())
    if act.startswith("light_"):
        return light_done(goal, before, after)
    if act in ("device_on", "device_off", "heat_on", "heat_off"):
        return switched(act.endswith("_on"), after) or (act == "device_off" and after.get("playback") == "paused")
    steps = {"device_set": ("speed", 0), "device_up": ("speed", 1), "device_down": ("speed", -1),
             "volume_up": ("volume", 1), "volume_down": ("volume", -1), "volume_set": ("volume", 0),
             "blinds_set": ("position", 0), "blinds_raise": ("position", 1), "blinds_lower": ("position", -1),
             "heat_set": ("target", 0), "heat_warmer": ("target", 1), "heat_cooler": ("target", -1)}
    if act in steps:
        return moved(goal, *steps[act], before, after)
    states = {"mute": ("mute", True), "unmute": ("mute", False), "media_pause": ("playback", "paused"),
              "media_play": ("playback", "playing"), "lock_lock": ("locked", True), "lock_unlock": ("locked", False),
              "vacuum_start": ("vacuum", "cleaning")}
    if act in states:
        capability, value = states[act]
        return after.get(capability) == value
    if act in ("blinds_open", "garage_open"):
        return after.get("position", -1) >= 99
    if act in ("blinds_close", "garage_close"):
        return after.get("position", 100) <= 1
    if act in ("vacuum_stop", "vacuum_dock"):
        return after.get("vacuum") != "cleaning"
    return act == "scene_on" and "scene" in after


def for_a_while(goal: dict) -> bool:
    """With a length or an end the act starts at once, and its end is promised."""
    return goal["when"].casefold().split(" ")[0] in ("for", "until", "till")


def later(goal: dict) -> bool:
    return bool(goal["when"]) and not for_a_while(goal)


def is_promised(goal: dict, done: Done) -> bool:
    act, value = goal["act"], goal["value"]

    def fits(promise: dict) -> bool:
        kind, change = promise["kind"], promise["change"]
        if goal["when"] and not act.startswith(PROMISES):
            return change == "begin"
        if act == "timer_set":
            minutes = amount(value)
            length = minutes is None or abs(promise.get("seconds", 0) - minutes * 60) < 1
            return kind == "timer" and change == "begin" and length
        if act.startswith("timer_"):
            return change == act.removeprefix("timer_")
        if act == "list_add":
            item = identity(value) if isinstance(value, str) else ""
            return kind == "item" and change == "begin" and item in ("", identity(promise["item"]))
        return act == "list_remove" and kind == "item" and change == "end"

    return any(fits(promise) for promise in done.promises)


def judge(readings: list[list[dict]], done: Done, home: Home, before: dict[str, dict]) -> str:
    """"right", "wrong", or "" where neither all of it nor anything else was done."""
    after = {thing: after_sets(shown, thing, done.sets) for thing, shown in before.items()}
    touched = {thing for thing, _, _ in done.sets}
    changed = {thing for thing, capability, value in done.sets if before[thing].get(capability) != value}

    def is_done(goal: dict, thing: str, now: dict) -> bool:
        return act_done(goal, home.first[thing], before[thing], now)

    def was_done(goal: dict, thing: str) -> bool:
        """Off and then back on again: what a later goal undoes only had to be so for a while."""
        return any(is_done(goal, thing, after_sets(before[thing], thing, done.sets[:end + 1]))
                   for end in range(len(done.sets)))

    def reached(goal: dict, others: list[dict]) -> bool:
        if goal["act"].startswith(PROMISES) or later(goal):
            return is_promised(goal, done)
        if not goal["things"] or (for_a_while(goal) and not is_promised(goal, done)):
            return False
        each = [(was_done(goal, thing) if any(thing in other["things"] for other in others)
                 else is_done(goal, thing, after[thing])) and (thing in touched or goal["act"] == "restore")
                for thing in goal["things"]]
        return any(each) if goal["any"] else all(each)

    def allows(reading: list[dict], thing: str) -> bool:
        return any(not later(goal) and (thing in goal["besides"] or
                                        (thing in goal["things"] and is_done(goal, thing, after[thing])))
                   for goal in reading)

    def promises(reading: list[dict]) -> bool:
        return any(goal["act"].startswith(PROMISES) or goal["when"] for goal in reading)

    for reading in readings:
        all_reached = all(reached(goal, reading[place + 1:]) for place, goal in enumerate(reading))
        nothing_else = all(allows(reading, thing) for thing in changed) and (not done.promises or promises(reading))
        if all_reached and nothing_else:
            return "right"
    strange = any(not any(allows(reading, thing) for reading in readings) for thing in changed)
    return "wrong" if strange or (done.promises and not any(map(promises, readings))) else ""
