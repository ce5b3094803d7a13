import type { Priorities } from "../appraisal/priorities.ts";
import { formatDay } from "../base/date.ts";
import { say } from "../base/message.ts";
import { VERSION } from "../base/version.ts";
import { PriorityAppraiser, type Progress } from "../features/priorities.ts";
import { htmlPage } from "../pictures/page.ts";
import type { PortfolioDrawOptions } from "../pictures/portfolio-chart.ts";
import { portfolioSections } from "../pictures/portfolio-sections.ts";
import { fileName } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import { METHODS, type Portfolio } from "./protocol.ts";
import type { Services } from "./services.ts";
import type { Session } from "./session.ts";

/** So long other requests wait at most for a slice of this one. A program takes some ten milliseconds. */
const SLICE_MS = 15;
/** So long a view waits for what can be known by then. */
const VIEW_MS = 1000;
/** A panel is no place for thousands of rows. */
const MOST_ROWS = 200;

/** What to build first, computed in slices so that typing is never held up. */
export function answerPortfolio({ connection, session }: Services): void {
  const appraiser = new PriorityAppraiser();

  connection.onRequest(
    METHODS.portfolio,
    guard(connection.console, METHODS.portfolio, null, async (): Promise<Portfolio | null> => {
      await session.recalled;
      const { converter, snapshot } = session;
      const { found, done, all } = await inSlices(appraiser.steps(snapshot), VIEW_MS);
      const options = { ...optionsOf(session), addressOf: (uri: string) => session.spelling(uri), mostRows: MOST_ROWS };
      return {
        title: converter.text(say`Portfolio`),
        done,
        all,
        broken: brokenFile(session),
        sections: all === 0 ? [] : portfolioSections(found, options),
      };
    }),
  );

  connection.onRequest(
    METHODS.portfolioPage,
    guard(connection.console, METHODS.portfolioPage, null, async (): Promise<{ readonly html: string } | null> => {
      await session.recalled;
      const { converter, snapshot } = session;
      const { found } = await inSlices(appraiser.steps(snapshot), Number.POSITIVE_INFINITY);
      const html = htmlPage({
        title: converter.text(say`Portfolio`),
        lead: converter.text(say`Which programs to build first, as of ${formatDay(snapshot.today)}.`),
        footer: converter.text(say`Made with Training Spec ${VERSION}.`),
        sections: portfolioSections(found, { ...optionsOf(session), shownFile: pathBelow(session) }),
        language: session.translation?.locale ?? "en",
      });
      return { html };
    }),
  );
}

interface Found {
  readonly found: Priorities;
  readonly done: number;
  readonly all: number;
}

/** Takes steps until they end or the time is over, and lets others have their turn between slices. */
async function inSlices(steps: Generator<Progress, Priorities>, most: number): Promise<Found> {
  const begin = Date.now();
  let slice = begin;
  let last: Progress | undefined;
  for (;;) {
    const step = steps.next();
    if (step.done) return { found: step.value, done: last?.all ?? 0, all: last?.all ?? 0 };
    last = step.value;
    const now = Date.now();
    if (now - begin > most && last.done < last.all) return { found: last.soFar(), done: last.done, all: last.all };
    if (now - slice < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    slice = Date.now();
  }
}

function optionsOf({ translation }: Session): PortfolioDrawOptions {
  return translation ? { translation } : {};
}

/** A spec that somebody is typing in, where it cannot be read whole. */
function brokenFile(session: Session): string | undefined {
  const { files } = session.snapshot;
  const broken = session.openFiles.find((uri) => {
    const tree = files.get(uri)?.tree;
    return tree && (tree.broken.all || tree.broken.keys.size > 0);
  });
  return broken && fileName(broken);
}

/** The path of a file below the folder that holds all programs. */
function pathBelow({ snapshot }: Session): (uri: string) => string {
  const uris = snapshot.portfolio.programs.map(({ file }) => file.uri);
  const [first = ""] = uris;
  let end = first.lastIndexOf("/") + 1;
  for (const uri of uris) while (!uri.startsWith(first.slice(0, end))) end = first.lastIndexOf("/", end - 2) + 1;
  return (uri) => decodeURIComponent(uri.slice(end));
}
