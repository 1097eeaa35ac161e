#!/usr/bin/env python3
"""Draws sentences from Home Assistant's templates by seed, and writes down what hassil recognises in them.

usage: sample.py TEMPLATES OUT [--languages en,de,…] [--count 200] [--seed 1] [--jobs 2]

TEMPLATES is the folder with <language>.json; OUT gets <language>.json for each: {"language", "home", "here", "cases":
[{"sentence", "template", "intent", "slots"}]}. A sentence is drawn uniformly over the templates, then over each choice
in it; list values, digits and number words likewise; open text is one to three words of the language's own templates. The
home has two things of every domain that the templates ask for, one with a made-up name and one named by words of the
language, so that names meet words. Needs hassil and what it brings (see tools/compare_grammars).
"""

import argparse
import json
import multiprocessing
import random
import re
import unicodedata
from pathlib import Path

from hassil import Intents, numbers as hassil_numbers, recognize_best
from hassil.expression import Alternative, Group, ListReference, Permutation, RuleReference, TextChunk
from hassil.intents import RangeSlotList, TextSlotList, WildcardSlotList
from hassil.numbers import get_rbnf_engine

MADE_UP = ["Lumo", "Kavi Tor", "Bensa-2", "Ori", "Mefta", "Sulo Ran", "Tiko", "Varna", "Pelm", "Dorin Ka", "Ufo",
           "Rask"]


def words_of(source: dict) -> list[str]:
    """Words of the templates' literals, in a fixed order."""
    found = set()
    for intent in source["intents"].values():
        for block in intent["data"]:
            for sentence in block["sentences"]:
                literal = re.sub(r"\{[^}]*\}|<[^>]*>", " ", sentence)
                found.update(w for w in re.findall(r"[^\W\d_]{2,}", literal))
    return sorted(found) or ["a"]


def domains_of(source: dict) -> list[str]:
    found = set()
    for intent in source["intents"].values():
        for block in intent["data"]:
            wanted = (block.get("requires_context") or {}).get("domain")
            wanted = wanted.get("value") if isinstance(wanted, dict) else wanted
            found.update([wanted] if isinstance(wanted, str) else wanted or [])
    return sorted(found | {"light", "switch", "media_player"})


class Sampler:
    def __init__(self, intents: Intents, lists: dict, words: list[str], language: str, rng: random.Random):
        self.intents, self.lists, self.words, self.language, self.rng = intents, lists, words, language, rng

    def number(self, numbers: RangeSlotList) -> str:
        value = self.rng.choice(list(numbers.get_numbers()))
        spelt = []
        if numbers.words and (self.rng.random() < 0.5 or not numbers.digits):
            try:
                engine = get_rbnf_engine(numbers.words_language or self.language)
                spelt = sorted(set(engine.format_number(value).text_by_ruleset.values()))
            except ValueError:
                pass  # no rules for this language
        return self.rng.choice(spelt) if spelt else str(value)

    def value(self, reference: ListReference, block) -> str:
        known = {**self.lists, **block.slot_lists}
        if reference.list_name not in known and reference.is_inline_range:
            start, stop, step = reference.get_inline_range()
            return self.number(RangeSlotList(reference.list_name, start, stop, step))
        values = known[reference.list_name]
        if isinstance(values, WildcardSlotList):
            return " ".join(self.rng.choice(self.words) for _ in range(self.rng.randint(1, 3)))
        if isinstance(values, RangeSlotList):
            return self.number(values)
        assert isinstance(values, TextSlotList)
        wanted = block.requires_context.get("domain")
        wanted = wanted.get("value") if isinstance(wanted, dict) else wanted
        fitting = [v for v in values.values if not wanted or not v.context or "domain" not in v.context
                   or v.context["domain"] in ([wanted] if isinstance(wanted, str) else wanted)]
        return self.text(self.rng.choice(fitting).text_in, block) if fitting else ""

    def text(self, expression, block) -> str:
        if isinstance(expression, TextChunk):
            return expression.original_text
        if isinstance(expression, Alternative):
            return self.text(self.rng.choice(expression.items), block)
        if isinstance(expression, Permutation):
            items = list(expression.items)
            self.rng.shuffle(items)
            return "".join(self.text(item, block) for item in items)
        if isinstance(expression, Group):
            return "".join(self.text(item, block) for item in expression.items)
        if isinstance(expression, RuleReference):
            rules = {**self.intents.expansion_rules, **block.expansion_rules}
            return self.text(rules[expression.rule_name].expression, block)
        return self.value(expression, block)

    def spoken(self, expression, block) -> str:
        """As somebody may write it: sometimes with a capital and a full stop."""
        said = re.sub(r"\s+", " ", self.text(expression, block)).strip()
        if self.rng.random() < 0.3:
            said = said[:1].upper() + said[1:] + self.rng.choice([".", "?", "!"])
        return said


