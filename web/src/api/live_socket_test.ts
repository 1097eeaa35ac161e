import assert from "node:assert/strict";
import { test } from "node:test";

import { LiveSocket, type LinkEvent, type Surroundings } from "./live_socket";
import type { LiveMessage } from "./types";

class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {}
  close() {
    this.closed = true;
  }
}

/** A browser whose time is moved by hand. */
class World {
  time = 0;
  sockets: FakeSocket[] = [];
  timers = new Map<number, { at: number; deed: () => void }>();
  prospect: "there" | "away" | "never" = "there";
  events: LinkEvent[] = [];
  messages: LiveMessage[] = [];
  seq = 5;
  private next = 1;

  readonly surroundings: Surroundings = {
    open: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      this.sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    now: () => this.time,
    random: () => 0.5,
    later: (ms, deed) => {
      this.timers.set(this.next, { at: this.time + ms, deed });
      return this.next++;
    },
    cancel: (timer) => {
      this.timers.delete(timer);
    },
  };
  readonly live = new LiveSocket(
    "ws://home/v1/live",
    () => "secret12",
    () => this.seq,
    {
      message: (message) => this.messages.push(message),
      link: (event) => this.events.push(event),
      prospect: async () => this.prospect,
    },
    this.surroundings,
  );

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const due = [...this.timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.time = due[1].at;
      due[1].deed();
      await new Promise(setImmediate);
    }
    this.time = end;
  }
}

test("it goes on from the place that was reached, with the token as a protocol", async () => {
  const world = new World();
  world.live.start();
  assert.equal(world.socket.url, "ws://home/v1/live?after=5");
  assert.deepEqual(world.socket.protocols, ["hearth.v1", "hearth.token.secret12"]);
  world.socket.onopen!();
  world.seq = 42;
  world.socket.onclose!();
  await world.pass(1000);
  assert.equal(world.sockets.length, 2);
  assert.equal(world.socket.url, "ws://home/v1/live?after=42");
});

test("waits grow while the daemon is away, and begin small again after a steady time", async () => {
  const world = new World();
  world.live.start();
  world.prospect = "away";
  world.socket.onclose!();
  await world.pass(60_000);
  assert.equal(world.sockets.length, 1, "no socket is tried while nobody answers");
  const waits = world.events
    .map((event) => (event.kind === "lost" ? event.retryAt : 0))
    .map((at, i, all) => at - (all[i - 1] ?? 0));
  assert.ok(waits.at(-1)! > 10_000 && waits[0]! < 500, waits.join());
  world.prospect = "there";
  await world.pass(15_000);
  assert.equal(world.sockets.length, 2);
  world.socket.onopen!();
  await world.pass(6_000);
  world.events = [];
  world.socket.onclose!();
  const [lost] = world.events;
  assert.ok(lost?.kind === "lost" && lost.retryAt - world.time <= 500);
});

test("a token that is refused ends the trying", async () => {
  const world = new World();
  world.live.start();
  world.prospect = "never";
  world.socket.onclose!();
  await world.pass(100_000);
  assert.equal(world.sockets.length, 1);
});

test("a handshake that hangs is given up", async () => {
  const world = new World();
  world.live.start();
  await world.pass(9_000);
  assert.ok(world.socket.closed);
});

test("who presses the button need not wait; what an old socket still says is nothing", async () => {
  const world = new World();
  world.live.start();
  const old = world.socket;
  const late = old.onmessage!;
  old.onclose!();
  world.live.retryNow();
  await world.pass(0);
  await new Promise(setImmediate);
  assert.equal(world.sockets.length, 2);
  late({ data: '{"type":"home","seq":9}' });
  assert.equal(world.messages.length, 0);
  world.socket.onmessage!({ data: '{"type":"home","seq":9}' });
  assert.equal(world.messages.length, 1);
});

test("a stream that cannot be read is begun anew, and nothing is opened after the end", async () => {
  const world = new World();
  world.live.start();
  world.socket.onmessage!({ data: "{broken" });
  assert.ok(world.socket.closed);
  world.live.stop();
  await world.pass(60_000);
  assert.equal(world.sockets.length, 1);
});

test("a browser that opens no stream is a loss like any other", async () => {
  const world = new World();
  const { open } = world.surroundings;
  world.surroundings.open = () => {
    throw new SyntaxError("no such subprotocol");
  };
  world.live.start();
  assert.deepEqual(
    world.events.map((event) => event.kind),
    ["lost"],
  );
  world.surroundings.open = open;
  await world.pass(1_000);
  assert.equal(world.sockets.length, 1);
});
