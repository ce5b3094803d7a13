import { type Message, say } from "../../base/message.ts";
import type { Span } from "../../base/span.ts";
import type { Graph } from "../../features/preview-graph.ts";
import { programGraph } from "../../features/preview-program.ts";
import type { Audience, Change, ChangeClass, Reader } from "../../review/change.ts";
import { CHANGE_CLASSES } from "../../review/change.ts";
import type { Review, ReviewedDocument, Side } from "../../review/review.ts";
import { render } from "../language.ts";

/** A comparison as every format writes it. */
export interface DiffReport {
  /** What was compared, as it was named. */
  readonly base: string;
  readonly head: string;
  readonly documents: readonly ReportedDocument[];
  readonly unreadable: readonly (ReportedPlace & { readonly side: "after" | "before"; readonly message: Message })[];
  readonly unchanged: number;
  readonly counts: Counts;
}

export interface ReportedDocument extends Pick<ReviewedDocument, "consequences" | "kind" | "renames" | "title"> {
  /** Its path; where it was, if it is gone. */
  readonly file: string;
  readonly changes: readonly ReportedChange[];
  /** Its results chain as it is now; of a program that has changed. */
  readonly graph: Graph | undefined;
}

export interface ReportedChange extends Change {
  readonly was: ReportedPlace | undefined;
  readonly is: ReportedPlace | undefined;
}

/** Line and column count from 1. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Counts = Readonly<Record<ChangeClass | "goalpost", number>>;

/** The comparison with its places; `shown` gives the name of a file in reports. */
export function reportDiff(
  review: Review,
  sides: { readonly before: Side; readonly after: Side; readonly base: string; readonly head: string },
  shown: (uri: string) => string,
): DiffReport {
  const { before, after, base, head } = sides;
  const placeIn = ({ snapshot }: Side, span: Span | undefined): ReportedPlace | undefined => {
    const place = span && snapshot.place(span);
    if (!place) return undefined;
    const { line, character } = place.file.lines.positionAt(place.at.start);
    return { file: shown(place.file.uri), line: line + 1, column: character + 1 };
  };
  const documents = review.documents.map((document): ReportedDocument => {
    const context = document.after && after.snapshot.context(document.after.uri);
    const hasChanged = document.changes.length > 0 && context?.program;
    return {
      kind: document.kind,
      title: document.title,
      renames: document.renames,
      consequences: document.consequences,
      file: shown((document.after ?? document.before)?.uri ?? ""),
      changes: document.changes.map((change) => ({
        ...change,
        was: placeIn(before, change.placeBefore),
        is: placeIn(after, change.placeAfter),
      })),
      graph: hasChanged ? programGraph(context, document.title) : undefined,
    };
  });
  const unreadable = review.unreadable.map(({ side, at, message, file }) => {
    const place = placeIn(side === "before" ? before : after, at);
    return { side, message, ...(place ?? { file: shown(file.uri), line: 1, column: 1 }) };
  });
  return { base, head, documents, unreadable, unchanged: review.unchanged, counts: countsOf(documents) };
}

function countsOf(documents: readonly ReportedDocument[]): Counts {
  const changes = documents.flatMap((document) => document.changes);
  const isMove = ({ goalpost }: Change): boolean => goalpost.length > 0;
  const classes = CHANGE_CLASSES.map((kind) => [
    kind,
    changes.filter((change) => change.class === kind && !isMove(change)).length,
  ]);
  return { ...Object.fromEntries(classes), goalpost: changes.filter(isMove).length } as Counts;
}

/** The whole comparison in one sentence. A goalpost move is counted as that alone. */
export function verdictOf({ counts, documents, unreadable }: DiffReport): Message {
  const { goalpost, weakened, strengthened, clarified, new: fresh } = counts;
  const parts = [
    [goalpost, say`1 goalpost move`, say`${goalpost} goalpost moves`],
    [weakened, say`1 promise weakened`, say`${weakened} promises weakened`],
    [fresh, say`1 new`, say`${fresh} new`],
    [clarified, say`1 clarified`, say`${clarified} clarified`],
    [strengthened, say`1 strengthened`, say`${strengthened} strengthened`],
  ] as const;
  const said = parts.flatMap(([count, one, many]) => (count === 0 ? [] : [count === 1 ? one : many]));
  const doubt = unreadable.length === 0 ? say`` : say` Not everything could be read.`;
  const [first, ...rest] = said;
  if (!first)
    return documents.some(({ renames }) => renames.length > 0)
      ? say`No change in meaning, only in names.${doubt}`
      : say`No change in meaning.${doubt}`;
  return say`${rest.reduce((all, part) => say`${all}, ${part}`, first)}.${doubt}`;
}

/** `Goalpost move (weakened)` */
export function classWords({ class: kind, goalpost }: Pick<Change, "class" | "goalpost">): Message {
  return goalpost.length > 0 ? say`Goalpost move (${CLASS_WORDS[kind]})` : CLASS_WORDS[kind];
}

const CLASS_WORDS: Readonly<Record<ChangeClass, Message>> = {
  weakened: say`weakened`,
  strengthened: say`strengthened`,
  clarified: say`clarified`,
  new: say`new`,
};

/** `business (Luis Ortega), finance` */
export function readersWords(readers: readonly Reader[]): string {
  return readers
    .map(({ audience, names }) => {
      const who = render(AUDIENCE_WORDS[audience]);
      return names.length === 0 ? who : `${who} (${names.join(", ")})`;
    })
    .join(", ");
}

const AUDIENCE_WORDS: Readonly<Record<Audience, Message>> = {
  business: say`business`,
  finance: say`finance`,
  data: say`owner of the number`,
  learning: say`learning`,
};

/** `reasons` of a goalpost move in one text. */
export function goalpostWords({ goalpost }: Pick<Change, "goalpost">): string {
  return goalpost.map((reason) => render(reason)).join("; ");
}

/** Where to look: on the newer side, else where it was. */
export function placeWords({ is, was }: ReportedChange): string {
  const place = is ?? was;
  if (!place) return "";
  return `${place.file}:${place.line}${is ? "" : " (before)"}`;
}

/** What was and what is, as it stands in the file. */
export function valueWords(value: Message | undefined): string {
  return value ? render(value) : "–";
}