def make_home(source: dict, words: list[str], rng: random.Random) -> dict:
    made_up = iter(rng.sample(MADE_UP, len(MADE_UP)))
    taken = set()

    def native(count: int) -> str:
        while True:
            name = " ".join(rng.choice(words) for _ in range(count))
            if name.casefold() not in taken or len(taken) > len(words) // 2:
                taken.add(name.casefold())
                return name

    entities = []
    for number, domain in enumerate(domains_of(source)):
        entities.append({"name": next(made_up, f"Zek {number}"), "domain": domain})
        entities.append({"name": native(2), "domain": domain})
    return {"entities": entities, "areas": ["Nalda", native(1), native(2)], "floors": ["Etta", native(1)]}


def keep_multiplied_apart(intents: Intents, language: str) -> None:
    """hassil 3.12.1 keeps the number words of all lists with one range together, also where one has a multiplier, so that
    "decrease the volume by four" may come out as +4. Another name for the language's words keeps those apart."""
    lists = list(intents.slot_lists.values())
    lists += [l for intent in intents.intents.values() for block in intent.data for l in block.slot_lists.values()]
    for one in lists:
        if isinstance(one, RangeSlotList) and one.words and one.multiplier is not None:
            words = one.words_language or language
            try:
                engine = get_rbnf_engine(words)
            except ValueError:
                continue
            one.words_language = f"{words} times {one.multiplier}"
            hassil_numbers._ENGINE_CACHE[one.words_language] = engine


def plain(value):
    """As it is compared: text without regard to case and outer gaps, numbers as numbers."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", " ".join(value.replace("’", "'").split())).casefold()
    return value


def language_cases(job: tuple) -> str:
    templates, out, language, count, seed = job
    source = json.loads((templates / f"{language}.json").read_text())
    rng = random.Random(f"{language} {seed}")
    intents = Intents.from_dict(source)
    keep_multiplied_apart(intents, language)
    words = words_of(source)
    home = make_home(source, words, rng)
    lists = {
        "name": TextSlotList.from_tuples(
            [(e["name"], e["name"], {"domain": e["domain"]}) for e in home["entities"]], allow_template=False),
        "area": TextSlotList.from_strings(home["areas"], allow_template=False),
        "floor": TextSlotList.from_strings(home["floors"], allow_template=False),
    }
    here = home["areas"][0]
    sampler = Sampler(intents, {**intents.slot_lists, **lists}, words, language, rng)
    all_templates = [(intent.name, block, sentence) for intent in intents.intents.values() for block in intent.data
                     for sentence in block.sentences]
    chosen = rng.sample(all_templates, min(count, len(all_templates)))
    chosen += [rng.choice(all_templates) for _ in range(count - len(chosen))]
    cases = []
    for intent, block, sentence in chosen:
        said = sampler.spoken(sentence.expression, block)
        result = recognize_best(said, intents, slot_lists=lists, intent_context={"area": here}, language=language,
                                best_slot_name="name")
        cases.append({"sentence": said, "template": f"{intent}: {sentence.text}",
                      "intent": result.intent.name if result else None,
                      "slots": {k: plain(e.value) for k, e in result.entities.items()} if result else {}})
    (out / f"{language}.json").write_text(
        json.dumps({"language": language, "home": home, "here": here, "cases": cases}, ensure_ascii=False, indent=1))
    return language


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("templates", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--languages", default="")
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=2)
    arguments = options.parse_args()
    languages = [l for l in arguments.languages.split(",") if l]
    languages = languages or sorted(p.stem for p in arguments.templates.glob("*.json"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    jobs = [(arguments.templates, arguments.out, l, arguments.count, arguments.seed) for l in languages]
    with multiprocessing.Pool(arguments.jobs) as pool:
        for done, language in enumerate(pool.imap_unordered(language_cases, jobs), 1):
            print(f"hassil: {language} ({done} of {len(jobs)})", flush=True)


if __name__ == "__main__":
    main()
