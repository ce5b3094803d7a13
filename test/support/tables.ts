import { render } from "../../server/src/base/message.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { type CsvSeparator, csvOf, readCsv } from "../../server/src/tables/csv-text.ts";
import { planTables } from "../../server/src/tables/plan-tables.ts";
import type { TableText } from "../../server/src/tables/table-text.ts";
import { type TakenBack, takeBack } from "../../server/src/tables/take-back.ts";

/** A spec as tables are taken back into it. */
export function target(text: string, program = "p") {
  return {
    uri: `file:///${program}.training.yaml`,
    tree: parse(`file:///${program}.training.yaml`, text),
    program,
    names: [program],
  };
}

/** Its tables as files of separated values, by name. */
export function tablesAsCsv(text: string, separator: CsvSeparator = ","): ReadonlyMap<string, string> {
  return new Map(planTables([target(text)]).map((table) => [table.shape.name, csvOf(table, separator)]));
}

/** What comes of it when one table of a spec is edited: `edit` gets the lines of the file. */
export function afterEdit(
  spec: string,
  table: string,
  edit: (csv: string) => string,
  options: { readonly delete?: boolean; readonly separator?: CsvSeparator } = {},
): {
  readonly text: string;
  readonly taken: TakenBack;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
} {
  const csv = tablesAsCsv(spec, options.separator).get(table);
  if (csv === undefined) throw new Error(`no table ${table}`);
  const edited = edit(csv);
  if (edited === csv) throw new Error(`the edit of ${table} changes nothing`);
  return taken(spec, [tableOf(edited)], options.delete);
}

/** What comes of tables taken back into a spec. */
export function taken(spec: string, tables: readonly TableText[], isDelete = false) {
  const result = takeBack(tables, [target(spec)], { delete: isDelete });
  const words = (notes: TakenBack["notes"]) =>
    notes.map(({ address, message }) => `${address ?? "-"}: ${render(message)}`);
  return {
    text: result.files[0]?.after ?? spec,
    taken: result,
    problems: words(result.problems),
    notes: words(result.notes),
  };
}

export function tableOf(csv: string): TableText {
  const { table } = readCsv("table.csv", csv);
  if (!table) throw new Error("no table");
  return table;
}
