/** The few bytes of RFC 6455 that the fixture needs: text frames shorter than 4 GB. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export function shakeHands(request: IncomingMessage, socket: Duplex): void {
  const key = String(request.headers["sec-websocket-key"]);
  const accept = createHash("sha1").update(key + MAGIC).digest("base64");
  socket.write(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
}

export function sendText(socket: Duplex, text: string): void {
  if (socket.destroyed) return;
  const body = Buffer.from(text);
  const head = Buffer.alloc(body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  if (head.length === 2) head[1] = body.length;
  else if (head.length === 4) head.writeUInt16BE(body.length, (head[1] = 126) && 2);
  else head.writeBigUInt64BE(BigInt(body.length), (head[1] = 127) && 2);
  socket.write(Buffer.concat([head, body]));
}

/** Calls `take` for every text frame of the client, which are short and masked. */
export function onText(socket: Duplex, take: (text: string) => void): void {
  socket.on("data", (bytes: Buffer) => {
    let at = 0;
    while (at + 6 <= bytes.length) {
      const length = (bytes[at + 1] ?? 0) & 0x7f;
      const mask = bytes.subarray(at + 2, at + 6);
      const body = bytes.subarray(at + 6, at + 6 + length).map((b, i) => b ^ (mask[i % 4] ?? 0));
      if (((bytes[at] ?? 0) & 0x0f) === 1) take(Buffer.from(body).toString());
      at += 6 + length;
    }
  });
}
