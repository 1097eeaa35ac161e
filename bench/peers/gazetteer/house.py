"""The homes of the language sets, and what Home Assistant's intents do in them.

A home is a list of {name, kind, area, aliases?}, or the standard home with areas and floors. Everything starts as in
our own scorer: lights off at half brightness, covers half open, players playing at half volume, fans off, heating at 20
degrees, locks locked, vacuums docked. What is done is a list of (thing, capability, value), and of promises.
"""

import re
from dataclasses import dataclass, field

SENSORS = {"contact_sensor": ("binary_sensor", "opening"), "motion_sensor": ("binary_sensor", "motion"),
           "smoke_sensor": ("binary_sensor", "smoke"), "moisture_sensor": ("binary_sensor", "moisture"),
           "temperature_sensor": ("sensor", "temperature"), "humidity_sensor": ("sensor", "humidity")}
COVERS = (("garage", "garage"), ("loading door", "garage"), ("gate", "gate"), ("curtain", "curtain"),
          ("awning", "awning"), ("skylight", "window"), ("shutter", "shutter"), ("shade", "shade"))
INITIAL = {
    "light": {"on": False, "brightness": 50, "kelvin": 4000}, "switch": {"on": False}, "input_boolean": {"on": False},
    "script": {"on": False}, "humidifier": {"on": False}, "fan": {"on": False, "speed": 50},
    "cover": {"position": 50}, "valve": {"position": 50}, "lock": {"locked": True},
    "climate": {"mode": "heat", "target": 20}, "water_heater": {"on": True, "target": 45},
    "media_player": {"on": True, "volume": 50, "mute": False, "playback": "playing"},
    "vacuum": {"vacuum": "docked"}, "lawn_mower": {"vacuum": "docked"}, "scene": {},
}
DOMAINS = {"HassLightSet": "light", "HassClimateSetTemperature": "climate", "HassFanSetSpeed": "fan",
           "HassClimateSetFanMode": "climate", "HassSetPosition": "cover valve", "HassSetVolume": "media_player",
           "HassSetVolumeRelative": "media_player", "HassMediaPlayerMute": "media_player",
           "HassMediaPlayerUnmute": "media_player", "HassMediaPause": "media_player",
           "HassMediaUnpause": "media_player", "HassMediaNext": "media_player", "HassMediaPrevious": "media_player",
           "HassMediaSearchAndPlay": "media_player", "HassVacuumStart": "vacuum", "HassVacuumCleanArea": "vacuum",
           "HassVacuumReturnToBase": "vacuum", "HassLawnMowerStartMowing": "lawn_mower",
           "HassLawnMowerDock": "lawn_mower"}
SINGLE = {"HassClimateSetTemperature"}  # refused by Home Assistant where two things could be meant
ANSWERS = {"HassGetState", "HassClimateGetTemperature", "HassGetWeather", "HassGetCurrentDate", "HassGetCurrentTime",
           "HassTimerStatus", "HassRespond"}
WHITES = {"warm_white": 2700, "cool_white": 4000}  # the kelvin that Home Assistant's sentences have for them
STEP = 10  # percent, of a player's volume where no figure was said


class Refused(Exception):
    """Understood, but not carried out; `asks` where the reply says that several things could be meant."""

    def __init__(self, why: str, asks: bool = False) -> None:
        super().__init__(why)
        self.asks = asks


@dataclass
class Thing:
    id: str
    names: list[str]
    domain: str
    device_class: str
    area: str
    shown: dict


@dataclass
class Done:
    """What one turn came to."""

    sets: list[tuple[str, str, object]] = field(default_factory=list)
    promises: list[dict] = field(default_factory=list)
    answered: bool = False
    asks: bool = False
    refused: bool = False
    frames: list[tuple[str, dict]] = field(default_factory=list)
    by: str = ""  # "templates", "matcher" or nothing
    words: str = ""


def identity(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text).strip().casefold()


def cover_class(name: str) -> str:
    return next((made for stem, made in COVERS if f" {stem}" in f" {identity(name)}"), "blind")


def after_sets(shown: dict, thing: str, sets: list) -> dict:
    after = dict(shown)
    for of, capability, value in sets:
        if of != thing:
            continue
        after[capability] = value
        if capability in ("brightness", "color", "kelvin") and "on" in shown:
            after["on"] = not (capability == "brightness" and value <= 0)  # a lamp that is dimmed or coloured is lit
    return after


