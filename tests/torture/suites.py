"""Faults that are made in process, in simulated time: the tests that make them are run and counted."""
import json
import os
import pathlib
import re
import subprocess

from fault import ROOT, Absent, Fault, Outcome, Scale


def built_tests() -> pathlib.Path:
    """The build folder whose tests are run: HEARTH_TESTS, else that of make test, else any other."""
    if "HEARTH_TESTS" in os.environ:
        return pathlib.Path(os.environ["HEARTH_TESTS"])
    for name in ("ci", "dev", "quick"):
        if (ROOT / "build" / name / "CTestTestfile.cmake").exists():
            return ROOT / "build" / name
    raise Absent("no tests are built; `tools/build ci` builds them")


def run(command: list, seconds: float, environment: dict) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, timeout=seconds,
                          stdin=subprocess.DEVNULL, env=os.environ | environment)


def google_test(program: str, pattern: str, outcome: Outcome, seconds: float = 1800) -> str:
    """Runs these cases of a test program; what fails or is skipped is wrong. Returns what it printed."""
    path = next(iter(sorted(built_tests().glob(f"**/{program}"))), None)
    if path is None:
        raise Absent(f"no {program} below {built_tests()}; `tools/build ci {program}` makes it")
    done = run([path, f"--gtest_filter={pattern}"], seconds, {"HEARTH_EVERY_WRITE": "1"})
    passed = len(re.findall(r"^\[       OK \]", done.stdout, re.MULTILINE))
    skipped = len(re.findall(r"^\[  SKIPPED \] .*\(\d+ ms\)", done.stdout, re.MULTILINE))
    failed = re.findall(r"^\[  FAILED  \] (\S+).*\(\d+ ms\)", done.stdout, re.MULTILINE)
    outcome.figures["cases passed"] = outcome.figures.get("cases passed", 0) + passed
    outcome.must(done.returncode == 0, f"{program} ended with {done.returncode}: {(done.stdout + done.stderr)[-600:]}")
    outcome.must(passed > 0, f"{program}: no case matches {pattern}")
    if skipped:
        raise Absent(f"{skipped} cases of {program} were skipped: what they need was not fetched (tools/fetch)")
    outcome.lost += len(failed)
    return done.stdout


def stops(pattern: str, saw: str):
    """Each story of tests/crash, ended at every write of its journal."""
    def make(scale: Scale, outcome: Outcome):
        printed = google_test("crash_test", pattern, outcome)
        counts = re.findall(r": (?:stopped at each of|power failed at) (\d+) writes", printed)
        outcome.times, outcome.unit = sum(map(int, counts)), "writes"
        outcome.must(outcome.times > 0, "no write was counted")
        outcome.saw = saw
    return make


def cases(saw: str, *suites: tuple):
    def make(scale: Scale, outcome: Outcome):
        for program, pattern in suites:
            google_test(program, pattern, outcome)
        outcome.times, outcome.unit = outcome.figures["cases passed"], "cases"
        outcome.saw = saw
    return make


def long_day(scale: Scale, outcome: Outcome):
    hours = scale.pick(24, 1)
    path = next(iter(sorted(built_tests().glob("**/long_day"))), None)
    if path is None:
        raise Absent(f"no long_day below {built_tests()}; `tools/build ci long_day` makes it")
    folder = ROOT / "build" / "torture"
    folder.mkdir(parents=True, exist_ok=True)
    done = run([path, str(hours), folder], 3600, {"ASAN_OPTIONS": "quarantine_size_mb=1"})
    if done.returncode == 77:
        raise Absent(done.stderr.strip())
    outcome.must(done.returncode == 0, f"long_day ended with {done.returncode}: {done.stderr.strip()[-600:]}")
    if done.returncode == 0:
        told = json.loads(done.stdout)
        outcome.lost, outcome.doubled = told.pop("lost"), told.pop("doubled")
        grown = told["MiB at the end"] - told["MiB after an hour"]
        outcome.figures = told
        outcome.must(grown < 16, f"memory grew by {grown:.1f} MiB after the first hour")
    outcome.times, outcome.unit = hours, "simulated hours"
    outcome.saw = "nothing; memory stayed flat"


FAULTS = [
    Fault("kill-every-write", "the process ends at any write of its journal",
          "five stories, each stopped at its first write, its second, and so on; then started again (`tests/crash`)",
          stops("*KilledAtEveryWrite*", "what was cut off had to be said again; every timer rang, once")),
    Fault("power-cut", "the power fails at any write",
          "the same with a file layer that loses what was not synced, in any combination (`tests/crash`)",
          stops("*PowerCut*", "the same; a lamp's last moments may be missing, of promises nothing")),
    Fault("file-layer", "the file is cut, torn, full or damaged", "at every write and sync of a database (`lib/store`)",
          cases("a damaged file is put aside and said to be", ("store_test", "FaultyVfsTest.*:DatabaseTest.*"))),
    Fault("disk-stories", "the disk refuses in the middle of a story", "`tests/crash`, `tests/stories/restarts`",
          cases("what cannot be kept is not promised", ("crash_test", "Disk.*"), ("stories_test", "restarts.*"))),
    Fault("clock", "the clock steps",
          "± a year, ± an hour, back by a second, both days of daylight saving, while timers, questions and commands wait "
          "(`tests/stories/clock`)",
          cases("timers rang after the time that had passed, whatever the clock said", ("stories_test", "clock.*"),
                ("engine_test", "*Clock*"))),
    Fault("stuck-worker", "a model hangs in a native call", "a lane's worker that does not come back (`lib/graph`)",
          cases("that sentence was not understood; the lane goes on with a new worker, `hearth check` names the step",
                ("graph_test", "*AHangingCall*:*StopWithinASecond*:*StoppingAnswers*"))),
    Fault("bad-model", "a model throws, overruns, fails again and again",
          "nodes that do so on purpose, and random graphs of them (`lib/graph`)",
          cases("that sentence was not understood",
                ("graph_test", "*Throws*:*Fail*:*Late*:*Shed*:*Error*:RandomGraphs.*"))),
    Fault("garbage-model", "a model returns garbage",
          "meanings with random content in every field, NaN among it, failures and delays in place of what was understood",
          cases("a strange answer to that sentence; the next one was understood", ("torture_models_test", "*"))),
    Fault("misbehaving-devices", "devices lose, repeat, refuse, delay and contradict",
          "`tests/stories/faults` and `bad_devices`, and by seed (`tests/contracts`)",
          cases("\"I got no sign from …\"", ("stories_test", "faults.*:bad_devices.*"), ("contract_houses_test", "*"))),
    Fault("long-day", "a long day at ten times the load of a home",
          "24 simulated hours in process, a message every 0.3 s, a command every 10 s", long_day),
]
