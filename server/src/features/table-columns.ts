import type { DocumentKind, Path } from "../schema/describe.ts";
import { definitionOf, describe, keysOf, type SchemaNode } from "../schema/describe.ts";

/** A section of a spec whose entries may stand as rows in somebody's spreadsheet. */
export interface TableSection {
  readonly name: string;
  readonly kind: DocumentKind;
  /** Where its entries lie. */
  readonly path: readonly string[];
  /** The field that a row is named by: the id is made of it. `id` where only the id itself can be it. */
  readonly main: string;
  /** What the columns are where a table has no header; the first is the main one. */
  readonly order: readonly string[];
  /** How people call its columns, besides the keys and titles of the schema. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** A column that a header names: the id, or a field by its path below the entry. */
export interface TableColumn {
  readonly field: string;
  readonly type: string;
  /** What one of a closed set stands there. */
  readonly choices: readonly string[];
  /** What its names refer to, and whether several may stand there. */
  readonly refersTo: string | undefined;
  readonly list: boolean;
  /** A unit in the header: `Baseline (%)`. */
  readonly unit: string | undefined;
}

const MEASURED = {
  "baseline.value": [
    "baseline",
    "current",
    "current value",
    "today",
    "as is",
    "start value",
    "before",
    "actual",
    "ist",
    "ausgangswert",
  ],
  "baseline.n": ["n", "sample", "sample size", "cases", "number of cases", "stichprobe"],
  "baseline.sd": ["sd", "standard deviation", "spread", "stdev"],
  "baseline.from": ["baseline from", "measured from", "period start"],
  "baseline.to": ["baseline to", "measured to", "period end"],
  "target.value": ["target", "goal value", "to be", "target value", "aim", "ziel", "zielwert", "soll"],
  "target.by": ["by", "due", "due date", "deadline", "target date", "by when", "until", "bis", "termin"],
  "target.basis": ["basis", "why this target", "rationale", "benchmark"],
} as const;

const OWNER = ["owner", "responsible", "who", "accountable", "reported by", "owned by", "verantwortlich"];

export const TABLE_SECTIONS: readonly TableSection[] = [
  {
    name: "metrics",
    kind: "program",
    path: ["metrics"],
    main: "name",
    order: ["name", "baseline.value", "target.value", "target.by", "owner"],
    names: {
      id: ["metric id", "key"],
      name: ["metric", "kpi", "measure", "indicator", "business metric", "name", "kennzahl"],
      definition: ["formula", "calculation", "how it is calculated", "description"],
      kind: ["type of number", "kind"],
      unit: ["unit", "unit of measure", "uom", "einheit"],
      direction: ["better", "direction", "desired direction"],
      role: ["role", "metric role"],
      owner: OWNER,
      volume: ["volume", "cases per year", "units per year"],
      "source.system": ["source", "data source", "system", "where from", "datenquelle"],
      "source.report": ["report"],
      "source.refreshed": ["refreshed", "frequency", "update frequency"],
      "limit.at-most": ["limit", "at most", "upper limit", "no more than"],
      "limit.at-least": ["at least", "lower limit", "no less than"],
      ...MEASURED,
    },
  },
  {
    name: "behaviors",
    kind: "program",
    path: ["behaviors"],
    main: "does",
    order: ["does", "how-often", "confirmed-by.who", "baseline.value", "target.value", "target.by"],
    names: {
      id: ["behavior id", "key"],
      does: [
        "behavior",
        "behaviour",
        "action",
        "critical behavior",
        "on the job behavior",
        "what people do",
        "verhalten",
      ],
      audience: ["audience", "who does it", "role", "group", "zielgruppe"],
      moves: ["moves", "metric", "kpi", "metrics", "linked metric"],
      "how-often": ["how often", "frequency", "when", "häufigkeit"],
      "confirmed-by.who": ["confirmed by", "observed by", "observer", "who confirms"],
      "confirmed-by.how": ["how confirmed", "how observed", "evidence", "method"],
      "confirmed-by.sample": ["observations"],
      ...MEASURED,
    },
  },
  {
    name: "objectives",
    kind: "program",
    path: ["objectives"],
    main: "can",
    order: ["can", "given", "to", "level", "enables"],
    names: {
      id: ["objective id", "key", "no", "nr", "number", "#"],
      can: [
        "objective",
        "learning objective",
        "performance",
        "learners can",
        "participants can",
        "outcome",
        "lernziel",
      ],
      given: ["condition", "conditions", "given", "situation", "bedingung"],
      to: ["criterion", "criteria", "standard", "degree", "how well", "maßstab", "kriterium"],
      level: ["level", "bloom", "blooms level", "bloom level", "taxonomy", "stufe"],
      enables: ["behavior", "behaviour", "behaviors", "enables", "supports"],
      requires: ["prerequisite", "prerequisites", "requires"],
    },
  },
  {
    name: "activities",
    kind: "program",
    path: ["activities"],
    main: "title",
    order: ["title", "hours", "format", "practices"],
    names: {
      id: ["activity id", "key"],
      title: ["activity", "title", "name", "module", "session", "unit title", "lesson", "aktivität"],
      practices: ["objective", "objectives", "practices", "learning objective", "lernziel"],
      hours: ["hours", "duration", "duration in hours", "h", "stunden"],
      format: ["format", "method", "delivery", "modality", "type"],
    },
  },
  {
    name: "assessments",
    kind: "program",
    path: ["assessments"],
    main: "id",
    order: ["id", "type", "assesses", "when", "pass.at-least"],
    names: {
      id: ["assessment", "test", "assessment id", "name", "title", "prüfung"],
      assesses: ["objective", "objectives", "assesses", "learning objective", "lernziel"],
      type: ["type", "kind", "method", "assessment type"],
      when: ["when", "timing", "date", "wann"],
      "pass.at-least": ["pass", "pass mark", "passing score", "cut score", "threshold"],
      "pass.basis": ["basis", "why this pass mark"],
    },
  },
  {
    name: "points",
    kind: "program",
    path: ["measurement", "points"],
    main: "id",
    order: ["id", "when", "measures", "how", "who"],
    names: {
      id: ["point", "measurement point", "measurement", "milestone", "name", "messpunkt"],
      phase: ["phase", "stage"],
      when: ["when", "timing", "time", "date", "timeline", "wann", "zeitpunkt"],
      measures: ["measures", "metric", "metrics", "measure", "what is measured", "kpi", "what", "kennzahl"],
      how: ["how", "method", "data collection method", "data collection", "instrument", "data source", "source"],
      who: ["who", "responsible", "responsibility", "owner", "collected by", "verantwortlich"],
    },
  },
  {
    name: "audience",
    kind: "program",
    path: ["audience"],
    main: "role",
    order: ["role", "size"],
    names: {
      id: ["audience id", "key"],
      role: ["audience", "job", "job role", "group", "zielgruppe"],
      size: ["size", "headcount", "people", "number of people", "anzahl"],
      "starts-using-it": ["starts using it", "first use"],
    },
  },
  {
    name: "people",
    kind: "catalog",
    path: ["people"],
    main: "name",
    order: ["name", "role"],
    names: {
      id: ["person id", "key"],
      name: ["person", "name", "full name"],
      role: ["role", "job title", "function", "rolle"],
    },
  },
  {
    name: "goals",
    kind: "catalog",
    path: ["goals"],
    main: "statement",
    order: ["statement", "owner", "priority"],
    names: {
      id: ["goal id", "key"],
      statement: ["goal", "objective", "strategic goal", "statement", "ziel"],
      owner: OWNER,
      priority: ["priority", "rank", "no", "priorität"],
    },
  },
];

/** What a header cell stands for in that section; undefined where nobody can tell. */
export function columnNamed(section: TableSection, header: string): TableColumn | undefined {
  const unit = /[([]([^)\]]{1,24})[)\]]\s*$/.exec(header)?.[1]?.trim();
  const names = [plain(header), plain(header.replace(/[([][^)\]]*[)\]]\s*$/, ""))].filter((name) => name !== "");
  for (const name of names) {
    const field = fieldsOf(section).find(({ field, title }) => isCalled(section, field, title, name))?.field;
    if (field !== undefined) return { ...columnOf(section, field), unit };
  }
  return undefined;
}

