// A timeline item as sentences.

import type { Deed, TimelineItem } from "../api/types";

export interface Sentence {
  text: string;
  bad: boolean;
}

export interface Happening {
  headline: string;
  sentences: Sentence[];
  /** Single steps, where one sentence above stands for several of them. */
  steps: Sentence[];
}

/** The sentences say what became of a deed; these deserve a colour too. */
const BAD = new Set(["refused", "failed"]);

function told(deed: Deed): Sentence {
  return { text: deed.sentence, bad: BAD.has(deed.outcome) };
}

/** "dim the light" becomes “dim the light”; words that carry quotes keep them. */
function quoted(text: string): string {
  return `\u201c${text}\u201d`;
}

export function happeningOf(item: TimelineItem): Happening {
  const said = item.said.filter((one) => one.text !== "").map((one) => ({ text: one.text, bad: false }));
  const did = item.did.map(told);
  const who = item.heard?.who;
  if (item.heard !== undefined && item.kind !== "tap") {
    const headline = `${who ?? "Somebody"} said ${quoted(item.heard.text)}`;
    if (said.length === 0) return { headline, sentences: did, steps: [] };
    const failed = did.filter((one) => one.bad);
    // What the house said tells of one step as well as of a failure; several steps are worth a list.
    return { headline, sentences: said, steps: did.length > 1 || failed.length > 0 ? did : [] };
  }
  if (item.heard !== undefined) {
    const headline = `${who ?? "Somebody"} tapped: ${item.heard.text}`;
    return { headline, sentences: did.length > 0 ? did : said, steps: [] };
  }
  const all = item.kind === "unasked" ? [...said, ...did] : [...did, ...said];
  const [first, ...rest] = all;
  return { headline: first?.text ?? "Something happened that has no words yet.", sentences: rest, steps: [] };
}

/** How long a question may be answered; the house forgets it then. */
const QUESTION_MS = 60_000;

/** Whether the item's question can still be answered at `now`. */
export function stillAsked(item: TimelineItem, now: number): boolean {
  return item.asked !== undefined && item.asked.choices.length > 0 && now - Date.parse(item.at) < QUESTION_MS;
}
