import path from "node:path";
import { VERSION } from "../../base/version.ts";
import { digestOf } from "../../host/digest.ts";
import { stateOf, stateOnDisk } from "../../host/git-head.ts";
import type { Call } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import { findConfigs } from "../files/find-configs.ts";
import { type FoundSpecs, findSpecs } from "../files/find-specs.ts";
import { locale, render } from "../language.ts";
import { CacheFolder, type KeptRun } from "./cache-folder.ts";
import type { LintSettings } from "./lint-settings.ts";
import { writeAgain } from "./targets.ts";
import { finish } from "./verdict.ts";

/** Of what is kept, and of how it comes about. */
const FORMAT = 4;

/** The run before this one, and whether this one would read the same. Nothing of the engine is needed for that. */
export class LastRun {
  /** Where it is kept. */
  readonly folder: CacheFolder;
  readonly place: string;
  /** Of what this run is asked for, and of the files that it leads to. */
  readonly key: string;
  readonly listing: string;
  /** Whether this run found all that was named: only such a run is kept. */
  readonly isKeepable: boolean;
  readonly #call: Call;
  readonly #settings: LintSettings;
  /** What is said of the operands. */
  readonly #said: readonly string[];

  private constructor(call: Call, settings: LintSettings, found: FoundSpecs) {
    const { cache, today, known, shard } = settings;
    const { cwd } = call.io;
    this.#call = call;
    this.#settings = settings;
    this.place = path.resolve(cwd, cache ?? "");
    this.folder = new CacheFolder(this.place, call.io);
    this.key = JSON.stringify([FORMAT, VERSION, cwd, today, known, shard, call.options.has("no-history"), locale()]);
    this.isKeepable = found.problems.length === 0;
    this.#said = found.notes.map((note) => render(note));
    // What was found in a folder may be left out by a configuration, and what was named may not.
    const specs = [...found.files].map(([file, folder]) => `${file}\n${folder ?? ""}`);
    this.listing = digestOf([...specs.sort(), ...findConfigs(found.files.keys()).sort()].join("\n"));
  }

  static async before(call: Call, settings: LintSettings): Promise<LastRun> {
    const { operands, io } = call;
    return new LastRun(call, settings, await findSpecs(operands.length === 0 ? ["."] : operands, io.cwd));
  }

  /** The last run, if it was asked for the same; files may have changed since. */
  kept(): KeptRun | undefined {
    const kept = this.isKeepable ? this.folder.run() : undefined;
    return kept?.key === this.key ? kept : undefined;
  }

  /** Whether a run that was asked for the same would read the same. */
  async holds(kept: KeptRun): Promise<boolean> {
    if (kept.listing !== this.listing) return false;
    const digest = this.#call.io.digester();
    return kept.reads.every(([file, before]) => digest(file) === before) && (await isWhere(kept));
  }

  /** What is said beside the findings where a run is said again. */
  notes({ notes }: KeptRun): readonly string[] {
    return [...this.#said, ...notes];
  }

  /** Writes what that run wrote. Undefined where it did not write all formats that are asked for now; then nothing is written. */
  async write(kept: KeptRun): Promise<ExitCode | undefined> {
    const texts = this.folder.texts(kept);
    const unwritten = texts && (await writeAgain(this.#call, this.#settings, texts));
    if (!unwritten) return undefined;
    return finish(this.#call, this.#settings, { summary: kept.summary, unwritten, notes: this.notes(kept) });
  }
}

/** Whether repositories are at the commits that they were at. */
export async function isWhere({ heads }: KeptRun): Promise<boolean> {
  for (const [top, head] of heads) if ((stateOnDisk(top) ?? (await stateOf(top))) !== head) return false;
  return true;
}
