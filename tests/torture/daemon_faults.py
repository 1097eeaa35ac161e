"""What is done to the daemon itself: kill -9 at any instant, and a second one on the same journal."""
import subprocess

from fault import Fault, Outcome, Scale
from homes import TroubledHome
from kill_test import campaign
from processes import programs


def kills(scale: Scale, outcome: Outcome):
    outcome.times = scale.pick(200, 3)
    TroubledHome().close()  # says so where there is no program
    findings = campaign(outcome.times, scale.seed)
    outcome.take(findings, may_be_cut_off=True)
    outcome.figures["sentences cut off"] = findings.figures["sentences cut off"]
    outcome.saw = "a sentence that was cut off had to be said again; the daemon was back within a second"


def second_daemon(scale: Scale, outcome: Outcome):
    outcome.times = scale.pick(20, 2)
    with TroubledHome() as home:
        home.begin()
        home.say("set a timer for 30 minutes")
        entries = home.house()["entries"]
        for _ in range(outcome.times):
            second = subprocess.run([programs() / "hearthd", "--config", home.config], capture_output=True, text=True,
                                    stdin=subprocess.DEVNULL, timeout=60)
            outcome.must(second.returncode in (1, 2), f"the second ended with {second.returncode}")
            said = second.stderr.strip().splitlines()[-1]
            outcome.must(str(home.daemon.process.pid) in said and "home.db" in said, f"not clear: {said}")
        outcome.figures["exit code"] = second.returncode
        outcome.saw = f"`{said.replace(str(home.folder), '…').replace(str(home.daemon.process.pid), 'PID')}`"
        outcome.must(home.house()["entries"] >= entries, "the first one lost entries")
        outcome.must(home.say("turn on the tv")["text"] == "Turned on the TV.", "the first one does not obey any more")
        outcome.lost = 1 - len(home.ask("GET", "/v1/promises"))
        outcome.must(home.daemon.stop() == 0, home.daemon.last_words())
        replay = home.shell("replay", str(home.journal), seconds=100)
        outcome.must(replay.returncode == 0, "the journal does not replay")


FAULTS = [
    Fault("kill", "the daemon is killed",
          "`kill -9` at random instants under load, every fifth one during the start; then answers, journal and traffic "
          "are compared", kills),
    Fault("two-daemons", "a second daemon on the same journal", "`hearthd` started again with the same configuration",
          second_daemon, short=True),
]
