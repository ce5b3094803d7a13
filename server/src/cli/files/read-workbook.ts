import readSheets from "read-excel-file/universal";
import { formatDay } from "../../base/date.ts";
import { code, type Message, say } from "../../base/message.ts";
import { addressOf, type TableCell, type TableText } from "../../tables/table-text.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** The sheets of a workbook that hold something, or why it cannot be read. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<readonly TableText[] | Message> {
  let sheets: Awaited<ReturnType<typeof readSheets>>;
  try {
    sheets = await readSheets(new Blob([bytes.slice()]), { trim: false });
  } catch {
    return say`${code(name)} is no workbook that can be read: save it as ${code(".xlsx")}, without a password.`;
  }
  return sheets.flatMap(({ sheet, data }) => {
    const first = data.findIndex((row) => row.some((value) => value !== null));
    const [header, ...rows] = data
      .slice(Math.max(0, first))
      .map((row, index) => row.map((value, column) => cellOf(value, addressOf(first + index, column))));
    return header && first >= 0 ? [{ name: `${name}[${sheet}]`, sheet, header, rows }] : [];
  });
}

/** A day has no time of day in a workbook either; one that has is a text that is no day. */
function cellOf(value: unknown, address: string): TableCell {
  const decimal = undefined;
  if (value === null || value === undefined) return { address, text: "", decimal };
  if (typeof value === "number") return { address, text: String(value), number: value, decimal };
  if (!(value instanceof Date)) return { address, text: String(value), decimal };
  const day = value.getTime() / MILLISECONDS_PER_DAY;
  if (!Number.isInteger(day)) return { address, text: value.toISOString(), decimal };
  return { address, text: formatDay(day), day, decimal };
}
