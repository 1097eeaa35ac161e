"""Real hours under a steady load: six people speaking, a sensor that counts, and memory looked at every minute."""
import random
import time

from fault import Fault, Outcome, Scale
from homes import TroubledHome
from kill_test import Load

NAME = "soak"
GROWTH_MIB = 32


def fault(hours: float) -> Fault:
    def run(scale: Scale, outcome: Outcome):
        with TroubledHome() as home:
            load = Load(home.begin(), random.Random(scale.seed), 1).start()
            end, rows = time.monotonic() + hours * 3600, []
            while time.monotonic() < end:
                time.sleep(min(60, max(0, end - time.monotonic())))
                rows.append(home.resident_mib())
            settled = rows[len(rows) // 4]  # by then the caches are warm
            outcome.figures |= {"MiB after a quarter": round(settled, 1), "MiB at the end": round(rows[-1], 1),
                                "processor seconds": round(home.daemon.processor_seconds(), 1)}
            outcome.must(rows[-1] - settled < GROWTH_MIB, f"memory grew by {rows[-1] - settled:.0f} MiB")
            outcome.take(load.finish())
            outcome.times, outcome.unit = round(hours * 60), "minutes"
        outcome.saw = "nothing"
    return Fault(NAME, "hours of it", f"{hours:g} real hours, six people speaking, a sensor that counts", run)