function isCalled({ names }: TableSection, field: string, title: string, name: string): boolean {
  return plain(field) === name || (names[field] ?? []).some((other) => plain(other) === name) || plain(title) === name;
}

/** A column of a section by its field. */
export function columnOf(section: TableSection, field: string): TableColumn {
  const path: Path = [...section.path, "x", ...field.split(".")];
  const described = field === "id" ? undefined : describe(section.kind, path);
  const definition = described?.definition;
  const leaf = definition?.items ?? definition;
  return {
    field,
    type: leaf?.["x-type"] ?? "text",
    choices: (leaf?.enum ?? []).filter((choice) => typeof choice === "string"),
    refersTo: leaf?.["x-refers-to"],
    list: definition?.items !== undefined,
    unit: undefined,
  };
}

/** The id, what people call by a name of their own, then all other fields of the schema. */
function fieldsOf(section: TableSection): readonly { readonly field: string; readonly title: string }[] {
  const entry = describe(section.kind, [...section.path, "x"])?.definition;
  const all = entry ? [...leaves(entry, "")] : [];
  const titles = new Map(all.map(({ field, title }) => [field, title]));
  const first = [section.main, ...Object.keys(section.names)].map((field) => ({
    field,
    title: titles.get(field) ?? "",
  }));
  return [{ field: "id", title: "id" }, ...first, ...all];
}

function* leaves(definition: SchemaNode, prefix: string): Iterable<{ readonly field: string; readonly title: string }> {
  for (const key of keysOf(definition)) {
    const property = definition.properties?.[key] ?? {};
    const inner = definitionOf(property);
    if (inner.properties) yield* leaves(inner, `${prefix}${key}.`);
    else yield { field: `${prefix}${key}`, title: property.title ?? inner.title ?? "" };
  }
}

/** Without what one person writes and another leaves out. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim();
}
