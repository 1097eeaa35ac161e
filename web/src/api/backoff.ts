// How long to wait before trying again: longer each time, and never the same for two pages that lost one daemon.

export const FIRST_MS = 500;
export const LONGEST_MS = 15_000;

/**
 * Milliseconds before attempt `attempt` (0 is the first after a loss). Between half of the ceiling and all of it, where
 * the ceiling doubles from FIRST_MS to LONGEST_MS. `random`: a number from 0 up to 1.
 */
export function delayBefore(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling * (0.5 + random / 2));
}
