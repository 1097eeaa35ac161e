"""A disk beneath the real daemon that is full, read-only or slow; see disk_shim.cc."""
import pathlib
import random
import shutil
import subprocess
import time

from fault import ROOT, Absent, Fault, Outcome, Scale
from homes import TroubledHome
from kill_test import Load
from processes import wait_until
from web import Contract, WebPage

SHIM = ROOT / "build" / "torture" / "disk_shim.so"


def shim() -> pathlib.Path:
    source = pathlib.Path(__file__).with_name("disk_shim.cc")
    if not SHIM.exists() or SHIM.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("c++")
        if compiler is None:
            raise Absent("no c++ to build disk_shim.cc with; tools/setup build installs it")
        SHIM.parent.mkdir(parents=True, exist_ok=True)
        flags = ["-std=c++20", "-O1", "-Wall", "-Wextra", "-shared", "-fPIC"]
        subprocess.run([compiler, *flags, "-o", SHIM, source, "-ldl"], check=True)
    return SHIM


class DiskHome(TroubledHome):
    def __init__(self):
        library = shim()
        super().__init__(environment=[f"LD_PRELOAD={library}", "ASAN_OPTIONS=verify_asan_link_order=0"])
        self.disk_file = self.folder / "disk"
        self.daemon.command.insert(1, f"HEARTH_DISK={self.disk_file}")
        self.disk("ok")

    def disk(self, how: str):
        """From now on."""
        new = self.folder / "disk.new"
        new.write_text(how)
        new.rename(self.disk_file)

    def disk_ok(self) -> bool:
        return self.ask("GET", "/v1/health")["journal"]["ok"]


def refusing(how: str):
    """While it is so, lamps obey, whatever must be kept is refused aloud, and the page is told nothing that is lost;
    afterwards all is as before."""
    def run(scale: Scale, outcome: Outcome):
        outcome.times = scale.pick(10, 2)
        with DiskHome() as home:
            home.begin()
            page = WebPage(home, Contract())
            promised = [home.say("set a timer for 40 minutes")["plan"]]
            for turn in range(outcome.times):
                live = page.live()
                live.next()
                home.disk(how)
                for level in (20, 30, 40):
                    outcome.must_obey(home.say(f"set the desk lamp to {level + turn} percent")["text"])
                timer = home.say("set a timer for 50 minutes")
                outcome.must("no way to write it down" in timer["text"], f"not refused aloud: {timer}")
                door = home.say("unlock the front door")["text"]
                outcome.must("could not" in door or "no way" in door, f"unlocked though it cannot be kept: {door}")
                wait_until("it is said", lambda: not home.disk_ok() or None, 20)
                check = home.shell("check")
                outcome.must(check.returncode == 1 and "cannot be written" in check.stdout, "check does not say so")
                home.disk("ok")
                home.say(f"set the desk lamp to {60 + turn} percent")
                wait_until("the journal is written again", lambda: home.disk_ok() or None, 30)
                written = home.say(f"set a timer for {60 + turn} minutes")
                promised.append(written["plan"])
                with live:
                    told = live.until(lambda one: one.get("item", {}).get("trace") == written["trace"], 30)
                outcome.must("restart" in [one["type"] for one in told], "the page does not begin anew")
                outcome.must(timer["trace"] not in [one["item"]["trace"] for one in told if one["type"] == "item"],
                             "the page was told of a timer that was not kept")
            outcome.figures["timers promised"] = len(promised)
            outcome.figures["what the shell heard"] = timer["text"]
            outcome.figures["lamp states said to be lost"] = home.ask("GET", "/v1/health")["journal"]["lost"]
            outcome.must(home.daemon.stop() == 0, home.daemon.last_words())
            home.begin_daemon()
            kept = [one["id"] for one in home.ask("GET", "/v1/promises")]
            outcome.lost = len(set(promised) - set(kept))
            outcome.doubled = len(kept) - len(set(kept) & set(promised))
            outcome.must(not outcome.lost and not outcome.doubled, f"promised {promised}, kept {kept}")
            outcome.must(not home.traffic.commands("demo/front_door_lock"), "the door was unlocked")
        outcome.saw = (f"lamps obeyed; a timer was refused: \"{timer['text']}\"; the door stayed locked; "
                       "`hearth check` said why")
    return run


def slow(scale: Scale, outcome: Outcome):
    with DiskHome() as home:
        home.begin()
        home.disk("slow 2000")
        load = Load(home, random.Random(scale.seed), 0.2).start()
        time.sleep(scale.lasting(60, 6))
        begun = time.monotonic()
        home.say("set a timer for 45 minutes")
        outcome.figures["a timer is promised after s"] = round(time.monotonic() - begun, 1)
        home.disk("ok")
        outcome.take(load.finish())
        outcome.times, outcome.unit = scale.lasting(60, 6), "seconds"
    outcome.saw = "answers came some seconds late: a timer was promised only once it was written"


FAULTS = [
    Fault("disk-full", "the disk is full",
          "a library beneath the daemon answers every write to its journal with ENOSPC", refusing("full"), short=True),
    Fault("disk-read-only", "the disk goes read-only", "the same, with EROFS", refusing("read-only")),
    Fault("disk-slow", "the disk is slow", "the same; every sync takes 2 s, six people speaking", slow),
]
