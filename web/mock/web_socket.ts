// Just enough of RFC 6455 on the server's side for tests: text out, pings, closes; what comes in is ignored.
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export class ServerSocket {
  closed = false;

  /** Answers the upgrade with `protocol`. */
  constructor(
    request: IncomingMessage,
    private readonly stream: Duplex,
    protocol: string,
  ) {
    const key = String(request.headers["sec-websocket-key"]);
    const accept = createHash("sha1")
      .update(key + GUID)
      .digest("base64");
    stream.write(
      [
        "HTTP/1.1 101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        `Sec-WebSocket-Accept: ${accept}`,
        `Sec-WebSocket-Protocol: ${protocol}`,
        "",
        "",
      ].join("\r\n"),
    );
    stream.on("close", () => {
      this.closed = true;
    });
    stream.on("error", () => {
      this.closed = true;
    });
    stream.on("data", (bytes: Buffer) => {
      if ((bytes[0]! & 0x0f) === 8) this.end();
    });
  }

  send(message: unknown): void {
    if (this.closed) return;
    const body = Buffer.from(JSON.stringify(message));
    const head =
      body.length < 126
        ? Buffer.from([0x81, body.length])
        : body.length < 65536
          ? Buffer.from([0x81, 126, body.length >> 8, body.length & 255])
          : Buffer.concat([Buffer.from([0x81, 127, 0, 0, 0, 0]), uint32(body.length)]);
    this.stream.write(Buffer.concat([head, body]));
  }

  /** Says goodbye, or (with `rudely`) does not. */
  end(rudely = false): void {
    if (this.closed) return;
    this.closed = true;
    if (rudely) this.stream.destroy();
    else this.stream.end(Buffer.from([0x88, 0]));
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
