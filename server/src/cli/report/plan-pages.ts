import { formatDay } from "../../base/date.ts";
import { code, say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { type Plan, planOf } from "../../features/plan.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { htmlPage } from "../../pictures/page.ts";
import { planSections } from "../../pictures/plan-sections.ts";
import type { Section } from "../../pictures/section.ts";
import { clean } from "../../pictures/svg.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { fileName } from "../../workspace/uri.ts";
import { shownPath } from "../files/shown-path.ts";
import { language, locale, render } from "../language.ts";
import { sectionsMarkdown } from "./sections-markdown.ts";

/** How pages are written, and how their files end. */
export const PAGE_ENDINGS = { markdown: "md", html: "html" } as const;
export type PageFormat = keyof typeof PAGE_ENDINGS;

/** Stands on every page that `report` makes: a file without it is somebody else's. */
export const MADE_BY_REPORT = "training-spec report";

export interface NamedPlan {
  readonly plan: Plan;
  /** Of its file, without an ending: no other plan of this run has it. */
  readonly name: string;
}

/** The plans of programs in the order of their titles, each with a name for its file. */
export function plansOf(snapshot: Snapshot, uris: readonly string[]): NamedPlan[] {
  const plans = uris.map((uri) => planOf(snapshot, uri)).filter((plan) => plan !== undefined);
  plans.sort((a, b) => compare(a.title, b.title) || compare(a.uri, b.uri));
  const taken = new Set(["index", "calendar"]);
  return plans.map((plan) => {
    const id = (plan.id ?? fileName(plan.uri).replace(/\.training\.ya?ml$/i, "")).toLowerCase();
    const wanted = id.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "program";
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
    taken.add(name);
    return { plan, name };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The page of one program. */
export function planPage({ plan }: NamedPlan, snapshot: Snapshot, format: PageFormat, cwd: string): string {
  const sections = planSections(
    plan,
    ({ span, uri }) => {
      const place = snapshot.place(span);
      const file = shownPath(pathOfUri(place?.file.uri ?? uri) ?? uri, cwd);
      return place ? `${file}:${place.file.lines.positionAt(place.at.start).line + 1}` : file;
    },
    language().translation,
  );
  return page(format, plan.title, render(plan.lead), sections);
}

/** The page that leads to those of all programs. */
export function indexPage(plans: readonly NamedPlan[], snapshot: Snapshot, format: PageFormat): string {
  const columns = [say`Program`, say`Status`, say`Launch`, say`Next`, say`Overdue`, say`Open`].map((each) =>
    render(each),
  );
  const rows = plans.map(({ plan, name }) => {
    const { calendar, open } = plan;
    const launch = calendar.find(({ kind }) => kind === "launch")?.day;
    const next = calendar.find(({ day }) => day !== undefined && day >= snapshot.today);
    const title = clean(plan.title);
    return [
      { text: title, uri: `${name}.${PAGE_ENDINGS[format]}` },
      { text: plan.status },
      { text: launch === undefined ? render(say`not planned yet`) : formatDay(launch) },
      { text: next?.day === undefined ? "–" : clean(render(say`${formatDay(next.day)}: ${next.title}`)) },
      { text: String(calendar.filter(({ isOverdue }) => isOverdue).length) },
      { text: String(open.length) },
    ];
  });
  const caption = render(
    say`Overdue counts measurements without results and decisions without a record; open counts what stands between a program and its next status.`,
  );
  const overview: Section = {
    id: "programs",
    heading: render(say`Programs`),
    lines: [],
    parts: [],
    pictures: [],
    tables: [{ id: "overview", heading: render(say`Overview`), table: { caption, columns, rows } }],
    notes: [],
  };
  const lead = render(say`Measurement plans of ${plans.length} programs, as of ${formatDay(snapshot.today)}.`);
  return page(format, render(say`Measurement plans`), lead, [overview]);
}

function page(format: PageFormat, title: string, lead: string, sections: readonly Section[]): string {
  const footer = render(say`Made with Training Spec ${VERSION} (${code(MADE_BY_REPORT)}).`);
  if (format === "html") return htmlPage({ title, lead, sections, footer, language: locale() });
  return `${sectionsMarkdown(title, lead, sections)}\n---\n\n${footer}\n`;
}
