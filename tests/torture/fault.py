"""A fault of the campaign and what came of it."""
import dataclasses
import pathlib
import sys
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))  # the home, its programs and the checker


class Absent(Exception):
    """What this fault needs is not here, and what makes it."""


@dataclasses.dataclass
class Scale:
    """How much of it. `seconds`: how long what has no natural end goes on, else the fault's own measure."""
    short: bool
    seconds: float | None = None
    seed: int = 1

    def pick(self, full, short):
        return short if self.short else full

    def lasting(self, full: float, short: float) -> float:
        return self.seconds if self.seconds is not None else self.pick(full, short)


@dataclasses.dataclass
class Outcome:
    """What is counted while a fault is made. `wrong` is everything that must not be, in words."""
    times: int = 0
    unit: str = "times"
    lost: int = 0
    doubled: int = 0
    saw: str = ""
    figures: dict = dataclasses.field(default_factory=dict)
    wrong: list = dataclasses.field(default_factory=list)

    def must(self, so: bool, what: str):
        if not so:
            self.wrong.append(what)

    def must_obey(self, text: str):
        """What was answered to "set …". That a busy machine let a lamp be late is a figure, not wrong."""
        if "no sign" in text:
            self.figures["came late"] = self.figures.get("came late", 0) + 1
        else:
            self.must(text.startswith("Set "), f"the lamp did not obey: {text}")

    def take(self, findings, may_be_cut_off: bool = False):
        """What the checker found after a fault under load. Unless the daemon was killed, every sentence is answered."""
        figures = findings.figures
        self.lost += sum(figures.get(name, 0) for name in ("lost", "undecided", "unfinished"))
        self.doubled += figures.get("doubled", 0)
        self.wrong += findings.faults[:20]
        cut_off = figures.get("sentences cut off", 0)
        self.must(may_be_cut_off or cut_off == 0, f"{cut_off} sentences were not answered at all")
        for name in ("sentences answered", "commands at devices", "timers promised", "rings", "sent again after a crash"):
            if figures.get(name):
                self.figures[name] = self.figures.get(name, 0) + figures[name]


@dataclasses.dataclass
class Fault:
    """`made`: how, as the table of docs/reliability.md says it. `short`: also in the short form."""
    name: str
    what: str
    made: str
    run: Callable[[Scale, Outcome], None]
    short: bool = False
