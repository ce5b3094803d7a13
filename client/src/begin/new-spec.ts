import { commands, l10n, Position, Selection, type TextDocument, Uri, ViewColumn, window, workspace } from "vscode";
import { type Draft, type DraftAnswers, type DraftWish, METHODS } from "../../../server/src/lsp/protocol.ts";
import { LANGUAGE } from "../client-options.ts";
import type { LanguageSession } from "../language-session.ts";
import { askDraft } from "./ask-draft.ts";

/** So many names are tried before the draft stays untitled. */
const MOST_NAMES = 20;

/** What a caller may know already; what it knows is not asked. */
interface NewSpecOptions {
  readonly folder?: string;
  readonly answers?: DraftAnswers;
}

/** Begins a program: asks, writes the draft where it belongs, and opens it with its preview beside. */
export async function newSpec(session: LanguageSession, options?: unknown): Promise<void> {
  const known = isOptions(options) ? options : {};
  const folder = known.folder ?? folderToWriteIn()?.toString();
  const answers = known.answers ?? (await askDraft(session, folder));
  if (!answers) return;
  const draft = await write(session, { answers, ...(folder === undefined ? {} : { folder }) });
  if (!draft) return;
  await showDraft(draft.document, new Position(draft.cursor.line, draft.cursor.character));
}

function isOptions(options: unknown): options is NewSpecOptions {
  return typeof options === "object" && options !== null && "answers" in options;
}

/** The folder of the active editor, else the first. */
function folderToWriteIn(): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  return ((active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0])?.uri;
}

/** Writes a new file and never over one; where nothing can be written, the draft is an untitled document. */
async function write(
  session: LanguageSession,
  wish: DraftWish,
): Promise<{ readonly document: TextDocument; readonly cursor: Draft["cursor"] } | undefined> {
  const avoid: string[] = [];
  let draft: Draft | null | undefined;
  while (avoid.length < MOST_NAMES) {
    draft = await session.ask<Draft | null>(METHODS.draft, { ...wish, avoid });
    if (!draft) {
      session.sayNoAnswer(l10n.t("The new training spec was not written"));
      return undefined;
    }
    if (draft.uri === undefined) break;
    const uri = Uri.parse(draft.uri);
    if (await exists(uri)) {
      avoid.push(draft.id);
      continue;
    }
    try {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(draft.text));
      return { document: await workspace.openTextDocument(uri), cursor: draft.cursor };
    } catch {
      // A file system that is read-only: the draft is there all the same, and saving it asks where.
      break;
    }
  }
  if (!draft) return undefined;
  const document = await workspace.openTextDocument({ language: LANGUAGE, content: draft.text });
  return { document, cursor: draft.cursor };
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function showDraft(document: TextDocument, place: Position): Promise<void> {
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection);
  await commands.executeCommand("trainingSpec.openPreview");
}
