// A home that behaves as docs/api.yaml says, for tests of the page: it acts, asks back, explains and undoes, but it
// understands only the few sentences that the tests say.
import type {
  Deed,
  Explanation,
  Graph,
  Health,
  HomeState,
  LiveMessage,
  Pledge,
  Reply,
  TimelineItem,
  Value,
} from "../src/api/types";
import { textOf } from "../src/words/value";
import { AREAS, edge, EDGES, entities, FLOORS, graphNodes } from "./furniture";

interface Done {
  entity: number;
  capability: string;
  before: Value;
}
interface Question {
  text: string;
  choices: string[];
  then: Map<string, () => Reply>;
}

export class MockHouse {
  version = "mock-1";
  seq = 100;
  readonly entities = new Map(entities().map((entity) => [entity.entity, entity]));
  readonly items: TimelineItem[] = [];
  readonly pledges: Pledge[] = [];
  readonly log: LiveMessage[] = [];
  listener: (message: LiveMessage) => void = () => undefined;
  connected = true;
  private readonly done = new Map<number, Done[]>();
  private readonly questions = new Map<string, Question>();
  private readonly nodes = graphNodes();
  private readonly counts = EDGES.map(() => 0);
  private readonly begun = performance.now();
  private observed = 0;

  state(): HomeState {
    return {
      name: "The demo home",
      version: this.version,
      language: "en",
      seq: this.seq,
      time: now(),
      floors: FLOORS,
      areas: AREAS,
      people: [{ name: "Anna", role: "owner" }],
      entities: [...this.entities.values()],
      promises: this.pledges,
      questions: [],
    };
  }

  timeline(before: number | null, limit: number) {
    const all = this.items.filter((item) => before === null || item.trace < before).sort((a, b) => b.trace - a.trace);
    const items = all.slice(0, limit);
    return { items, next: all.length > items.length ? items.at(-1)!.trace : null, seq: this.seq };
  }

  say(text: string, conversation: string): Reply {
    const words = text.toLowerCase();
    this.observe("source.Utterance");
    if (words.includes("reading lamp") || words === "turn on the lamp") {
      return this.ask(
        text,
        conversation,
        "Which one: the desk lamp or the floor lamp?",
        new Map([
          ["the desk lamp", () => this.carryOut("the desk lamp", "request", [[1, "on_off", true]])],
          ["the floor lamp", () => this.carryOut("the floor lamp", "request", [[2, "on_off", true]])],
        ]),
      );
    }
    const dim = /dim the living room lights to (\d+)/.exec(words);
    if (dim) {
      const level = Number(dim[1]);
      return this.carryOut(
        text,
        "request",
        [
          [1, "brightness", level],
          [3, "brightness", level],
        ],
        `Set 2 lights to ${level} percent.`,
      );
    }
    const timer = /timer for (\d+) minutes?/.exec(words);
    if (timer) return this.timer(text, Number(timer[1]));
    if (words.includes("everything off")) {
      const off = [...this.entities.values()]
        .filter((one) => one.states["on_off"]?.value === true)
        .map((one): [number, string, Value] => [one.entity, "on_off", false]);
      return this.ask(
        text,
        conversation,
        `Should I turn off all ${off.length} things?`,
        new Map([
          ["yes", () => this.carryOut("yes", "request", off, `Turned off ${off.length} things.`)],
          ["no", () => this.tell("no", "All right, I won't.", "decline")],
        ]),
      );
    }
    if (words.includes("which lights"))
      return this.tell(text, "The desk lamp, the ceiling light and the study lamp are on.", "do");
    return this.tell(text, "Sorry, I did not understand that.", "decline");
  }

  answer(choice: string, conversation: string): Reply | null {
    const then = this.questions.get(conversation)?.then.get(choice);
    if (then === undefined) return null;
    this.questions.delete(conversation);
    return then();
  }

  act(id: number, capability: string, value: Value, conversation: string): Reply | null {
    const entity = this.entities.get(id);
    if (entity?.states[capability]?.settable !== true) return null;
    const words = `the ${entity.name.toLowerCase()}: ${textOf(capability, value)}`;
    const risky =
      (capability === "lock" && value === false) ||
      (entity.tier === "secure" && capability === "position" && value !== 0);
    if (!risky) return this.carryOut(words, "tap", [[id, capability, value]]);
    return this.ask(
      words,
      conversation,
      `Should I ${capability === "lock" ? "unlock" : "open"} the ${entity.name.toLowerCase()}?`,
      new Map([
        ["yes", () => this.carryOut("yes", "tap", [[id, capability, value]])],
        ["no", () => this.tell("no", "All right, I won't.", "decline")],
      ]),
    );
  }

