import writeWorkbook, { type Sheet, type Cell as SheetCell } from "write-excel-file/universal";
import { say } from "../../base/message.ts";
import { levelWords } from "../../features/plan-levels.ts";
import type { Cell } from "../../tables/cell.ts";
import type { PlanTable } from "../../tables/plan-tables.ts";
import { PROGRAM_COLUMN } from "../../tables/table-shape.ts";
import { render } from "../language.ts";
import type { NamedPlan } from "./plan-pages.ts";
import { VIEW_SHEET } from "./view-sheet.ts";
import { withoutTimes } from "./zip-times.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
const LONGEST_CELL = 32_767;

/**
 * The plan tables as a workbook, one sheet each, after one that shows the data collection plan. The same tables always
 * give the same bytes. Undefined where a text is longer than a cell can hold.
 */
export async function planWorkbook(
  plans: readonly NamedPlan[],
  tables: readonly PlanTable[],
): Promise<Uint8Array | undefined> {
  const isTooLong = (cell: Cell) => "text" in cell && cell.text.length > LONGEST_CELL;
  if (tables.some(({ rows }) => rows.some(({ cells }) => cells.some(isTooLong)))) return undefined;
  const blob = await writeWorkbook([viewSheet(plans), ...tables.map(tableSheet)]).toBlob();
  return withoutTimes(new Uint8Array(await blob.arrayBuffer()));
}

function tableSheet({ shape, rows }: PlanTable): Sheet<Blob> {
  const keys = [PROGRAM_COLUMN, ...shape.keys];
  const header = [...keys, ...shape.columns.map(({ name }) => name)];
  const data = rows.map(({ program, keys: of, cells }) => [...[program, ...of].map(textCell), ...cells.map(sheetCell)]);
  return sheet(shape.name, header, data, keys.length);
}

function viewSheet(plans: readonly NamedPlan[]): Sheet<Blob> {
  const columns = [
    say`Program`,
    say`Level`,
    say`Objective`,
    say`Measure`,
    say`Method`,
    say`Source`,
    say`Timing`,
    say`Responsible`,
  ];
  const data = plans.flatMap(({ plan }) =>
    plan.levels
      .map(({ level, objective, measure, method, source, timing, responsible }) =>
        [levelWords(level), objective, measure, method, source, timing, responsible].map((each) =>
          textCell(render(each).slice(0, LONGEST_CELL)),
        ),
      )
      .map((row) => [textCell(plan.title), ...row]),
  );
  return sheet(
    VIEW_SHEET,
    columns.map((each) => render(each)),
    data,
    2,
  );
}

function sheet(name: string, header: readonly string[], data: SheetCell[][], stickyColumnsCount: number): Sheet<Blob> {
  const head = header.map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
    backgroundColor: "#e6ecf2",
  }));
  const columns = header.map((title) => ({ width: Math.max(12, Math.min(40, title.length + 4)) }));
  return {
    sheet: name,
    data: [head, ...data],
    columns,
    stickyRowsCount: 1,
    stickyColumnsCount,
    orientation: "landscape",
  };
}

function sheetCell(cell: Cell): SheetCell {
  switch (cell.kind) {
    case "empty":
      return null;
    case "number":
      return { value: cell.number, type: Number };
    case "day":
      return { value: new Date(cell.day * MILLISECONDS_PER_DAY), type: Date, format: "yyyy-mm-dd" };
    default:
      return textCell(cell.text);
  }
}

/** The format `@` keeps a spreadsheet from making a number or a day of it. What looks like an escape is escaped. */
function textCell(text: string): SheetCell {
  if (text === "") return null;
  const value = text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return { value, type: String, format: "@", wrap: true, alignVertical: "top" };
}
