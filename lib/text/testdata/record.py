#!/usr/bin/env python3
"""Records what real Jinja2 makes of templates, for lib/text's tests to compare with.

  python3 -m venv /tmp/venv && /tmp/venv/bin/pip install jinja2
  /tmp/venv/bin/python lib/text/testdata/record.py            rewrites replies_<en, de, fr, es>.tsv and payloads.json
  /tmp/venv/bin/python lib/text/testdata/record.py --all DIR  writes DIR/replies_<language>.tsv for every language

replies_<language>.tsv holds no templates: per line the FNV-1a hash of the template, the index of the context in probes.json, and
the output as JSON (null where Jinja2 fails). payloads.json holds templates of our own with a payload; `expected` is
filled in here (null where Jinja2 fails). Filters that Home Assistant defines otherwise are defined so here as well.
"""
import argparse
import datetime
import json
import os
import pathlib
import re

import jinja2

HERE = pathlib.Path(__file__).resolve().parent
FETCHED = pathlib.Path(os.environ.get("HEARTH_FETCHED", HERE.parent.parent.parent / "build/fetched"))
REPLIES = FETCHED / "intents/data"
LANGUAGES = ["en", "de", "fr", "es"]
MISSING = object()


def to_int(value, default=MISSING, base=10):
    result = jinja2.filters.do_int(value, default=MISSING, base=base)
    if result is MISSING:
        if default is MISSING:
            raise ValueError("no number")
        return default
    return result


def to_float(value, default=MISSING):
    try:
        return float(value)
    except (ValueError, TypeError):
        if default is MISSING:
            raise
        return default


def to_round(value, precision=0, method="common", default=MISSING):
    try:
        number = float(value)
    except (ValueError, TypeError):
        if default is MISSING:
            raise
        return default
    if method in ("ceil", "floor"):
        import math
        number = getattr(math, method)(number * 10**precision) / 10**precision
    else:
        number = round(number, precision)
    return int(number) if precision == 0 else number


def is_defined(value):
    if isinstance(value, jinja2.Undefined):
        raise jinja2.UndefinedError("not defined")
    return value


def environment():
    env = jinja2.Environment(extensions=["jinja2.ext.loopcontrols", "jinja2.ext.do"])
    flags = lambda ignorecase: re.IGNORECASE if ignorecase else 0
    env.filters.update({
        "int": to_int, "float": to_float, "round": to_round, "is_defined": is_defined, "from_json": json.loads,
        "to_json": lambda v: json.dumps(v, separators=(",", ":"), ensure_ascii=False),
        "regex_replace": lambda v, find="", replace="", ignorecase=False: re.sub(find, replace, str(v), 0, flags(ignorecase)),
        "regex_match": lambda v, find="", ignorecase=False: bool(re.match(find, v, flags(ignorecase))),
        "regex_search": lambda v, find="", ignorecase=False: bool(re.search(find, v, flags(ignorecase))),
        "regex_findall": lambda v, find="", ignorecase=False: re.findall(find, v, flags(ignorecase)),
        "regex_findall_index": lambda v, find="", index=0, ignorecase=False: re.findall(find, v, flags(ignorecase))[index],
        "bitwise_and": lambda a, b: a & b, "bitwise_or": lambda a, b: a | b,
        "iif": lambda v, t=True, f=False, n=MISSING: (n if v is None and n is not MISSING else (t if v else f)),
    })
    env.globals["iif"] = env.filters["iif"]
    env.globals["state_attr"] = lambda entity, name: PROBE_ATTRIBUTES.get(name)
    env.globals["states"] = lambda entity: "on"
    env.globals["is_state"] = lambda entity, state: state == "on"
    return env


PROBE_ATTRIBUTES = {"current_temperature": 20.5, "temperature": 21}


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def replies(env, path, probes):
    texts = json.loads(path.read_text("utf-8")).get("responses", {})
    templates = {t for group in texts.get("intents", {}).values() for t in group.values()}
    templates |= {t for t in texts.get("errors", {}).values() if isinstance(t, str)}
    lines = []
    for text in sorted(templates, key=fnv):
        for index, probe in enumerate(probes):
            try:
                output = env.from_string(text).render(**probe)
            except Exception:  # whatever Jinja2 raises is recorded as a failure
                output = None
            lines.append(f"{fnv(text)}\t{index}\t{json.dumps(output, ensure_ascii=False)}\n")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=pathlib.Path)
    arguments = parser.parse_args()
    env, probes = environment(), json.loads((HERE / "probes.json").read_text("utf-8"))
    probes = json.loads(json.dumps(probes, sort_keys=True))  # our JSON objects are sorted, so a printed dict is
    for probe in probes:  # a date has a method, which JSON has none of; the engine takes a dict with a year for one
        probe["slots"]["date"] = datetime.date(**probe["slots"]["date"])
    if arguments.all:
        for path in sorted(REPLIES.glob("*.json")):
            (arguments.all / f"replies_{path.stem}.tsv").write_text("".join(replies(env, path, probes)), "utf-8")
        return
    for language in LANGUAGES:
        recorded = "".join(replies(env, REPLIES / f"{language}.json", probes))
        (HERE / f"replies_{language}.tsv").write_text(recorded, "utf-8")
    cases = json.loads((HERE / "payloads.json").read_text("utf-8"))
    for case in cases:
        context = {"value": case["payload"]}
        try:
            context["value_json"] = json.loads(case["payload"])
        except ValueError:
            pass
        try:
            case["expected"] = env.from_string(case["template"]).render(**context).strip()
        except Exception:
            case["expected"] = None
    rows = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    (HERE / "payloads.json").write_text(f"[\n{rows}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
