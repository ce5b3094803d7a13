import { formatDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { ResultRow } from "../results/results-file.ts";
import type { Context } from "../workspace/context.ts";
import type { Change } from "./change.ts";
import type { Names } from "./names.ts";
import { wordsOfRow } from "./row-words.ts";

/** Rows that are named one by one. */
const MOST_ROWS = 20;

/** What happened to the measured values: rows may be added, and never rewritten. */
export function resultsChanges(before: Context, after: Context, names: Names): Change[] {
  const [old, now] = [before.resultsFile, after.resultsFile];
  if (!old || old === now) return [];
  if (!now) {
    const isNamed = after.results !== undefined;
    return isNamed
      ? [
          rewritten({
            subject: say`File of results`,
            before: say`${old.rowCount} rows`,
            after: undefined,
            why: say`The results cannot be read any more.`,
            row: undefined,
            now: undefined,
          }),
        ]
      : [];
  }
  const left = byKey(now.rows, (_, name) => name);
  const changes: Change[] = [];
  for (const [key, row] of byKey(old.rows, names.after)) {
    const other = left.get(key);
    left.delete(key);
    if (other && wordsOfRow(other) === wordsOfRow(row)) continue;
    changes.push(
      rewritten({
        subject: subjectOf(row),
        before: say`${wordsOfRow(row)}`,
        after: other && say`${wordsOfRow(other)}`,
        why: other ? say`A measured value is rewritten.` : say`A measured value is taken out.`,
        row,
        now: other,
      }),
    );
  }
  if (left.size > 0) changes.push(added(left.size, [...left.values()][0]));
  return limited(changes);
}

function byKey(rows: readonly ResultRow[], nameOf: Names["after"]): Map<string, ResultRow> {
  const keyed = new Map<string, ResultRow>();
  for (const row of rows) {
    const { point, measure, group, from, to } = row;
    const parts = [
      nameOf("point", point?.value ?? ""),
      nameOf("measure", measure?.value ?? ""),
      group?.value,
      from?.value,
      to?.value,
    ];
    // The same row twice is another finding; each is compared with its own.
    let key = parts.join("\u0000");
    while (keyed.has(key)) key += "+";
    keyed.set(key, row);
  }
  return keyed;
}

function limited(changes: readonly Change[]): Change[] {
  const rewrites = changes.filter(({ class: kind }) => kind === "weakened");
  const rest = rewrites.length - MOST_ROWS;
  if (rest <= 0) return [...changes];
  const more = rewritten({
    subject: say`${rest} further rows of results`,
    before: undefined,
    after: undefined,
    why: say`More measured values are rewritten or taken out.`,
    row: undefined,
    now: undefined,
  });
  return [...rewrites.slice(0, MOST_ROWS), more, ...changes.filter(({ class: kind }) => kind !== "weakened")];
}

function subjectOf({ point, measure, group, to }: ResultRow): Message {
  const day = to ? say` until ${formatDay(to.value)}` : say``;
  return say`Result of ${code(measure?.value ?? "?")} at ${code(point?.value ?? "?")} (${group?.value ?? "?"}${day})`;
}

interface Rewrite extends Pick<Change, "after" | "before" | "subject" | "why"> {
  readonly row: ResultRow | undefined;
  readonly now: ResultRow | undefined;
}

function rewritten({ row, now, ...words }: Rewrite): Change {
  return {
    ...words,
    class: "weakened",
    topic: "results",
    path: ["results"],
    goalpost: [say`results are added to and never rewritten`],
    readers: [
      { audience: "business", names: [] },
      { audience: "data", names: [] },
    ],
    affects: [],
    placeBefore: row?.span,
    placeAfter: now?.span,
  };
}

function added(count: number, first: ResultRow | undefined): Change {
  return {
    ...rewritten({
      subject: say`Results`,
      before: undefined,
      after: count === 1 ? say`1 row` : say`${count} rows`,
      why: say`More has been measured.`,
      row: undefined,
      now: first,
    }),
    class: "new",
    goalpost: [],
  };
}
