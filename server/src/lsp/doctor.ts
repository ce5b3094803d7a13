import { code, say } from "../base/message.ts";
import { type EditorFacts, examineEditor, type FileState, type OpenFileFacts } from "../features/setup-editor.ts";
import { bugReport, setupPage } from "../features/setup-page.ts";
import { note, type Symptom } from "../features/setup-symptom.ts";
import { examineWorkspace } from "../features/setup-workspace.ts";
import { configFor, isIgnored } from "../workspace/settings.ts";
import { fileName, isConfigUri, normalizeUri, relativePath } from "../workspace/uri.ts";
import { isOnlyNamed } from "./files.ts";
import { guard } from "./guard.ts";
import { type Doctor, METHODS } from "./protocol.ts";
import type { Services } from "./services.ts";
import type { Session } from "./session.ts";

/** What is wrong with the setup: of the editor, of the file in front, of the specs and what they name. */
export function answerDoctor({ connection, session }: Services): void {
  connection.onRequest(
    METHODS.doctor,
    guard(connection.console, METHODS.doctor, null, async (facts: EditorFacts): Promise<Doctor> => {
      await session.recalled;
      const { converter, snapshot } = session;
      const uris = [...snapshot.files.keys()].filter((uri) => !isOnlyNamed(uri));
      const symptoms = [
        ...examineEditor(facts, facts.file && stateOf(session, facts.file)),
        ...(await aboutGit(session, facts.trusted)),
        ...examineWorkspace({
          snapshot,
          uris,
          leftOut: session.leftOut,
          unread: 0,
          lint: (uri) => {
            const findings = session.lint(uri);
            session.leave(uri);
            return findings;
          },
          shown: (uri) => shownIn(session.folders, uri),
          seeFindings: () => say`the Problems panel says which`,
          updateKnown: say`${code("training-spec lint --update-known")} in a terminal`,
        }),
      ];
      const { page, summary, problems } = setupPage(symptoms);
      const reader = session.files.examineGit ? "the server, with Git" : "the server or the editor, without Git";
      return {
        markdown: converter.text(page),
        summary: converter.text(summary),
        problems,
        report: bugReport(facts, snapshot, [`files read by: ${reader}`, `left out: ${session.leftOut.length}`]),
      };
    }),
  );
}

function stateOf(session: Session, file: OpenFileFacts): FileState {
  const uri = normalizeUri(file.uri);
  const { files } = session.snapshot;
  const config = isIgnored(files, uri) ? configFor(files, uri) : undefined;
  const ignoredByGit = !config && session.files.ignores?.(uri) === true;
  return {
    leftOutBy: config ? shownIn(session.folders, config.uri) : ignoredByGit ? ".gitignore" : undefined,
    namesSchema: /^#\s*yaml-language-server:\s*\$schema=/m.test(files.get(uri)?.tree.text ?? ""),
    findings: files.has(uri) ? session.lint(uri).length : 0,
  };
}

/** Git is needed for one family of rules: without it nothing else is in the way. */
async function aboutGit(session: Session, trusted: boolean): Promise<readonly Symptom[]> {
  const { files, folders } = session;
  if (!trusted) return [];
  if (!files.examineGit)
    return [
      note(
        say`Files are read through the editor here, and Git is not run: nothing is said about targets that moved after launch.`,
      ),
    ];
  const found: Symptom[] = [];
  for (const folder of folders) found.push(...(await files.examineGit(folder)));
  return found.map(({ is, text }) => (is === "good" ? { is, text } : note(text)));
}

/** The path from the folder of the workspace that a file lies in, led by its name where there are several. */
function shownIn(folders: readonly string[], uri: string): string {
  const folder = folders.find((each) => uri.startsWith(`${each}/`));
  if (folder === undefined) return isConfigUri(uri) ? decodeURIComponent(uri.replace(/^file:\/\//, "")) : fileName(uri);
  const path = relativePath(`${folder}/-`, uri);
  return folders.length > 1 ? `${fileName(folder)}/${path}` : path;
}
