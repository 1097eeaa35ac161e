// The engine's own words, in everyday ones: message kinds, nodes, rates and durations.

const KINDS: Record<string, string> = {
  Utterance: "Heard",
  Meaning: "Understood",
  Answer: "Looked up",
  Plan: "Decided",
  Outcome: "Did",
  Observation: "Saw",
  Actuation: "Noticed",
  Proposal: "Thought of",
  Inventory: "Found",
  Receipt: "Delivered",
  Lesson: "Learned",
  Forecast: "Expected",
  Feedback: "Was told",
  LaneReturn: "Worked out",
  ClockStep: "Clock",
  Wake: "It was time",
  Command: "Sent",
  Promise: "Promised",
};

/** "Decided" for "Plan". */
export function kindWord(kind: string): string {
  return KINDS[kind] ?? kind;
}

const LANES: Record<string, string> = {
  house: "House thread",
  interactive: "Interactive lane",
  realtime: "Realtime lane",
  background: "Background lane",
  source: "Doors",
};

export function laneWord(lane: string): string {
  return LANES[lane] ?? lane;
}

/** "understand", "answer.home" stay; "source.Utterance" is "Utterance", "door.mqtt" is "to mqtt". */
export function nodeWord(name: string): string {
  if (name.startsWith("source.")) return name.slice("source.".length);
  if (name.startsWith("door.")) return `to ${name.slice("door.".length)}`;
  return name;
}

/** "0", "0.3", "12", "1.2 k": messages a second. */
export function rateText(rate: number): string {
  if (rate < 0.05) return "0";
  if (rate < 10) return rate.toFixed(1);
  if (rate < 1000) return rate.toFixed(0);
  return `${(rate / 1000).toFixed(1)} k`;
}

/** "96 µs", "1.2 ms", "3.4 s". */
export function microsText(micros: number): string {
  if (micros < 0.05) return "–";
  if (micros < 10) return `${micros.toFixed(1)} µs`;
  if (micros < 1000) return `${micros.toFixed(0)} µs`;
  if (micros < 10_000) return `${(micros / 1000).toFixed(1)} ms`;
  if (micros < 1_000_000) return `${(micros / 1000).toFixed(0)} ms`;
  return `${(micros / 1_000_000).toFixed(1)} s`;
}

/** "812", "12.4 k", "3.1 M". */
export function countText(count: number): string {
  if (count < 10_000) return String(count);
  if (count < 1_000_000) return `${(count / 1000).toFixed(1)} k`;
  return `${(count / 1_000_000).toFixed(1)} M`;
}

/** "640 kB", "1.2 MB". */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
