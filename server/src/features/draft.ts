import { entryId } from "../base/entry-id.ts";
import { asScalar } from "../syntax/quote.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { DraftAnswers } from "./draft-answers.ts";
import { draftArgument } from "./draft-argument.ts";
import { type DraftLine, draftLines } from "./draft-lines.ts";
import { draftMetric, titleAfter } from "./draft-metric.ts";
import { catalogsBelow, type DraftScene, draftScene, personOf } from "./draft-surroundings.ts";
import { draftTemplate } from "./draft-templates.ts";

/** A program to begin with. */
export interface Draft {
  readonly id: string;
  /** Where it belongs; absent without a folder. */
  readonly uri: string | undefined;
  readonly text: string;
  /** The first thing to fill in. */
  readonly cursor: number;
}

/** Where a draft may be put, and which ids it must not have. */
export interface DraftPlace {
  readonly folder?: string;
  readonly avoid?: readonly string[];
}

/**
 * A commented program with `status: draft` that holds the answers and nothing invented: what is not known yet is a key
 * without a value, with a comment that says what belongs there.
 */
export function draft(snapshot: Snapshot, answers: DraftAnswers, place: DraftPlace): Draft {
  const template = draftTemplate(answers.template);
  const metric = draftMetric(answers, catalogsBelow(snapshot, place.folder));
  const title = metric ? titleAfter(metric) : (template?.title ?? "New program");
  const scene = draftScene(snapshot, title, answers, place);
  const owner = ownerOf(answers, scene);
  const lines = [
    ...header(answers, scene),
    ...owners(owner),
    ...draftArgument({ answers, template, metric, owner: owner?.id, scene }),
  ];
  const { text, cursor } = draftLines(lines);
  return { id: scene.id, uri: scene.uri, text, cursor };
}

function header({ launch }: DraftAnswers, { id, title, links }: DraftScene): readonly DraftLine[] {
  return [
    { note: "A draft, read from top to bottom as one argument: problem, number, behavior, what people learn, proof." },
    {
      note: "Where nothing stands behind a colon, something is still to be found out. What you do not know, leave empty:",
    },
    { note: "a draft may have gaps. The preview shows the argument, the Problems panel what comes next." },
    { key: "version", value: "1" },
    { key: "kind", value: "program" },
    { key: "id", value: id, note: "stays for ever; the title may change" },
    { key: "title", value: asScalar(title, false), note: "name the result, as people will say it" },
    { key: "status", value: "draft", note: "draft → planned → live → evaluated" },
    {
      key: "launch",
      value: launch,
      note: launch === undefined ? "the day the first people are trained: YYYY-MM-DD" : undefined,
    },
    ...(links.length > 0
      ? [
          {
            key: "catalogs",
            value: `[${links.map((link) => asScalar(link, true)).join(", ")}]`,
            note: "goals, metrics and people of the organization",
          },
        ]
      : []),
    {},
  ];
}

interface Owner {
  readonly id: string;
  /** Set for someone whom no catalog knows. */
  readonly name: string | undefined;
}

function ownerOf({ owner }: DraftAnswers, { catalogs }: DraftScene): Owner | undefined {
  if (owner?.from === "catalog") return personOf(catalogs, owner.uri, owner.id) && { id: owner.id, name: undefined };
  if (!owner) return undefined;
  const taken = new Set(catalogs.flatMap(({ catalog }) => [...(catalog.people?.entries.keys() ?? [])]));
  return { id: entryId(owner.name, "person", taken), name: owner.name };
}

function owners(owner: Owner | undefined): readonly DraftLine[] {
  const people: readonly DraftLine[] =
    owner?.name === undefined
      ? []
      : [
          { key: "people", note: "everyone named here who is in no catalog" },
          { in: 1, key: owner.id, value: `{ name: ${asScalar(owner.name, true)}, role: business }` },
          {},
        ];
  return [
    ...people,
    { note: "Three people answer for three things; each is named by an id under `people`, here or in a catalog." },
    { key: "owners" },
    { in: 1, key: "business", value: owner?.id, note: "leads the people who are trained, and owns the number" },
    { in: 1, key: "learning", note: "answers for the program" },
    { in: 1, key: "finance", note: "checks the money" },
    {},
  ];
}
