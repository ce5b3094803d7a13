import type { Readable } from "node:stream";
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
} from "vscode-languageserver/node";

const END_OF_HEADER = "\r\n\r\n";

/**
 * Hands on each message as soon as its last byte is there. The library's own reader waits for a turn of the event loop
 * before each message.
 */
export class StreamReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Length from which on there may be a whole message. */
  #wanted = 0;

  constructor(stream: Readable) {
    super();
    this.#stream = stream;
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer) => this.#take(chunk, callback);
    this.#stream.on("data", take);
    return { dispose: () => this.#stream.off("data", take) };
  }

  #take(chunk: Buffer, callback: DataCallback): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return;
    const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    let at = 0;
    this.#wanted = 0;
    for (let end = all.indexOf(END_OF_HEADER); end >= 0; end = all.indexOf(END_OF_HEADER, at)) {
      const header = all.toString("latin1", at, end);
      const start = end + END_OF_HEADER.length;
      const length = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(header)?.[1];
      if (length === undefined) {
        this.fireError(new Error(`A message has no length: ${header}`));
        at = start;
        continue;
      }
      const next = start + Number(length);
      if (next > all.length) {
        this.#wanted = next - at;
        break;
      }
      at = next;
      this.#read(all.toString("utf8", start, next), callback);
    }
    this.#chunks = at < all.length ? [all.subarray(at)] : [];
    this.#length = all.length - at;
  }

  #read(content: string, callback: DataCallback): void {
    let message: Message;
    try {
      message = JSON.parse(content);
    } catch (error) {
      this.fireError(error);
      return;
    }
    callback(message);
  }
}
