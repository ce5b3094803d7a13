import { code, type Message, say } from "../base/message.ts";
import { VERSION } from "../base/version.ts";
import { isSpecFileName } from "../workspace/uri.ts";
import { doubt, good, note, type Symptom, wrong } from "./setup-symptom.ts";
import { joined } from "./words.ts";

/** What only the editor knows of itself. No text of any file is part of it. */
export interface EditorFacts {
  /** `Visual Studio Code 1.100.3`. */
  readonly editor: string;
  /** The version of the extension. */
  readonly extension: string;
  readonly host: "desktop" | "browser" | "remote";
  /** The system that the extension runs on, such as `linux`. */
  readonly system: string;
  /** `false` in Restricted Mode. */
  readonly trusted: boolean;
  readonly folders: number;
  /** Settings that differ from the default, with their values. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What failed since the start, the last at the end. */
  readonly errors: readonly string[];
  readonly file?: OpenFileFacts;
}

/** The file in front. */
export interface OpenFileFacts {
  readonly uri: string;
  /** Its path for people, from its folder. */
  readonly name: string;
  /** The language that the editor takes it for. */
  readonly language: string;
  /** The pattern of `files.associations` that says so. */
  readonly association?: string;
  /** It begins as a spec does. */
  readonly looksLikeSpec: boolean;
  readonly isInWorkspace: boolean;
  /** Who else reports something in it. */
  readonly otherCheckers: readonly string[];
}

/** What a door knows of the file in front. */
export interface FileState {
  /** The configuration or the ignore file that leaves it out, for people. */
  readonly leftOutBy?: string | undefined;
  /** It names a schema for another extension. */
  readonly namesSchema: boolean;
  readonly findings: number;
}

const LANGUAGE = "training-spec";

/** What is in the way in the editor itself. */
export function examineEditor(facts: EditorFacts, file: FileState | undefined): readonly Symptom[] {
  return [
    aboutVersions(facts),
    ...(facts.trusted ? [] : [RESTRICTED]),
    ...(facts.file
      ? aboutFile(facts.file, file)
      : [note(say`No file is open: open a spec and ask again to have it looked at.`)]),
    ...aboutSettings(facts),
    ...aboutErrors(facts),
  ];
}

const RESTRICTED = note(
  say`This window is in Restricted Mode: Git is not run here, so that nothing is said about targets that moved after launch. **Workspaces: Manage Workspace Trust** trusts the folder.`,
);

function aboutVersions({ editor, extension, host }: EditorFacts): Symptom {
  const text = say`Training Spec ${VERSION} in ${editor}, ${hostWords(host)}`;
  if (extension === VERSION) return good(say`${text}; its language server is running.`);
  return wrong(
    say`${text}: the extension has version ${extension}, which is another one. **Developer: Reload Window** brings both to the same.`,
  );
}

function hostWords(host: EditorFacts["host"]): Message {
  switch (host) {
    case "desktop":
      return say`on this machine`;
    case "browser":
      return say`in the browser`;
    case "remote":
      return say`on a remote machine`;
  }
}

function aboutFile(file: OpenFileFacts, state: FileState | undefined): Symptom[] {
  const isNamed = isSpecFileName(file.name);
  if (file.language !== LANGUAGE) return [notTaken(file, isNamed)].flatMap((symptom) => symptom ?? []);
  const name = code(file.name);
  const symptoms: Symptom[] = [];
  if (!isNamed && !file.isInWorkspace)
    symptoms.push(note(say`${name} is none of the files of this window: it is checked on its own.`));
  else if (!isNamed)
    symptoms.push(
      doubt(
        say`${name} is checked only while it is open, because its name does not end in ${code(".training.yaml")}: rename it, so that other specs, the command line and CI find it.`,
      ),
    );
  else if (!file.isInWorkspace)
    symptoms.push(
      doubt(
        say`${name} lies in none of the folders of this window: it is checked, but not found from other specs. **File: Open Folder…** opens its folder.`,
      ),
    );
  if (state?.leftOutBy !== undefined)
    symptoms.push(
      doubt(
        say`${code(state.leftOutBy)} leaves ${name} out: it is checked only while it is open, and neither on the command line nor in CI.`,
      ),
    );
  symptoms.push(...aboutOtherCheckers(file, state));
  return symptoms.length > 0 ? symptoms : [good(checked(name, state?.findings ?? 0))];
}

function checked(name: string, findings: number): Message {
  if (findings === 0) return say`${name} is checked: nothing to report.`;
  return findings === 1 ? say`${name} is checked: 1 finding.` : say`${name} is checked: ${findings} findings.`;
}

/** A file that the editor takes for something else. */
function notTaken(file: OpenFileFacts, isNamed: boolean): Symptom | undefined {
  const name = code(file.name);
  if (isNamed) {
    const text = say`${name} is not checked: the editor takes it for ${code(file.language)}, not for a Training Spec.`;
    return file.association === undefined
      ? wrong(
          say`${text} Click on the language at the lower right of the window and choose **Training Spec**; or restart the extensions, when it was only just installed.`,
        )
      : wrong(
          say`${text} The setting ${code("files.associations")} says so with ${code(file.association)}: add ${code('"*.training.yaml": "training-spec"')} to it, which is more exact and wins.`,
        );
  }
  if (!file.looksLikeSpec) return note(say`${name} is no training spec, so nothing is checked in it.`);
  return wrong(
    say`${name} begins like a training spec and is not checked, because its name does not end in ${code(".training.yaml")}: rename it.`,
  );
}

/** Two checkers in one file say the same mistake twice, or contradict each other. */
function aboutOtherCheckers({ name, otherCheckers }: OpenFileFacts, state: FileState | undefined): Symptom[] {
  const others = otherCheckers.map((other) =>
    doubt(
      say`${code(other)} reports in ${code(name)} too, so that mistakes may be shown twice: leave specs out in the settings of that extension, or disable it for this workspace.`,
    ),
  );
  if (!state?.namesSchema) return others;
  return [
    ...others,
    note(
      say`${code(name)} names a schema for another extension (${code("# yaml-language-server: $schema=…")}). Training Spec needs no such line.`,
    ),
  ];
}

function aboutSettings({ settings }: EditorFacts): Symptom[] {
  const today = settings["trainingSpec.today"];
  if (typeof today !== "string" || today === "") return [];
  return [
    doubt(
      say`The setting ${code("trainingSpec.today")} makes ${code(today)} count as today: what is due or overdue is judged from that day. Empty it for real work.`,
    ),
  ];
}

function aboutErrors({ errors }: EditorFacts): Symptom[] {
  const { length } = errors;
  if (length === 0) return [];
  const text = length === 1 ? say`1 request failed` : say`${length} requests failed`;
  return [
    wrong(
      joined(
        [
          say`${text} since this window was opened, which is a mistake of ours.`,
          say`**Training Spec: Restart Language Server** may help; please report it with the text below.`,
        ],
        " ",
      ),
    ),
  ];
}
