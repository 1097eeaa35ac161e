// Serves the built page and a mock home on loopback, with the daemon's own policy.
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";

import type { Value } from "../src/api/types";
import { MockHouse } from "./house";
import { ServerSocket } from "./web_socket";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Body {
  text: string;
  conversation: string;
  choice: string;
  entity: number;
  capability: string;
  value: Value;
  plan: number;
}

export class MockServer {
  token = "mock-token-1234";
  house = new MockHouse();
  /** Before a deed is answered, as devices take their time. */
  delayMs = 30;
  private sockets = new Set<ServerSocket>();
  private server: Server | null = null;
  private port = 0;
  private run = 0;

  constructor(private readonly folder: string) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async start(port = this.port): Promise<void> {
    ++this.run;
    this.house.listener = (message) => this.sockets.forEach((socket) => socket.send(message));
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.on("upgrade", (request, stream) => this.upgrade(request, stream));
    await new Promise<void>((listening) => this.server!.listen(port, "127.0.0.1", listening));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** As a daemon that is killed: no farewell to anybody. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.end(true);
    this.sockets.clear();
    const server = this.server;
    this.server = null;
    if (server === null) return;
    const closed = new Promise((over) => server.close(over));
    server.closeAllConnections();
    await closed;
  }

  private upgrade(request: IncomingMessage, stream: import("node:stream").Duplex): void {
    const protocols = String(request.headers["sec-websocket-protocol"] ?? "").split(/, */);
    if (!protocols.includes(`hearth.token.${this.token}`)) {
      stream.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const after = Number(new URL(request.url!, this.address).searchParams.get("after") ?? this.house.seq);
    const socket = new ServerSocket(request, stream, "hearth.v1");
    const { house } = this;
    const { name, version, time } = house.state();
    socket.send({ type: "hello", seq: house.seq, run: this.run, version, name, time });
    if (after > house.seq) socket.send({ type: "restart", seq: house.seq });
    for (const message of house.log) if (message.seq > after) socket.send(message);
    this.sockets.add(socket);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.address);
    if (!url.pathname.startsWith("/v1/")) return this.file(url.pathname, response);
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return error(response, 401, "denied", "no or a wrong token");
    const body = request.method === "POST" ? (JSON.parse(await textOf(request)) as Body) : null;
    const answer = body === null ? this.look(url) : await this.deed(url.pathname, body);
    if (answer === null) return error(response, 404, "not found", "no such thing");
    response
      .writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" })
      .end(JSON.stringify(answer));
  }

  private look(url: URL): unknown {
    const number = (name: string) => (url.searchParams.has(name) ? Number(url.searchParams.get(name)) : null);
    switch (url.pathname) {
      case "/v1/state":
        return this.house.state();
      case "/v1/timeline":
        return this.house.timeline(number("before"), number("limit") ?? 50);
      case "/v1/promises":
        return this.house.pledges;
      case "/v1/health":
        return this.house.health();
      case "/v1/graph":
        return this.house.graph();
      case "/v1/why":
        return this.house.why(number("id") ?? 0);
      default:
        return null;
    }
  }

  private async deed(path: string, body: Body): Promise<unknown> {
    await new Promise((over) => setTimeout(over, this.delayMs));
    const { text, conversation, choice, entity, capability, value, plan } = body;
    switch (path) {
      case "/v1/say":
        return this.house.say(text, conversation);
      case "/v1/answer":
        return this.house.answer(choice, conversation);
      case "/v1/act":
        return this.house.act(entity, capability, value, conversation);
      case "/v1/undo":
        return this.house.undo(plan);
      default:
        return null;
    }
  }

  private async file(path: string, response: ServerResponse): Promise<void> {
    const name = path === "/" ? "index.html" : basename(path);
    try {
      const content = await readFile(join(this.folder, name));
      response.writeHead(200, {
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        "Content-Security-Policy": POLICY,
      });
      response.end(content);
    } catch {
      error(response, 404, "not found", "no such file");
    }
  }
}

function error(response: ServerResponse, status: number, kind: string, message: string): void {
  response
    .writeHead(status, { "Content-Type": "application/json" })
    .end(JSON.stringify({ error: { kind, message, place: "" } }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

/** Reports of some sensors, `perSecond` in all, until the returned function is called. */
export function bustle(house: MockHouse, perSecond: number): () => void {
  let count = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < perSecond / 20; ++i) {
      const step = Math.sin(++count / 40);
      house.sense(6, "temperature", Math.round((21.4 + step) * 10) / 10);
    }
  }, 50);
  return () => clearInterval(timer);
}