class Home:
    def __init__(self, home, here: str | None) -> None:
        whole = home if isinstance(home, dict) else {"devices": home}
        self.floors = list(whole.get("floors", []))
        self.areas = {area["name"]: {"names": [area["name"], *area.get("aliases", [])], "floor": area.get("floor")}
                      for area in whole.get("areas", [])}
        self.things: dict[str, Thing] = {}
        for number, device in enumerate(whole["devices"]):
            self._add(device, number)
        self.here = self._area(here or "living room")
        self.first = {thing.id: dict(thing.shown) for thing in self.things.values()}

    def _area(self, name: str) -> str:
        known = next((area for area, it in self.areas.items() if name in it["names"]), None)
        if known is None:
            self.areas[name] = {"names": [name], "floor": None}
        return known or name

    def _add(self, device: dict, number: int) -> None:
        domain, device_class = SENSORS.get(device["kind"], (device["kind"], ""))
        if domain == "cover":
            device_class = cover_class(device["name"])
        area = self._area(device["area"]) if device.get("area") else ""
        thing = Thing(f"{domain}.{number}", [device["name"], *device.get("aliases", [])], domain, device_class, area,
                      dict(INITIAL.get(domain, {})))
        self.things[thing.id] = thing

    def shown(self) -> dict[str, dict]:
        return {thing.id: dict(thing.shown) for thing in self.things.values()}

    def resolve(self, slots: dict, domains: str = "", single: bool = False) -> list[Thing]:
        """The things that Home Assistant finds by name, area, floor, domain and class, the speaker's area preferred."""
        wanted = slots.get("domain") or domains.split()
        wanted = [wanted] if isinstance(wanted, str) else wanted
        name = slots.get("name")
        found = [
            thing for thing in self.things.values()
            if (not wanted or thing.domain in wanted)
            and (not slots.get("device_class") or thing.device_class == slots["device_class"])
            and (not name or name == thing.id or identity(name) in map(identity, thing.names))
            and (not slots.get("area") or thing.area == slots["area"])
            and (not slots.get("floor") or self._floor(thing.area) == slots["floor"])
        ]
        if not found:
            raise Refused("no such thing")
        placed = slots.get("area") or slots.get("floor") or slots.get("domain")
        if len(found) > 1 and (name or single or not placed):
            near = [thing for thing in found if thing.area == self.here]
            near = near or [thing for thing in found if self._floor(thing.area) == self._floor(self.here) is not None]
            if not near or len(near) > 1 and (name or single):
                raise Refused("several things could be meant", asks=True)
            found = near
        return found

    def _floor(self, area: str) -> str | None:
        return self.areas.get(area, {}).get("floor")

    def carry_out(self, intent: str, slots: dict, done: Done) -> None:
        """Adds to `done`, and lets the things be what they were set to. Raises Refused where nothing could be done."""
        if intent in ANSWERS:
            done.answered = True
            return
        if promise := promised(intent, slots):
            done.promises.append(promise)
            return
        if intent not in DOMAINS and intent not in ("HassTurnOn", "HassTurnOff"):
            return
        for thing in self.resolve(slots, DOMAINS.get(intent, ""), intent in SINGLE):
            made = [(thing.id, *pair) for pair in sets_of(intent, slots, thing)]
            thing.shown = after_sets(thing.shown, thing.id, made)
            done.sets += made


def promised(intent: str, slots: dict) -> dict | None:
    timers = {"HassIncreaseTimer": "extend", "HassDecreaseTimer": "shorten", "HassCancelTimer": "cancel",
              "HassCancelAllTimers": "cancel", "HassPauseTimer": "pause", "HassUnpauseTimer": "resume",
              "HassStartTimer": "begin"}
    if intent in timers:
        seconds = sum(float(slots.get(unit, 0)) * factor
                      for unit, factor in (("hours", 3600), ("minutes", 60), ("seconds", 1)))
        kind = "later" if "conversation_command" in slots else "timer"
        return {"kind": kind, "change": timers[intent], "seconds": seconds}
    if intent in ("HassShoppingListAddItem", "HassListAddItem"):
        return {"kind": "item", "change": "begin", "item": str(slots.get("item", ""))}
    if intent in ("HassShoppingListCompleteItem", "HassListCompleteItem", "HassListRemoveItem"):
        return {"kind": "item", "change": "end", "item": str(slots.get("item", ""))}
    return None


def switched(thing: Thing, on: bool) -> list[tuple[str, object]]:
    if thing.domain in ("cover", "valve"):
        return [("position", 100 if on else 0)]
    if thing.domain == "lock":
        return [("locked", on)]  # Home Assistant locks what is turned on
    if thing.domain == "climate":
        return [("mode", "heat" if on else "off")]
    if thing.domain in ("vacuum", "lawn_mower"):
        return [("vacuum", "cleaning" if on else "idle")]
    if thing.domain in ("scene", "button"):
        return [("scene", True)]
    if "on" not in thing.shown:
        raise Refused(f"a {thing.domain} is not switched")
    return [("on", on)]


def sets_of(intent: str, slots: dict, thing: Thing) -> list[tuple[str, object]]:
    """What becomes of one thing that the intent is about."""
    if intent in ("HassTurnOn", "HassTurnOff"):
        return switched(thing, intent == "HassTurnOn")
    if intent == "HassLightSet":
        made = []
        if "brightness" in slots:
            made.append(("brightness", float(slots["brightness"])))
        if "temperature" in slots:
            made.append(("kelvin", float(slots["temperature"])))
        if "color" in slots:
            color = str(slots["color"])
            made.append(("kelvin", WHITES[color]) if color in WHITES else ("color", color))
        return made
    if intent == "HassSetVolumeRelative":
        step = slots["volume_step"]
        step = {"up": STEP, "down": -STEP}[step] if isinstance(step, str) else float(step)
        return [("volume", min(100, max(0, thing.shown["volume"] + step)))]
    plain = {"HassSetPosition": ("position", "position"), "HassClimateSetTemperature": ("target", "temperature"),
             "HassFanSetSpeed": ("speed", "percentage"), "HassSetVolume": ("volume", "volume_level")}
    if intent in plain:
        capability, slot = plain[intent]
        return [(capability, float(slots[slot]))]
    fixed = {"HassMediaPlayerMute": ("mute", True), "HassMediaPlayerUnmute": ("mute", False),
             "HassMediaPause": ("playback", "paused"), "HassMediaUnpause": ("playback", "playing"),
             "HassMediaSearchAndPlay": ("playback", "playing"), "HassVacuumStart": ("vacuum", "cleaning"),
             "HassVacuumCleanArea": ("vacuum", "cleaning"), "HassVacuumReturnToBase": ("vacuum", "returning"),
             "HassLawnMowerStartMowing": ("vacuum", "cleaning"), "HassLawnMowerDock": ("vacuum", "returning"),
             "HassClimateSetFanMode": ("fan mode", slots.get("fan_mode"))}
    return [fixed[intent]] if intent in fixed else []  # the next track changes nothing that a set looks at
