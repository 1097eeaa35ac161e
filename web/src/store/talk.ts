// The talk with the home, as lines.

import type { LiveMessage, OpenQuestion } from "../api/types";
import type { Action, Line } from "./state";

/** Older lines stand in the timeline. */
export const KEPT = 60;

const PLAIN = { waiting: false, failed: false, choices: [], conversation: "", area: null, plan: null, undoable: false };

function add(lines: readonly Line[], line: Line): readonly Line[] {
  return [...lines.slice(-(KEPT - 1)), line];
}

/** Choices belong to the newest question of a conversation: whatever is said there next closes the ones before. */
function closed(lines: readonly Line[], conversation: string): readonly Line[] {
  return lines.map((line) =>
    line.choices.length > 0 && line.conversation === conversation ? { ...line, choices: [] } : line,
  );
}

export function said(lines: readonly Line[], action: Extract<Action, { type: "talk.said" }>): readonly Line[] {
  const { id, text, at, conversation, area } = action;
  const line: Line = { ...PLAIN, id, who: "me", text, at, conversation, area, waiting: true };
  return add(closed(lines, conversation), line);
}

export function replied(lines: readonly Line[], action: Extract<Action, { type: "talk.reply" }>): readonly Line[] {
  const { to, reply, at, conversation, area } = action;
  const text = reply.text || "A later wish came first.";
  const line: Line = {
    ...PLAIN,
    id: to + 0.5,
    who: "house",
    text,
    at,
    conversation,
    area,
    choices: reply.choices,
    plan: reply.plan,
    undoable: reply.undoable,
  };
  return add(answered(lines, to), line);
}

export function failed(lines: readonly Line[], action: Extract<Action, { type: "talk.failed" }>): readonly Line[] {
  const { to, message, at } = action;
  return add(answered(lines, to), { ...PLAIN, id: to + 0.5, who: "house", text: message, at, failed: true });
}

function answered(lines: readonly Line[], id: number): readonly Line[] {
  return lines.map((line) => (line.id === id ? { ...line, waiting: false } : line));
}

/** What the house says by itself. */
export function unasked(lines: readonly Line[], message: Extract<LiveMessage, { type: "said" }>): readonly Line[] {
  return add(lines, {
    ...PLAIN,
    id: -message.plan,
    who: "house",
    text: message.text,
    at: Date.parse(message.at),
    choices: message.choices,
    conversation: message.conversation ?? "",
    area: message.area ?? null,
    plan: message.plan,
  });
}

/** After a reload: a question of this page's own conversation that is still open. */
export function reopened(lines: readonly Line[], questions: readonly OpenQuestion[], now: number): readonly Line[] {
  let all = lines;
  for (const question of questions) {
    if (all.some((line) => line.plan === question.plan)) continue;
    all = add(all, {
      ...PLAIN,
      id: -question.plan,
      who: "house",
      text: question.text,
      at: now,
      choices: question.choices,
      conversation: question.conversation,
      area: question.area ?? null,
      plan: question.plan,
    });
  }
  return all;
}

/** A plan that was taken back cannot be taken back again. */
export function undone(lines: readonly Line[], plan: number): readonly Line[] {
  return lines.some((line) => line.plan === plan && line.undoable)
    ? lines.map((line) => (line.plan === plan ? { ...line, undoable: false } : line))
    : lines;
}
