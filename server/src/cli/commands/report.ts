import path from "node:path";
import type { Day } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import { csvOf } from "../../tables/csv-text.ts";
import { planTables } from "../../tables/plan-tables.ts";
import type { TargetSpec } from "../../tables/take-back.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { isFolder, type NewFile, writeFiles } from "../files/keep-files.ts";
import { namedSpecs } from "../files/named-specs.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import {
  indexPage,
  MADE_BY_REPORT,
  type NamedPlan,
  PAGE_ENDINGS,
  type PageFormat,
  planPage,
  plansOf,
} from "../report/plan-pages.ts";
import { TODAY, todayOf } from "../today.ts";

export const reportCommand: Command = {
  operands: "[options] [file, folder or 'pattern' ...]",
  about:
    "Writes the plan of programs for people who read no YAML: a page per program with the need, the results chain, the\ndata collection plan by level, timing, money and decisions. Whatever is missing is said to be. Without a\npath: the programs in this folder and below it. Several programs go to a folder, with a page that leads to them.",
  options: {
    format: {
      short: "f",
      value: "<name>",
      choices: ["markdown", "html", "ics", "csv", "xlsx"],
      help: "How it is written: `markdown` (default), `html`, `ics`, `csv` or `xlsx`",
    },
    output: { short: "o", value: "<path>", help: "The file, or the folder, that it goes to; else standard output" },
    table: { value: "<name>", help: "With `csv`: this table alone, such as `metrics`, to standard output" },
    separator: {
      value: "<mark>",
      choices: [",", ";"],
      help: "With `csv`: what stands between the columns; with `;` numbers have a decimal comma",
    },
    force: { help: "Replace files that `report` has not made" },
    ...TODAY,
  },
  notes: [
    {
      title: "Formats",
      lines: [
        ["markdown", "a page per program (default)"],
        ["html", "the same as pages that need nothing else, and print"],
        ["ics", "one calendar of launches, measurements, assessments, support and decisions"],
        ["csv, xlsx", "the plan tables, to be edited and taken back with `training-spec import`"],
      ],
    },
    {
      title: "Exit codes",
      lines: [
        ["0", "everything is written"],
        ["2", "a path, an option or the environment is at fault, or a file is in the way; nothing of it is written"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec report save-the-customer.training.yaml", does: "One program as Markdown" },
    { line: "training-spec report --format html --output plans", does: "A page per program, with an index" },
    { line: "training-spec report --format ics > measurement.ics", does: "A calendar of what is due when" },
    { line: "training-spec report --format xlsx --output plans.xlsx", does: "Tables to edit in a spreadsheet" },
  ],
  run: report,
};

async function report(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  const today = todayOf(call);
  if (typeof today !== "number") return refuse(call, today);
  const { workspace, uris, problems } = await gather(call);
  const snapshot = workspace.snapshot(today);
  const plans = plansOf(snapshot, uris);
  if (plans.length === 0) {
    if (problems.length > 0) return USAGE;
    return refuse(call, say`There is no program here: no file with ${code("kind: program")}.`);
  }
  const format = options.get("format")?.[0] ?? "markdown";
  const files =
    format === "ics"
      ? await calendar(call, plans, today)
      : format === "csv"
        ? tables(call, namedSpecs(snapshot, uris, call.io.cwd))
        : format === "xlsx"
          ? await workbook(call, plans, namedSpecs(snapshot, uris, call.io.cwd))
          : pages(call, plans, snapshot, format as PageFormat);
  if (typeof files === "string") await io.stdout.write(files);
  else if ("key" in files) return refuse(call, files);
  else if (!(await save(call, files))) return USAGE;
  return problems.length > 0 ? USAGE : CLEAN;
}

/** What goes to standard output, the files, or why neither can be. */
function pages(
  call: Call,
  plans: readonly NamedPlan[],
  snapshot: Snapshot,
  format: PageFormat,
): string | Message | readonly NewFile[] {
  const { options, io } = call;
  const output = options.get("output")?.[0];
  const [first] = plans;
  const written = (plan: NamedPlan) => planPage(plan, snapshot, format, io.cwd);
  const file = (at: string, content: string): NewFile => ({
    path: path.resolve(io.cwd, at),
    content,
    isOurs: (text) => text.includes(MADE_BY_REPORT),
  });
  const isOne = first !== undefined && plans.length === 1;
  if (output === undefined) {
    if (isOne) return written(first);
    return say`There are ${plans.length} programs, and each has a page: name a folder for them with ${code("--output <folder>")}.`;
  }
  if (isOne && !isFolder(output, io)) return [file(output, written(first))];
  const ending = PAGE_ENDINGS[format];
  return [
    ...plans.map((plan) => file(path.join(output, `${plan.name}.${ending}`), written(plan))),
    ...(isOne ? [] : [file(path.join(output, `index.${ending}`), indexPage(plans, snapshot, format))]),
  ];
}

/** The plan tables of all programs together, one file each. Somebody may have edited one: it is never replaced unasked. */
function tables({ options, io }: Call, specs: readonly TargetSpec[]): string | Message | readonly NewFile[] {
  const separator = options.get("separator")?.[0] === ";" ? ";" : ",";
  const all = planTables(specs);
  const wanted = options.get("table")?.[0];
  if (wanted !== undefined) {
    const names = all.map(({ shape }) => shape.name);
    const table = all.find(({ shape }) => shape.name === wanted);
    if (table) return csvOf(table, separator);
    const meant = nearest(wanted, names);
    const problem = say`No table is named ${code(wanted)}.`;
    return meant ? say`${problem} Did you mean ${code(meant)}?` : say`${problem} There are ${names.join(", ")}.`;
  }
  const output = options.get("output")?.[0];
  if (output === undefined)
    return say`A plan has ${all.length} tables: name a folder for them with ${code("--output <folder>")}, or one of them with ${code("--table <name>")}.`;
  return all.map((table) => {
    const content = csvOf(table, separator);
    const file = path.resolve(io.cwd, output, `${table.shape.name}.csv`);
    return { path: file, content, isOurs: (text) => `\ufeff${text}` === content };
  });
}

/** The plan tables of all programs in one file. */
async function workbook(
  { options, io }: Call,
  plans: readonly NamedPlan[],
  specs: readonly TargetSpec[],
): Promise<Message | readonly NewFile[]> {
  const output = options.get("output")?.[0];
  if (output === undefined) return say`A workbook goes to a file: name it with ${code("--output plans.xlsx")}.`;
  const { planWorkbook } = await import("../report/plan-workbook.ts");
  const content = await planWorkbook(plans, planTables(specs));
  if (!content)
    return say`A text is longer than the 32,767 letters that a cell of a workbook holds: take ${code("--format csv")}.`;
  const [first] = plans;
  const name = plans.length === 1 && first ? first.name : "plans";
  const file = path.resolve(io.cwd, isFolder(output, io) ? path.join(output, `${name}.xlsx`) : output);
  const there = io.bytes(file);
  const isSame = typeof there !== "string" && Buffer.compare(there, content) === 0;
  return [{ path: file, content, isOurs: () => isSame }];
}

/** One calendar for all programs. */
async function calendar(call: Call, plans: readonly NamedPlan[], today: Day): Promise<string | readonly NewFile[]> {
  const { options, io, tell } = call;
  const { CALENDAR_MAKER, planIcs, undatedEntries } = await import("../report/plan-ics.ts");
  const content = planIcs(plans, today);
  const left = undatedEntries(plans);
  if (left > 0) await tell.note(render(say`Left out because they have no day yet: ${left} entries.`));
  const output = options.get("output")?.[0];
  if (output === undefined) return content;
  const [first] = plans;
  const name = plans.length === 1 && first ? first.name : "calendar";
  const file = isFolder(output, io) ? path.join(output, `${name}.ics`) : output;
  return [{ path: path.resolve(io.cwd, file), content, isOurs: (text) => text.includes(CALENDAR_MAKER) }];
}

async function save({ io, options, tell }: Call, files: readonly NewFile[]): Promise<boolean> {
  const failures = writeFiles(files, io, options.has("force"));
  for (const failure of failures) await tell.problem(render(failure));
  if (failures.length > 0) return false;
  for (const { path: file } of files) await tell.note(render(say`Written: ${code(shownPath(file, io.cwd))}.`));
  return true;
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}
