import { addMonths, type Day, formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import { readWrittenDay } from "../base/written-day.ts";
import { type LibraryMetric, libraryMetric, libraryMetrics, nearestLibraryMetrics } from "../library/metric-library.ts";
import { isBusinessMetric, metricsAbout } from "../library/metrics-about.ts";
import { similarity, wordsOf } from "../library/similarity.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fileName } from "../workspace/uri.ts";
import type { DraftAnswers, DraftStep } from "./draft-answers.ts";
import { catalogsBelow } from "./draft-surroundings.ts";
import { DRAFT_TEMPLATES, type DraftTemplate, draftTemplate } from "./draft-templates.ts";
import { libraryTraits } from "./library-words.ts";
import { given } from "./words.ts";

/** One line to pick. */
export interface DraftChoice {
  readonly label: Message;
  readonly description?: Message;
  readonly detail?: Message;
  /** The heading it stands under, with all of the same heading beside it. */
  readonly group?: Message;
  /** What is known once it is picked. */
  readonly answers: DraftAnswers;
}

/** What is offered for one question. `typed` is what stands in the box; `undefined` where the question does not arise. */
export function draftChoices(
  snapshot: Snapshot,
  step: DraftStep,
  typed: string,
  answers: DraftAnswers,
  folder: string | undefined,
): readonly DraftChoice[] | undefined {
  const text = typed.trim();
  if (step === "problem") return problemChoices(text);
  if (step === "metric") {
    if (draftTemplate(answers.template)?.exempt !== undefined) return undefined;
    return [...metricChoices(snapshot, text, answers, folder), ...later(text)];
  }
  if (step === "owner") return [...ownerChoices(snapshot, text, folder), ...later(text)];
  return [...launchChoices(snapshot.today, text), ...later("")];
}

/** Nothing is a dead end: what is not known stays open in the draft. */
function later(typed: string): readonly DraftChoice[] {
  return typed === "" ? [{ label: say`Not known yet`, description: say`stays open in the draft`, answers: {} }] : [];
}

function problemChoices(text: string): readonly DraftChoice[] {
  const own = text === "" ? {} : { problem: text };
  const fits = (template: DraftTemplate) => similarityOf(text, template);
  const templates = [...DRAFT_TEMPLATES].sort((one, other) => fits(other) - fits(one));
  const group =
    text === "" ? say`or begin with a usual kind of program` : say`this problem, with a usual kind of program`;
  return [
    text === ""
      ? { label: say`An empty draft`, description: say`every section, nothing filled in`, answers: {} }
      : { label: say`“${text}”`, description: say`an empty draft about it`, answers: own },
    ...templates.map(({ id, name, about }) => ({
      label: given(name),
      description: given(about),
      group,
      answers: { ...own, template: id },
    })),
  ];
}

/** How many words of a problem point to a template. */
function similarityOf(text: string, { words, name }: DraftTemplate): number {
  const known = [...words, ...wordsOf(name)];
  return wordsOf(text).filter((word) => similarity([word], known) > 0).length;
}

function metricChoices(
  snapshot: Snapshot,
  text: string,
  answers: DraftAnswers,
  folder: string | undefined,
): readonly DraftChoice[] {
  const own = catalogMetrics(snapshot, text, folder);
  if (text !== "") {
    const found = nearestLibraryMetrics(text, 12).map((metric) => libraryChoice(metric, say`metric library`));
    const created = {
      label: say`“${text}”`,
      description: say`a metric of your own, to be defined in the draft`,
      group: say`something else`,
      answers: { metric: { from: "new", name: text } },
    } as const;
    return [...own, ...found, created];
  }
  const about = metricsAbout(answers.problem ?? "", 6);
  const usual = (draftTemplate(answers.template)?.metrics ?? []).flatMap((id) => libraryMetric(id) ?? []);
  // What is usual and spoken of too comes first.
  usual.sort((one, other) => Number(about.includes(other)) - Number(about.includes(one)));
  const like = about.filter((metric) => !usual.includes(metric));
  const rest = libraryMetrics().filter(
    (metric) => isBusinessMetric(metric) && !usual.includes(metric) && !like.includes(metric),
  );
  return [
    ...own,
    ...usual.map((metric) => libraryChoice(metric, say`metric library: usual for such a program`)),
    ...like.map((metric) => libraryChoice(metric, say`metric library: like your problem`)),
    ...rest.map((metric) => libraryChoice(metric, say`metric library: all others`)),
  ];
}

function libraryChoice(metric: LibraryMetric, group: Message): DraftChoice {
  const { id, name, definition } = metric;
  return {
    label: given(name),
    description: libraryTraits(metric),
    detail: given(definition),
    group,
    answers: { metric: { from: "library", id } },
  };
}

function catalogMetrics(snapshot: Snapshot, text: string, folder: string | undefined): readonly DraftChoice[] {
  const wanted = wordsOf(text);
  return catalogsBelow(snapshot, folder).flatMap(({ uri, catalog }) =>
    [...(catalog.metrics?.entries.values() ?? [])].flatMap((definition): DraftChoice[] => {
      const used = libraryMetric(definition.use?.value ?? "");
      const name = definition.name?.value ?? used?.name ?? definition.id;
      if (wanted.length > 0 && similarity(wanted, wordsOf(`${name} ${definition.id}`)) === 0) return [];
      const words = definition.definition?.value ?? used?.definition;
      return [
        {
          label: say`${name}`,
          description: say`${definition.id}`,
          ...(words === undefined ? {} : { detail: say`${words}` }),
          group: say`your organization: ${fileName(uri)}`,
          answers: { metric: { from: "catalog", uri, id: definition.id } },
        },
      ];
    }),
  );
}

function ownerChoices(snapshot: Snapshot, text: string, folder: string | undefined): readonly DraftChoice[] {
  const wanted = wordsOf(text);
  const people = catalogsBelow(snapshot, folder).flatMap(({ uri, catalog }) =>
    [...(catalog.people?.entries.values() ?? [])].map(({ id, name, role }) => ({
      uri,
      id,
      name: name?.value ?? id,
      role: role?.value ?? "",
    })),
  );
  const isBusiness = (role: string) => Number(role === "business");
  const found = people
    .filter(({ id, name, role }) => wanted.length === 0 || similarity(wanted, wordsOf(`${name} ${id} ${role}`)) > 0)
    .sort((one, other) => isBusiness(other.role) - isBusiness(one.role))
    .map(
      ({ uri, id, name, role }): DraftChoice => ({
        label: say`${name}`,
        description: say`${role}`,
        group: say`your organization: ${fileName(uri)}`,
        answers: { owner: { from: "catalog", uri, id } },
      }),
    );
  if (text === "") return found;
  const created = {
    label: say`“${text}”`,
    description: say`someone new, named in the draft`,
    group: say`someone else`,
    answers: { owner: { from: "new", name: text } },
  } as const;
  return [...found, created];
}

function launchChoices(today: Day, text: string): readonly DraftChoice[] {
  if (text !== "") {
    const day = readWrittenDay(text);
    if (day !== undefined) return [{ ...dayChoice(day), description: day < today ? say`in the past` : say`as typed` }];
    return [];
  }
  const after = (months: number) => nextMonday(addMonths(today, months));
  return [
    { ...dayChoice(nextMonday(today + 28)), description: say`in four weeks, a Monday` },
    { ...dayChoice(after(2)), description: say`in two months, a Monday` },
    { ...dayChoice(after(3)), description: say`in three months, a Monday` },
    { ...dayChoice(after(6)), description: say`in half a year, a Monday` },
  ];
}

function dayChoice(day: Day): DraftChoice {
  return { label: say`${formatDay(day)}`, answers: { launch: formatDay(day) } };
}

/** That day or the next Monday after it; day 0 was a Thursday. */
function nextMonday(day: Day): Day {
  return day + ((((4 - day) % 7) + 7) % 7);
}
