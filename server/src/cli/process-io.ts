import { type Day, parseDay } from "../base/date.ts";
import { appendText } from "../host/append-text.ts";
import { fileDigester } from "../host/file-digester.ts";
import { historyOf } from "../host/git-history.ts";
import { loadTranslation } from "../host/load-translation.ts";
import { readBytes } from "../host/read-bytes.ts";
import { readFile } from "../host/read-file.ts";
import { readPieces } from "../host/read-pieces.ts";
import { rewriteText } from "../host/rewrite-text.ts";
import { writeText } from "../host/write-text.ts";
import type { Io, Output } from "./io.ts";

/** The streams, the environment and the clock of this process. */
export function processIo(): Io {
  return {
    cwd: currentFolder(),
    env: process.env,
    // Opening it takes time, and only `-` asks for it.
    get stdin() {
      return process.stdin;
    },
    stdout: new StreamOutput(process.stdout),
    stderr: new StreamOutput(process.stderr),
    read: readFile,
    bytes: readBytes,
    digester: fileDigester,
    pieces: readPieces,
    append: appendText,
    write: writeText,
    history: historyOf,
    rewrite: rewriteText,
    interrupted,
    today,
    translation: (locale) => loadTranslation(__dirname, locale),
  };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** A folder that has been deleted under us still has the name that the shell knows. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? "/";
  }
}

class StreamOutput implements Output {
  readonly #stream: NodeJS.WriteStream;
  #closed = false;
  failure: string | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.#closed = true;
      if (error.code !== "EPIPE" && error.code !== "EOF") this.failure = error.code ?? error.message;
    });
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  get columns(): number | undefined {
    return this.#stream.isTTY ? this.#stream.columns : undefined;
  }

  write(text: string): Promise<void> {
    if (this.#closed || text === "") return Promise.resolve();
    // Called when the text is out, and when it never will be.
    return new Promise((resolve) => this.#stream.write(text, () => resolve()));
  }
}

function today(): Day {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return parseDay(`${now.getFullYear()}-${month}-${day}`) ?? 0;
}
