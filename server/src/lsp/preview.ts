import { formatDay } from "../base/date.ts";
import { type Message, say } from "../base/message.ts";
import { VERSION } from "../base/version.ts";
import { type PreviewData, preview } from "../features/preview.ts";
import type { DrawOptions } from "../pictures/drawing.ts";
import { htmlPage } from "../pictures/page.ts";
import { previewSections } from "../pictures/preview-sections.ts";
import { readinessList, readinessSection } from "../pictures/readiness-list.ts";
import { drawResultsChain } from "../pictures/results-chain.ts";
import type { Section } from "../pictures/section.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { guard } from "./guard.ts";
import { METHODS, type Preview, type PreviewPicture } from "./protocol.ts";
import type { Services } from "./services.ts";
import type { Session } from "./session.ts";

/** What the panel beside the editor shows, and the same as a page. */
export function answerPreview({ connection, session }: Services): void {
  connection.onRequest(
    METHODS.preview,
    guard(connection.console, METHODS.preview, null, async (params: { uri: string }): Promise<Preview | null> => {
      await session.settled;
      const uri = normalizeUri(params.uri);
      const { converter, snapshot } = session;
      const data = preview(snapshot, uri, (_, file, status) => session.lintAs(file, status));
      if (!data) return null;
      const options: DrawOptions = {
        rangeOf: (span) => (span.block.uri === uri ? converter.range(span) : undefined),
        ...translationOf(session),
      };
      const chain = drawResultsChain(data.chain, options);
      session.files.taken?.(chain.svg.length);
      return {
        uri: params.uri,
        title: data.title,
        broken: data.broken,
        status: data.status ?? "",
        chain,
        readiness: readinessList(data, options),
        sections: previewSections(data, options),
      };
    }),
  );

  connection.onRequest(
    METHODS.previewPage,
    guard(
      connection.console,
      METHODS.previewPage,
      null,
      async (params: { uri: string }): Promise<{ readonly html: string } | null> => {
        await session.settled;
        const data = preview(session.snapshot, normalizeUri(params.uri));
        return data ? { html: pageOf(data, session) } : null;
      },
    ),
  );

  connection.onRequest(
    METHODS.previewPictures,
    guard(
      connection.console,
      METHODS.previewPictures,
      null,
      async (params: { uri: string }): Promise<readonly PreviewPicture[] | null> => {
        await session.settled;
        const data = preview(session.snapshot, normalizeUri(params.uri));
        const pictures = data && sectionsOf(data, session).flatMap((section) => section.pictures);
        return pictures
          ? pictures.map(({ id, heading, picture }) => ({ id, heading, svg: `${XML}\n${picture.svg}\n` }))
          : null;
      },
    ),
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

function pageOf(data: PreviewData, session: Session): string {
  const says = (message: Message) => session.converter.text(message);
  const today = formatDay(session.snapshot.today);
  return htmlPage({
    title: data.title,
    lead: says(data.status ? say`Status: ${data.status}. As of ${today}.` : say`As of ${today}.`),
    footer: says(say`Made with Training Spec ${VERSION}.`),
    sections: sectionsOf(data, session),
    language: session.translation?.locale ?? "en",
  });
}

/** All that a preview shows, with nothing to be clicked. */
function sectionsOf(data: PreviewData, session: Session): Section[] {
  const says = (message: Message) => session.converter.text(message);
  const options = translationOf(session);
  const isTorn = data.broken
    ? [says(say`A part of the spec cannot be read, so this page is not the whole of it.`)]
    : [];
  const chain: Section = {
    id: "chain",
    heading: says(say`Results chain`),
    lines: isTorn,
    parts: [],
    pictures: [
      { id: "results-chain", heading: says(data.chain.title), picture: drawResultsChain(data.chain, options) },
    ],
    tables: [],
    notes: [],
  };
  return [chain, readinessSection(readinessList(data, options), says), ...previewSections(data, options)];
}

function translationOf({ translation }: Session): DrawOptions {
  return translation ? { translation } : {};
}