  undo(plan: number): Reply | null {
    const deeds = this.done.get(plan);
    if (deeds === undefined) return null;
    this.done.delete(plan);
    const item = this.items.find((one) => one.plan === plan);
    const pledge = this.pledges.findIndex((one) => one.id === plan);
    if (pledge >= 0) {
      this.pledges.splice(pledge, 1);
      this.emit({ type: "promises", seq: ++this.seq });
    }
    const reply = this.carryOut(
      "undo",
      "tap",
      deeds.map(({ entity, capability, before }) => [entity, capability, before]),
      "Taken back.",
    );
    if (item) this.put({ ...item, seq: ++this.seq, undoable: false, undone_by: reply.plan });
    return reply;
  }

  why(id: number): Explanation | null {
    const item = this.items.find((one) => one.why === id || one.trace === id || one.plan === id);
    if (item === undefined) return null;
    const { trace, at } = item;
    const heard = item.heard?.text ?? "";
    return {
      about: id,
      sentence: `Because you said "${heard}".`,
      chain: [
        {
          id: trace + 3,
          kind: "Outcome",
          origin: "runner",
          at,
          sentence: item.did[0]?.sentence ?? "Nothing was done.",
          from: [trace + 2],
          because: [{ faculty: "runner", what: "the device reported what was asked for", confidence: 1 }],
        },
        {
          id: trace + 2,
          kind: "Plan",
          origin: "decide",
          at,
          sentence: "Do it, in one step.",
          from: [trace + 1],
          because: [{ faculty: "safety", what: "this is harmless, and Anna may ask for it", confidence: 1 }],
        },
        {
          id: trace + 1,
          kind: "Meaning",
          origin: "understand",
          at,
          sentence: "Set the brightness of lights in the living room.",
          from: [trace],
          because: [
            { faculty: "grammar", what: "your words fit a sentence that I know", confidence: 0.97 },
            { faculty: "linking", what: "the desk lamp is in the living room", confidence: 1 },
          ],
        },
        { id: trace, kind: "Utterance", origin: "web", at, sentence: `Anna said "${heard}".`, from: [], because: [] },
      ],
      evidence: [
        { id: trace, quote: heard },
        { id: trace + 3, quote: "the desk lamp: brightness 40 %" },
      ],
    };
  }

  health(): Health {
    return {
      version: this.version,
      time: now(),
      problems: this.connected ? [] : ["the door demo is away: connection refused"],
      nodes: this.nodes,
      doors: [
        {
          name: "demo",
          connected: this.connected,
          detail: this.connected ? "127.0.0.1:1883" : "connection refused",
          in: 4_812 + this.observed,
          out: 391,
          errors: 0,
          unusable: this.connected ? [] : ["homeassistant/light/odd/config: no command topic"],
        },
        { name: "web", connected: true, detail: "127.0.0.1:8420", in: 12, out: 9, errors: 0, unusable: [] },
      ],
      house: { entries: this.seq, waiting: 0, coalesced: 12, dropped: 0, unknown_keys: 0, faults: 0, last_fault: "" },
      journal: { file: "home.db", written: this.seq, lost: 0, bytes: 1_240_000, ok: true, reason: "" },
      missing: "",
    };
  }

  graph(): Graph {
    return {
      at_ms: performance.now() - this.begun,
      seq: this.seq,
      inbox: { entries: this.seq, waiting: 0, coalesced: 12, dropped: 0 },
      nodes: this.nodes,
      edges: EDGES.map((one, index) => edge(one, Math.round(this.counts[index]!))),
    };
  }

  /** A sensor reports, as many of them do all the time. */
  sense(id: number, capability: string, value: Value): void {
    this.observe("source.Observation");
    this.change(id, capability, value);
  }

  /** The house speaks by itself. */
  announce(text: string): void {
    const plan = ++this.seq;
    this.put({
      trace: plan,
      seq: plan,
      at: now(),
      kind: "unasked",
      said: [{ text, at: now() }],
      did: [],
      plan,
      verdict: "do",
      why: plan,
    });
    this.emit({ type: "said", seq: ++this.seq, text, choices: [], plan, trace: plan, at: now() });
  }

