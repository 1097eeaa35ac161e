// What moves along the edges of the live graph: a dot for each message, as long as that can be seen; beyond that more
// messages make heavier dots, not more of them.

/** Dots that one edge sends off a second at most: more would be a line. */
export const MOST_DOTS = 9;
/** How fast dots move, in pixels a second. */
export const SPEED = 130;
/** Below this rate (messages a second) nothing moves. */
const LEAST_RATE = 0.02;
/** A page that slept does not send a swarm. */
const LONGEST_STEP_S = 0.25;

export interface Movement {
  rate: number; ///< messages a second
  travel: number; ///< seconds from one end to the other
  phase: number; ///< the part of the next dot that has been earned
  dots: number[]; ///< how far each dot has come, 0 to 1, the foremost first
}

/** Nothing under way on an edge of `length` pixels. */
export function still(length: number): Movement {
  return { rate: 0, travel: Math.max(0.3, length / SPEED), phase: 0, dots: [] };
}

/** Dots a second for `rate` messages a second. */
export function dotsPerSecond(rate: number): number {
  return rate < LEAST_RATE ? 0 : Math.min(rate, MOST_DOTS);
}

/** Half the width of a dot in pixels. */
export function dotSize(rate: number): number {
  return 2.1 + (rate > MOST_DOTS ? Math.min(2.4, Math.log10(rate / MOST_DOTS)) : 0);
}

/** After `seconds` more. Changes `movement`: it is called for each edge in each frame. True while anything moves. */
export function advance(movement: Movement, seconds: number): boolean {
  const { dots, travel } = movement;
  const passed = Math.min(seconds, LONGEST_STEP_S);
  for (let i = 0; i < dots.length; ++i) dots[i]! += passed / travel;
  while (dots.length > 0 && dots[0]! >= 1) dots.shift();
  const frequency = dotsPerSecond(movement.rate);
  movement.phase = frequency === 0 ? 0 : movement.phase + frequency * passed;
  while (movement.phase >= 1) {
    movement.phase -= 1;
    dots.push(Math.min(0.99, movement.phase / frequency / travel));
  }
  return dots.length > 0 || frequency > 0;
}
