import type { SpecFile } from "../workspace/spec-file.ts";
import { Breath } from "./breath.ts";
import { keepFindings } from "./keep-findings.ts";
import type { Services } from "./services.ts";

interface Sent {
  readonly file: SpecFile | undefined;
  /** What it was made from. */
  readonly findings: object;
  readonly text: string;
}

/** Sends findings to a client that does not ask for them: nothing twice, and what was edited first. */
export class DiagnosticsPublisher {
  readonly #services: Services;
  readonly #sent = new Map<string, Sent>();
  /** Open files that were edited since the last pass began. */
  readonly #edited = new Set<string>();
  #isPassing = false;
  /** Something was found out that was not known before. */
  #isNews = false;
  #isAsked = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Asks for a pass over all files. What changes while it goes on is part of it. */
  publish(edited?: string): void {
    if (edited !== undefined) this.#edited.add(edited);
    this.#isAsked = true;
    if (this.#isPassing) return;
    this.#isPassing = true;
    this.#passes()
      .catch((error) => this.#services.connection.console.error(`publishDiagnostics: ${error}`))
      .finally(() => {
        this.#isPassing = false;
      });
  }

  /** Several edits that arrive together are one pass. */
  async #passes(): Promise<void> {
    const breath = new Breath();
    const { session } = this.#services;
    while (this.#isAsked) {
      await session.ready;
      this.#isAsked = false;
      const { snapshot } = session;
      const edited = [...this.#edited];
      this.#edited.clear();
      for (const uri of new Set([...edited, ...session.openFiles, ...snapshot.files.keys()])) {
        // What waits to be written stands in a queue, and answers to requests would have to wait behind it.
        await this.#publish(uri);
        session.leave(uri);
        await breath.taken();
        if (this.#isAsked) break;
      }
      if (this.#isAsked) continue;
      await this.#clearGone();
      if (this.#isNews && session.snapshot === snapshot) keepFindings(session, snapshot);
      this.#isNews = false;
    }
  }

  async #publish(uri: string): Promise<void> {
    const { connection, session } = this.#services;
    const file = session.snapshot.files.get(uri);
    if (!file) return;
    const sent = this.#sent.get(uri);
    const told = session.told(uri);
    const found = told ? [] : session.lint(uri);
    const findings = told ?? found;
    this.#isNews ||= told === undefined;
    const isKnown = sent?.findings === findings && sent.file === file && !found.some(({ related }) => related);
    if (isKnown) return;
    const { converter } = session;
    const diagnostics = told ? converter.spelled(told.items) : converter.diagnostics(found);
    const text = JSON.stringify(diagnostics);
    const isNews = sent ? sent.text !== text : diagnostics.length > 0 || session.isOpen(uri);
    if (isNews || sent) this.#sent.set(uri, { file, findings, text });
    if (isNews) await connection.sendDiagnostics({ uri: session.spelling(uri), diagnostics });
  }

  /** Files that are no more have no findings. */
  async #clearGone(): Promise<void> {
    const { connection, session } = this.#services;
    for (const uri of this.#sent.keys()) {
      if (session.snapshot.files.has(uri)) continue;
      this.#sent.delete(uri);
      await connection.sendDiagnostics({ uri: session.spelling(uri), diagnostics: [] });
    }
  }
}
