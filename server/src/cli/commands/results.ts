import path from "node:path";
import { kindOfMeasure } from "../../appraisal/evaluation-observation.ts";
import { scaleOf } from "../../appraisal/scale.ts";
import { formatDay, parseDay } from "../../base/date.ts";
import { code, listOf, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import { pathOfUri, uriOfPath } from "../../host/file-uri.ts";
import { textToAppend } from "../../results/append-rows.ts";
import { type Group, isGroup } from "../../results/result-columns.ts";
import { keyOfRow, type ResultsFile } from "../../results/results-file.ts";
import {
  FIELDS,
  type Field,
  type MadeRow,
  type ObservedMeasure,
  type SummarizeOptions,
  summarizeObservations,
} from "../../results/summarize-observations.ts";
import { lint } from "../../rules/lint.ts";
import type { Context } from "../../workspace/context.ts";
import { resolveUri } from "../../workspace/uri.ts";
import { Workspace } from "../../workspace/workspace.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { loadWorkspace } from "../files/load-workspace.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";

export const resultsCommand: Command = {
  operands: "import <raw.csv> --spec <spec> --point <id> --measure <id> --map <column mapping>",
  about:
    "Makes rows of results from raw observations, one row per person, call, team or month, and adds them to the file that\nthe spec names under `results`. Rows that are there are never rewritten. The observations are read once and not kept,\nso a million of them need no more room than ten.",
  options: {
    spec: { value: "<file>", help: "The program whose results they are" },
    point: { value: "<id>", help: "The measurement point, unless a column holds it" },
    measure: { value: "<id>", help: "The metric or behavior, unless a column holds it" },
    map: {
      value: "<field=column,...>",
      multiple: true,
      help: "Which column holds what: value, group, date, n (cases of a row), events and exposure (of a rate), point, measure, from, to",
    },
    groups: {
      value: "<word=group,...>",
      multiple: true,
      help: "What words in the column of groups mean: `A=trained,B=comparison`",
    },
    group: {
      value: "<group>",
      choices: ["trained", "comparison", "all"],
      help: "The group of all rows, unless a column holds it (default: trained)",
    },
    from: { value: "<YYYY-MM-DD>", help: "The first day, unless a column `date` says it" },
    to: { value: "<YYYY-MM-DD>", help: "The last day, unless a column `date` says it" },
    "by-month": { help: "One row per calendar month of `date`, as a trend line takes them" },
    "dry-run": { help: "Show what would be added, and write nothing" },
  },
  notes: [
    {
      title: "What the columns have to hold",
      lines: [
        ["a share", "`value` is yes or no (1 or 0), or the share of a row with its cases in `n`"],
        ["a mean", "`value` is a number; each row counts as one case"],
        ["a rate", "`events` and `exposure` of each row"],
      ],
    },
  ],
  examples: [
    {
      line: "training-spec results import calls.csv --spec save.training.yaml --point month-6 --measure save-rate --map value=saved,group=arm,date=day --groups A=trained,B=comparison --dry-run",
      does: "One row per call",
    },
  ],
  run: results,
};

async function results(call: Call): Promise<ExitCode> {
  const { operands, io, tell, options } = call;
  const [action, raw, ...more] = operands;
  if (action !== "import" || raw === undefined || more.length > 0) {
    return refuse(call, say`Expected ${code("training-spec results import <raw.csv> --spec <spec> …")}.`);
  }
  const spec = options.get("spec")?.[0];
  if (spec === undefined) return refuse(call, say`${code("--spec")} is missing: the program whose results these are.`);
  const workspace = new Workspace();
  const specPath = path.resolve(io.cwd, spec);
  const loaded = loadWorkspace(workspace, [specPath], { cwd: io.cwd, read: (file) => io.read(file) });
  for (const problem of loaded.problems) await tell.problem(render(problem));
  if (loaded.problems.length > 0) return USAGE;
  const snapshot = workspace.snapshot(io.today());
  const context = snapshot.context(uriOfPath(specPath));
  if (!context?.program) return refuse(call, say`${code(spec)} is no program.`);
  const settings = settingsOf(call, context);
  if ("key" in settings) return refuse(call, settings);
  const target = targetOf(context);
  if ("key" in target) return refuse(call, target);
  const made = readRaw(call, path.resolve(io.cwd, raw), settings);
  if ("key" in made) return refuse(call, made);
  for (const problem of made.problems) await tell.problem(render(problem));
  if (made.problems.length > 0) {
    await tell.problem(render(say`Nothing was written.`));
    return USAGE;
  }
  if (made.empty > 0)
    await tell.note(render(say`${made.empty} of ${made.observations} rows have no value and are left out.`));
  const { rows, same, changed } = compareWith(context.resultsFile, made.rows);
  for (const row of changed)
    await tell.problem(
      render(
        say`There is another row for ${rowWords(row)}: results are never rewritten. Take the old row out in a change of its own first.`,
      ),
    );
  if (changed.length > 0) return USAGE;
  if (same > 0) await tell.note(render(say`${same} rows are there already, just the same.`));
  const existing = io.read(target.path);
  if (existing.text === undefined && existing.why !== "missing")
    return refuse(call, say`${code(shownPath(target.path, io.cwd))} cannot be added to (${existing.why}).`);
  const text = rows.length === 0 ? "" : textToAppend(existing.text, rows);
  await io.stdout.write(text.replaceAll("\r\n", "\n").replace(/^\n/, ""));
  workspace.set(uriOfPath(target.path), (existing.text ?? "") + text);
  await noteFindings(call, workspace, target.path, (existing.text ?? "").split("\n").length);
  const name = code(shownPath(target.path, io.cwd));
  if (options.has("dry-run")) {
    await tell.note(
      render(say`${made.observations} observations make these ${rows.length} rows; nothing was written to ${name}.`),
    );
    return CLEAN;
  }
  if (text === "") return CLEAN;
  const failure = io.append(target.path, text);
  if (failure !== undefined) return refuse(call, say`${name} cannot be written (${failure}).`);
  await tell.note(render(say`${made.observations} observations made ${rows.length} rows in ${name}.`));
  if (!target.isNamed)
    await tell.note(
      render(say`Add ${code(`results: ${path.basename(target.path)}`)} to the program, so that they count.`),
    );
  return CLEAN;
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}

/** What lint says of the rows that are new. */
async function noteFindings({ io, tell }: Call, workspace: Workspace, file: string, lines: number): Promise<void> {
  const snapshot = workspace.snapshot(io.today());
  const tree = snapshot.files.get(uriOfPath(file))?.tree;
  for (const { span, severity, message } of tree ? lint(snapshot, uriOfPath(file)) : []) {
    const line = tree?.lines.positionAt(span.start).line ?? 0;
    if (line + 1 >= lines) await tell.note(render(say`Line ${line + 1}: ${severity}: ${message}`));
  }
}

function targetOf(context: Context): { readonly path: string; readonly isNamed: boolean } | Message {
  const named = context.results?.value;
  const uri = named === undefined ? undefined : resolveUri(context.file.uri, named);
  const own = pathOfUri(uri ?? context.file.uri.replace(/(\.training)?\.ya?ml$/i, ".results.csv"));
  if (own === undefined) return say`It is not known where the results of this program are.`;
  return { path: own, isNamed: named !== undefined };
}

function readRaw({ io, cwd }: Call & { readonly cwd?: string }, file: string, settings: SummarizeOptions) {
  try {
    return summarizeObservations(io.pieces(file), settings);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const name = code(shownPath(file, cwd ?? io.cwd));
    return reason === "ENOENT" ? say`No file is named ${name}.` : say`${name} cannot be read (${reason}).`;
  }
}

function compareWith(existing: ResultsFile | undefined, made: readonly MadeRow[]) {
  const known = new Map((existing?.rows ?? []).map((row) => [keyOfRow(row), row]));
  const rows: MadeRow[] = [];
  const changed: MadeRow[] = [];
  let same = 0;
  for (const row of made) {
    const other = known.get([row.point, row.measure, row.group, row.from, row.to].join("\u0000"));
    if (!other) rows.push(row);
    else if (other.value?.value === row.value && other.n?.value === row.n) same++;
    else changed.push(row);
  }
  return { rows, changed, same };
}

function rowWords({ point, measure, group, from, to }: MadeRow): Message {
  return say`${code(measure)} at ${code(point)} (${group}, ${formatDay(from)} to ${formatDay(to)})`;
}

function settingsOf({ options }: Call, context: Context): SummarizeOptions | Message {
  const map = pairsIn(options.get("map") ?? []);
  if ("key" in map) return map;
  for (const field of map.keys()) {
    if ((FIELDS as readonly string[]).includes(field)) continue;
    const meant = nearest(field, FIELDS);
    const problem = say`Nothing is named ${code(field)} in ${code("--map")}.`;
    return meant ? say`${problem} Did you mean ${code(meant)}?` : say`${problem} Expected ${FIELDS.join(", ")}.`;
  }
  const groups = pairsIn(options.get("groups") ?? []);
  if ("key" in groups) return groups;
  for (const group of groups.values()) if (!isGroup(group)) return say`${code(group)} is no group.`;
  const [from, to] = ["from", "to"].map((name) => options.get(name)?.[0]);
  for (const written of [from, to])
    if (written !== undefined && parseDay(written) === undefined)
      return say`${code(written)} is no day such as ${code("2027-02-01")}.`;
  const [point, measure] = [options.get("point")?.[0], options.get("measure")?.[0]];
  const missing = [
    ...((point ?? map.get("point")) ? [] : ["point"]),
    ...((measure ?? map.get("measure")) ? [] : ["measure"]),
  ];
  if (missing.length > 0)
    return say`${code(`--${missing[0]}`)} is missing; there are ${listOf(missing[0] === "point" ? [...context.points.keys()] : context.measures.map(({ id }) => id))}.`;
  if (point !== undefined && !context.points.has(point)) return unknown(say`point`, point, [...context.points.keys()]);
  const about = measuresIn(context);
  const found = measure === undefined ? undefined : about(measure);
  if (found && "key" in found) return found;
  const isRate = found?.kind === "rate";
  if (isRate && !(map.has("events") && map.has("exposure")))
    return say`${code(measure ?? "")} is a rate: map ${code("events=…")} and ${code("exposure=…")}.`;
  if (!isRate && !map.has("value") && !map.has("events"))
    return say`Say which column holds the values: ${code("--map value=…")}.`;
  if (options.has("by-month") && !map.has("date"))
    return say`${code("--by-month")} needs the day of each row: ${code("--map date=…")}.`;
  const group = options.get("group")?.[0];
  const [fromDay, toDay] = [from, to].map((written) => (written === undefined ? undefined : parseDay(written)));
  return {
    map: map as ReadonlyMap<Field, string>,
    groups: groups as ReadonlyMap<string, Group>,
    byMonth: options.has("by-month"),
    launch: context.launch?.value,
    fixed: {
      ...(point === undefined ? {} : { point }),
      ...(measure === undefined ? {} : { measure }),
      ...(group !== undefined && isGroup(group) ? { group } : {}),
      ...(fromDay === undefined ? {} : { from: fromDay }),
      ...(toDay === undefined ? {} : { to: toDay }),
    },
    measure: about,
    hasPoint: (id) => context.points.has(id),
  };
}

function measuresIn(context: Context): (id: string) => ObservedMeasure | Message {
  const known = new Map<string, ObservedMeasure | Message>();
  const find = (id: string): ObservedMeasure | Message => {
    const measure = context.measures.find((each) => each.id === id);
    if (!measure)
      return unknown(
        say`metric or behavior`,
        id,
        context.measures.map((each) => each.id),
      );
    const kind = kindOfMeasure(context, measure);
    if (!kind) return say`Nobody says what kind of number ${code(id)} is.`;
    const scale = scaleOf(kind, measure.unit);
    return scale === undefined ? say`The unit of ${code(id)} does not say what it is a share of.` : { kind, scale };
  };
  return (id) => {
    const made = known.get(id) ?? find(id);
    if (known.size < 1000) known.set(id, made);
    return made;
  };
}

function unknown(what: Message, id: string, names: readonly string[]): Message {
  const meant = nearest(id, names);
  const problem = say`No ${what} of the program is named ${code(id)}.`;
  return meant ? say`${problem} Did you mean ${code(meant)}?` : say`${problem} There are ${listOf(names)}.`;
}

function pairsIn(written: readonly string[]): Map<string, string> | Message {
  const pairs = new Map<string, string>();
  for (const pair of written.flatMap((each) => each.split(","))) {
    const [name = "", ...rest] = pair.split("=");
    if (name.trim() === "" || rest.length === 0) return say`Expected ${code("name=column")}, not ${code(pair)}.`;
    pairs.set(name.trim(), rest.join("=").trim());
  }
  return pairs;
}
