import type { Writable } from "node:stream";
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";

/**
 * Writes each message at once and in one piece. The library's own writer waits for a turn of the event loop, writes the
 * header, waits for that, and wakes the client once for the header and once for the content.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    const error = await new Promise<Error | null | undefined>((resolve) => this.#stream.write(text, resolve));
    if (!error) return;
    this.fireError(error, message, ++this.#failures);
    throw error;
  }

  end(): void {
    this.#stream.end();
  }
}
