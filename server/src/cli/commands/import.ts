import { readdirSync } from "node:fs";
import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { readCsv } from "../../tables/csv-text.ts";
import type { TableText } from "../../tables/table-text.ts";
import { type TableNote, type TakenBack, type TargetSpec, takeBack } from "../../tables/take-back.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS, USAGE } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { namedSpecs } from "../files/named-specs.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import { unifiedDiff } from "../lint/unified-diff.ts";
import { VIEW_SHEET } from "../report/view-sheet.ts";

export const importCommand: Command = {
  operands: "[options] <table or folder> ...",
  about:
    "Takes tables that `training-spec report` wrote back into the specs: changed cells are changed in the text, with its\ncomments and its layout kept, and new rows become new entries. Rows are found by program and id, whatever their order.\nNothing is taken out of a spec without `--delete`. With a finding in a table, nothing at all is written.",
  options: {
    into: {
      value: "<file or folder>",
      multiple: true,
      help: "Where the specs are; else this folder and those below it",
    },
    delete: { help: "Take out of the specs what has no row any more, and values whose cell is empty" },
    "dry-run": { help: "Show what would change, and write nothing" },
  },
  notes: [
    {
      title: "Exit codes",
      lines: [
        ["0", "the tables are taken, or nothing in them is new"],
        ["1", "a table holds something that cannot be taken; nothing is written"],
        ["2", "a path, an option or the environment is at fault"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec import plans.xlsx --dry-run", does: "What would change" },
    { line: "training-spec import plans/", does: "All tables of a folder" },
    { line: "training-spec import metrics.csv --into programs/save.training.yaml", does: "One table into one spec" },
  ],
  run: importTables,
};

async function importTables(call: Call): Promise<ExitCode> {
  const { options, operands, io } = call;
  if (operands.length === 0)
    return refuse(call, say`Name a table, or a folder of tables: ${code("training-spec import plans.xlsx")}.`);
  const files = operands.flatMap((operand) => tablesIn(path.resolve(io.cwd, operand)));
  const tables: TableText[] = [];
  for (const file of files) {
    const read = await readTables(call, file);
    if ("key" in read) return refuse(call, read);
    tables.push(...read);
  }
  if (tables.length === 0)
    return refuse(call, say`There is no table here: no file that ends with ${code(".csv")} or ${code(".xlsx")}.`);
  const { workspace, uris, problems } = await gather({ ...call, operands: options.get("into") ?? [] });
  if (problems.length > 0) return USAGE;
  const specs = namedSpecs(workspace.snapshot(io.today()), uris, io.cwd);
  if (specs.length === 0)
    return refuse(
      call,
      say`There is no program to take the tables into: name its file or folder with ${code("--into")}.`,
    );
  const torn = specs.filter(({ tree }) => tree.broken.all || tree.broken.keys.size > 0);
  const whole = specs.filter((spec) => !torn.includes(spec));
  const taken = takeBack(tables, whole, { delete: options.has("delete") });
  await tellNotes(call, taken.notes);
  if (taken.problems.length > 0) {
    await tellNotes(call, taken.problems, "problem");
    for (const { uri } of torn) await call.tell.problem(render(tornWords(shown(call, uri))));
    await call.tell.note(render(say`Nothing is written.`));
    return FINDINGS;
  }
  return options.has("dry-run") ? show(call, taken) : write(call, taken);
}

/** The tables of a folder, not those of folders below it; a file is itself. */
function tablesIn(file: string): readonly string[] {
  try {
    const names = readdirSync(file).filter((name) => /\.(csv|xlsx)$/i.test(name) && !/^(~\$|\.)/.test(name));
    return names.sort().map((name) => path.join(file, name));
  } catch {
    return [file];
  }
}

async function readTables(call: Call, file: string): Promise<readonly TableText[] | Message> {
  const { io } = call;
  const name = shownPath(file, io.cwd);
  if (/\.xlsx$/i.test(file)) return readSheetsOf(call, file, name);
  const { text, ...failure } = io.read(file);
  if (text === undefined) {
    const why = "why" in failure ? failure.why : "unreadable";
    return why === "missing"
      ? say`No file or folder is named ${code(name)}.`
      : say`${code(name)} cannot be read (${why}).`;
  }
  if (text.includes("\ufffd") || text.includes("\u0000"))
    return say`Some letters of ${code(name)} cannot be read: save it as ${code("CSV UTF-8")}, or as ${code(".xlsx")}.`;
  const { table, unclosed } = readCsv(name, text);
  if (unclosed)
    return say`${code(name)}: a quote that opens in row ${code(unclosed.slice(1))} is never closed, or holds more than 10,000 letters.`;
  return table
    ? [table]
    : say`${code(name)} is empty: a table has at least its first row, with the names of the columns.`;
}

/** The sheets of a workbook but for the view, of which somebody who changed it has to know that it is one. */
async function readSheetsOf({ io, tell }: Call, file: string, name: string): Promise<readonly TableText[] | Message> {
  const bytes = io.bytes(file);
  if (bytes === "ENOENT") return say`No file or folder is named ${code(name)}.`;
  if (typeof bytes === "string") return say`${code(name)} cannot be read (${bytes}).`;
  const { readWorkbook } = await import("../files/read-workbook.ts");
  const tables = await readWorkbook(name, bytes);
  if ("key" in tables) return tables;
  const isView = ({ sheet }: TableText) => sheet === VIEW_SHEET;
  if (tables.some(isView))
    await tell.note(
      render(say`The sheet ${code(VIEW_SHEET)} is made from the others: what is changed in it is not taken.`),
    );
  return tables.filter((table) => !isView(table));
}

function tornWords(name: string): Message {
  return say`${code(name)} cannot be read whole, so no table is taken into it: ${code(`training-spec lint ${name}`)} says what is wrong.`;
}

async function tellNotes({ tell }: Call, notes: readonly TableNote[], as: "problem" | "note" = "note"): Promise<void> {
  for (const { table, address, message } of notes.slice(0, MOST_NOTES))
    await tell[as](`${table}${address ? `:${address}` : ""}: ${render(message)}`);
  if (notes.length > MOST_NOTES) await tell[as](render(say`And ${notes.length - MOST_NOTES} more like these.`));
}

const MOST_NOTES = 50;

async function show(call: Call, { files }: TakenBack): Promise<ExitCode> {
  for (const { uri, before, after } of files) await call.io.stdout.write(unifiedDiff(shown(call, uri), before, after));
  if (files.length === 0) await call.tell.note(render(say`Nothing would change.`));
  return CLEAN;
}

async function write(call: Call, { files, changed, added, removed }: TakenBack): Promise<ExitCode> {
  const { io, tell } = call;
  if (files.length === 0) await tell.note(render(say`Nothing has changed: the specs say what the tables say.`));
  let isWritten = true;
  for (const { uri, before, after } of files) {
    const failure = io.rewrite(pathOfUri(uri) ?? uri, before, after);
    if (failure === undefined) await tell.note(render(say`Written: ${code(shown(call, uri))}.`));
    else {
      isWritten = false;
      await tell.problem(
        failure === "changed"
          ? render(say`${code(shown(call, uri))} is as it was: somebody changed it meanwhile. Import again.`)
          : render(say`${code(shown(call, uri))} could not be written (${failure}).`),
      );
    }
  }
  if (files.length > 0)
    await tell.note(
      render(
        say`Cells changed: ${changed}; rows added: ${added}; rows taken out: ${removed}. ${code("training-spec lint")} says what follows.`,
      ),
    );
  return isWritten ? CLEAN : USAGE;
}

function shown({ io }: Call, uri: TargetSpec["uri"]): string {
  return shownPath(pathOfUri(uri) ?? uri, io.cwd);
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}
