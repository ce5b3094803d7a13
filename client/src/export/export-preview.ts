import { l10n, type QuickPickItem, Uri, window } from "vscode";
import { METHODS, type PreviewPicture } from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";
import type { FollowingPreview } from "../preview/following-preview.ts";
import { saveAs } from "./save-as.ts";

type Format = "html" | "svg" | "png";

/** What is exported; what is left out is asked. For tests and for those who bind keys to it. */
interface ExportOptions {
  readonly format?: Format;
  /** The id of a picture, such as `timeline`. */
  readonly picture?: string;
  readonly to?: Uri;
}

/** Writes the preview as a page, or one of its pictures, to where the person says. */
export async function exportPreview(
  session: LanguageSession,
  preview: FollowingPreview,
  options: unknown,
): Promise<Uri | undefined> {
  const { format: wanted, picture: name, to } = optionsOf(options);
  const uri = preview.current();
  if (!uri) return preview.offerBeginnings();
  const format = wanted ?? (await askFormat());
  if (!format) return undefined;
  const base = uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/(\.training)?\.ya?ml$/, "");
  const common = { title: l10n.t("Export Preview"), of: uri };
  if (format === "html") {
    const html = await previewPage(session, uri);
    if (html === undefined) return undefined;
    const content = new TextEncoder().encode(html);
    return saveAs({ ...common, name: `${base}.html`, filters: { HTML: ["html"] }, content }, to);
  }
  const picture = await pictureOf(session, uri, name);
  if (!picture) return undefined;
  const file = { ...common, name: `${base}-${picture.id}.${format}` };
  if (format === "svg")
    return saveAs({ ...file, filters: { SVG: ["svg"] }, content: new TextEncoder().encode(picture.svg) }, to);
  const content = await imageOf(preview, picture);
  return content && saveAs({ ...file, filters: { PNG: ["png"] }, content }, to);
}

async function imageOf(preview: FollowingPreview, { svg }: PreviewPicture): Promise<Uint8Array | undefined> {
  try {
    return await preview.rasterize(svg);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("The picture was not written: {0}", why));
    return undefined;
  }
}

/** The preview as a page; says why there is none. */
export async function previewPage(session: LanguageSession, uri: Uri): Promise<string | undefined> {
  const page = await session.ask<{ readonly html: string } | null>(METHODS.previewPage, { uri: uri.toString() });
  if (page) return page.html;
  void window.showErrorMessage(
    page === null
      ? l10n.t("There is no training spec in this file yet.")
      : l10n.t("Nothing was written: the language server did not answer. Try again."),
  );
  return undefined;
}

async function pictureOf(
  session: LanguageSession,
  uri: Uri,
  name: string | undefined,
): Promise<PreviewPicture | undefined> {
  const pictures = await session.ask<readonly PreviewPicture[] | null>(METHODS.previewPictures, {
    uri: uri.toString(),
  });
  if (!pictures || pictures.length === 0) {
    void window.showErrorMessage(l10n.t("There is no picture to export: no training spec could be read here."));
    return undefined;
  }
  const named = pictures.find(({ id }) => id === name);
  if (named || pictures.length === 1) return named ?? pictures[0];
  const items = pictures.map((picture) => ({ label: picture.heading, picture }));
  const picked = await window.showQuickPick(items, { title: l10n.t("Which picture?") });
  return picked?.picture;
}

async function askFormat(): Promise<Format | undefined> {
  const items: (QuickPickItem & { format: Format })[] = [
    {
      label: l10n.t("Page (HTML)"),
      detail: l10n.t("All that the preview shows, in one file that every browser opens and prints."),
      format: "html",
    },
    {
      label: l10n.t("Picture (PNG)"),
      detail: l10n.t("One picture in twice its size, for slides and mails."),
      format: "png",
    },
    {
      label: l10n.t("Drawing (SVG)"),
      detail: l10n.t("One picture that stays sharp in every size, for documents."),
      format: "svg",
    },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t("Export the preview as what?") });
  return picked?.format;
}

function optionsOf(options: unknown): ExportOptions {
  if (typeof options !== "object" || options === null || options instanceof Uri) return {};
  const { format, picture, to } = options as Record<string, unknown>;
  return {
    ...(format === "html" || format === "svg" || format === "png" ? { format } : {}),
    ...(typeof picture === "string" ? { picture } : {}),
    ...(to instanceof Uri ? { to } : {}),
  };
}
