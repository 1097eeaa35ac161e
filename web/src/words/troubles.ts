// What is wrong in the house, a sentence each, the worst first.

import type { Health } from "../api/types";

export function troublesOf(health: Health): string[] {
  const { journal, house, doors, missing } = health;
  const found: string[] = [];
  if (!journal.ok) found.push(`The journal takes no writes: ${journal.reason}.`);
  if (journal.lost > 0) found.push(`${entries(journal.lost)} could not be written: lost.`);
  for (const door of doors) {
    if (!door.connected) found.push(`${door.name} is not connected: ${door.detail || "no reason known"}.`);
  }
  if (house.faults > 0) found.push(`${times(house.faults)} something failed inside; last: ${house.last_fault}.`);
  if (house.dropped > 0)
    found.push(`${messages(house.dropped)} came faster than the house could take, and were dropped.`);
  if (missing !== "") found.push(missing.endsWith(".") ? missing : `${missing}.`);
  for (const door of doors) {
    if (door.errors > 0) found.push(`${door.name}: ${messages(door.errors)} made no sense.`);
    for (const thing of door.unusable) found.push(`${door.name}: ${thing}`);
  }
  return found;
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
