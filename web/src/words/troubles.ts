// What is wrong in the house, a sentence each, the worst first: what the daemon says needs a hand, then what it counted.

import type { Health } from "../api/types";

export function troublesOf(health: Health): string[] {
  const { journal, house, doors } = health;
  const found = health.problems.map(sentence);
  if (journal.lost > 0) found.push(`${entries(journal.lost)} could not be written: lost.`);
  if (house.faults > 0) found.push(`${times(house.faults)} something failed inside; last: ${house.last_fault}.`);
  if (house.dropped > 0) {
    found.push(`${messages(house.dropped)} came faster than the house could take, and were dropped.`);
  }
  for (const door of doors) {
    if (door.errors > 0) found.push(`${door.name}: ${messages(door.errors)} made no sense.`);
    for (const thing of door.unusable) found.push(`${door.name}: ${thing}`);
  }
  return found;
}

/** "the door demo is away" becomes "The door demo is away." */
function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

function entries(count: number): string {
  return count === 1 ? "One entry" : `${count} entries`;
}

function messages(count: number): string {
  return count === 1 ? "one message" : `${count} messages`;
}

function times(count: number): string {
  return count === 1 ? "Once" : `${count} times`;
}
