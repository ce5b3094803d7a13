import { wordsOf } from "../library/similarity.ts";
import type { Definition } from "../model/spec.ts";
import type { SpecFile } from "./spec-file.ts";

/** What is looked at of a definition. */
export type DefinedAs = Pick<Definition, "id" | "key" | "use" | "definition" | "unit" | "source">;

/** A metric where its definition stands: in a catalog, or in a program that takes it from nowhere. */
export interface DefinedMetric {
  readonly file: SpecFile;
  readonly definition: DefinedAs;
}

/** The metrics of a workspace by what they mean. */
export class DefinitionIndex {
  /** By meaning, then by the report that they are read from. */
  readonly #meanings = new Map<string, Map<string, DefinedMetric[]>>();

  constructor(files: Iterable<SpecFile>) {
    for (const file of files) for (const each of definitionsIn(file)) this.#add(each);
  }

  /** At most `limit` metrics, other than one of the file at `uri`, that mean the same and are read from the same place, as far as they say. */
  twinsOf(uri: string, definition: DefinedAs, limit: number): readonly DefinedMetric[] {
    const { meaning, report } = comparedIn(definition);
    const reports = meaning === undefined ? undefined : this.#meanings.get(meaning);
    if (!reports) return [];
    const lists = report === "" ? [...reports.values()] : [reports.get(report) ?? [], reports.get("") ?? []];
    const twins: DefinedMetric[] = [];
    for (const list of lists) {
      for (const twin of list) {
        if (twin.file.uri === uri && twin.definition.id === definition.id) continue;
        twins.push(twin);
        if (twins.length === limit) return twins;
      }
    }
    return twins;
  }

  #add(metric: DefinedMetric): void {
    const { meaning, report } = comparedIn(metric.definition);
    if (meaning === undefined) return;
    const reports = this.#meanings.get(meaning) ?? new Map<string, DefinedMetric[]>();
    this.#meanings.set(meaning, reports);
    const list = reports.get(report);
    if (list) list.push(metric);
    else reports.set(report, [metric]);
  }
}

function* definitionsIn(file: SpecFile): Iterable<DefinedMetric> {
  const { kind, shared } = file;
  const catalog = kind === "catalog" && file.document?.is === kind ? file.document : undefined;
  for (const definition of (catalog ?? shared)?.metrics?.entries.values() ?? []) {
    // What a program takes with `use` is defined elsewhere.
    if (catalog || !definition.use) yield { file, definition };
  }
}

/** What can be compared of a definition; the meaning is undefined where too little is said. */
interface Compared {
  readonly meaning: string | undefined;
  readonly report: string;
}

/** The same definition says the same, in later versions of its file too. */
function comparedIn(definition: DefinedAs): Compared {
  let compared = COMPARED.get(definition);
  if (!compared) {
    compared = { meaning: meaningOf(definition), report: reportOf(definition) };
    COMPARED.set(definition, compared);
  }
  return compared;
}

const COMPARED = new WeakMap<DefinedAs, Compared>();

/** What a metric means, in words that can be compared: its formula and unit, or the library's metric. */
function meaningOf({ use, definition, unit }: DefinedAs): string | undefined {
  if (use) return use.value.startsWith("library/") ? use.value : undefined;
  const words = wordsOf(definition?.value ?? "");
  // A formula of two words may mean anything.
  return words.length < 3 || !unit ? undefined : `${words.join(" ")}\n${unit.value.trim().toLowerCase()}`;
}

function reportOf({ source }: DefinedAs): string {
  return [source?.system, source?.report].flatMap((text) => (text ? wordsOf(text.value) : [])).join(" ");
}