  private carryOut(text: string, kind: "request" | "tap", sets: [number, string, Value][], said?: string): Reply {
    const trace = ++this.seq;
    const plan = trace + 2;
    this.seq += 3;
    const deeds: Done[] = [];
    const did = sets.map(([id, capability, value], step): Deed => {
      const entity = this.entities.get(id)!;
      deeds.push({ entity: id, capability, before: entity.states[capability]?.value ?? null });
      const sentence = deedIn(entity.name, capability, value);
      return { sentence, entity: id, capability, outcome: "done", plan, step, undoable: true, at: now(), why: plan };
    });
    for (const [id, capability, value] of sets) {
      if (capability === "brightness") this.change(id, "on_off", true);
      this.change(id, capability, value);
    }
    this.done.set(plan, deeds);
    const answer = said ?? did[0]?.sentence ?? "Done.";
    this.put({
      trace,
      seq: this.seq,
      at: now(),
      kind,
      heard: { text, who: "Anna" },
      said: kind === "tap" ? [] : [{ text: answer, at: now() }],
      did,
      plan,
      verdict: "do",
      undoable: true,
      why: plan,
    });
    return { text: answer, choices: [], plan, trace, verdict: "do", undoable: true };
  }

  private timer(text: string, minutes: number): Reply {
    const reply = this.carryOut(text, "request", [], `Timer set for ${minutes} minutes.`);
    this.pledges.push({
      id: reply.plan,
      kind: "timer",
      about: { key: "", with: {} },
      text: "",
      begun: now(),
      due: new Date(Date.now() + minutes * 60_000).toISOString(),
      seconds: minutes * 60,
      paused: false,
      area: "Kitchen",
    });
    this.emit({ type: "promises", seq: ++this.seq });
    return reply;
  }

  private tell(text: string, answer: string, verdict: Reply["verdict"]): Reply {
    const trace = ++this.seq;
    const plan = ++this.seq;
    this.put({
      trace,
      seq: plan,
      at: now(),
      kind: "request",
      heard: { text, who: "Anna" },
      said: [{ text: answer, at: now() }],
      did: [],
      plan,
      verdict,
      why: plan,
    });
    return { text: answer, choices: [], plan, trace, verdict, undoable: false };
  }

  private ask(heard: string, conversation: string, text: string, then: Map<string, () => Reply>): Reply {
    const choices = [...then.keys()];
    this.questions.set(conversation, { text, choices, then });
    const trace = ++this.seq;
    const plan = ++this.seq;
    this.put({
      trace,
      seq: plan,
      at: now(),
      kind: "request",
      heard: { text: heard, who: "Anna" },
      said: [{ text, at: now() }],
      did: [],
      asked: { text, choices, plan, conversation },
      plan,
      verdict: "ask_back",
      why: plan,
    });
    return { text, choices, plan, trace, verdict: "ask_back", undoable: false };
  }

  private put(item: TimelineItem): void {
    const at = this.items.findIndex((one) => one.trace === item.trace);
    if (at >= 0) this.items[at] = item;
    else this.items.push(item);
    this.emit({ type: "item", seq: ++this.seq, item });
  }

  private change(id: number, capability: string, value: Value): void {
    const entity = this.entities.get(id);
    const state = entity?.states[capability];
    if (entity === undefined || state === undefined) return;
    const seen = now();
    const since = state.value === value && state.since !== undefined ? state.since : seen;
    this.entities.set(id, {
      ...entity,
      states: { ...entity.states, [capability]: { ...state, value, since, seen } },
    });
    this.emit({ type: "state", seq: ++this.seq, entity: id, capability, value, at: seen });
  }

  private emit(message: LiveMessage): void {
    this.log.push(message);
    if (this.log.length > 5000) this.log.splice(0, 1000);
    this.listener(message);
  }

  private observe(source: string): void {
    this.observed += 1;
    const weight = source === "source.Observation" ? 0.01 : 0.25;
    EDGES.forEach((one, index) => {
      const passed = weight * one.share;
      this.counts[index]! += passed;
      for (const name of [one.from, one.to]) {
        const found = this.nodes.find((each) => each.name === name)!;
        found.count = Math.max(found.count, Math.round(this.counts[index]!));
      }
    });
  }
}

/** "Turned off the desk lamp." */
function deedIn(name: string, capability: string, value: Value): string {
  const thing = `the ${name.toLowerCase()}`;
  if (capability === "on_off") return `Turned ${value === true ? "on" : "off"} ${thing}.`;
  if (capability === "lock") return `${value === true ? "Locked" : "Unlocked"} ${thing}.`;
  if (capability === "brightness") return `Set ${thing} to ${String(value)} percent.`;
  return `Set ${thing} to ${textOf(capability, value)}.`;
}

function now(): string {
  return new Date().toISOString();
}
