import { readFileSync } from "node:fs";
import { code, type Message, say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { git, isShallow, topOfWorkingTree } from "../../host/git.ts";
import { lint } from "../../rules/lint.ts";
import { configFor, matchesPattern } from "../../workspace/settings.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { SpecFile } from "../../workspace/spec-file.ts";
import { relativePath } from "../../workspace/uri.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import { sizeOf } from "../lint/known-file.ts";
import { counted } from "../report/pretty.ts";

export const doctorCommand: Command = {
  operands: "[file, folder or 'pattern' ...]",
  about:
    "Looks at what Training Spec works with here: Node, Git, the specs that are found, which configuration counts for\nwhich of them, known findings, encodings. Says what is in the way, and the way out.",
  options: {},
  notes: [
    {
      title: "Exit codes",
      lines: [
        ["0", "nothing is in the way"],
        ["1", "something is"],
      ],
    },
  ],
  examples: [{ line: "training-spec doctor", does: "This folder" }],
  run: doctor,
};

interface Symptom {
  readonly is: "good" | "warning" | "error";
  readonly text: Message;
}

const good = (text: Message): Symptom => ({ is: "good", text });
const doubt = (text: Message): Symptom => ({ is: "warning", text });
const wrong = (text: Message): Symptom => ({ is: "error", text });

async function doctor(call: Call): Promise<ExitCode> {
  const { io, paint } = call;
  const { workspace, uris, problems } = await gather(call, { withConfigs: true });
  const snapshot = workspace.snapshot(io.today());
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const symptoms = [
    aboutNode(),
    ...(await aboutGit(io.cwd)),
    ...aboutSpecs(snapshot, uris, problems.length),
    ...aboutConfigs(snapshot, uris, shown),
    ...aboutKnown(snapshot, uris, shown),
    ...aboutEncodings(uris, shown),
  ];
  const signs = { good: "✓", warning: "!", error: "✗" };
  for (const { is, text } of symptoms) await io.stdout.write(`${paint[is](signs[is])} ${render(text)}\n`);
  return problems.length > 0 || symptoms.some(({ is }) => is === "error") ? FINDINGS : CLEAN;
}

function aboutNode(): Symptom {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const text = say`Training Spec ${VERSION} on Node ${process.version}, ${process.platform}`;
  return major > 20 || (major === 20 && minor >= 19)
    ? good(say`${text}.`)
    : wrong(say`${text}: Node 20.19 or later is needed.`);
}

async function aboutGit(cwd: string): Promise<Symptom[]> {
  const version = await git(cwd, ["--version"]);
  if (version.text === undefined)
    return [doubt(say`${version.problem} ${code("--changed")} and ${code("diff")} need it.`)];
  const top = await topOfWorkingTree(cwd);
  if (top.text === undefined) return [doubt(say`${top.problem} ${code("--changed")} and ${code("diff")} need one.`)];
  const name = version.text.trim().replace(/^git version/, "Git");
  if (!(await isShallow(cwd))) return [good(say`${name}, repository ${code(top.text)}.`)];
  return [
    doubt(
      say`${name}, and a shallow clone: what changed is not known from the last commits alone. ${code("git fetch --unshallow")} brings the others.`,
    ),
  ];
}

function aboutSpecs({ files }: Snapshot, uris: readonly string[], unread: number): Symptom[] {
  const count = (is: string) => uris.filter((uri) => files.get(uri)?.document?.is === is).length;
  const [programs, catalogs] = [count("program"), count("catalog")];
  const text = say`There are ${counted(programs, "program", "programs")} and ${counted(catalogs, "catalog", "catalogs")}`;
  if (unread > 0) return [wrong(say`${text}; what could not be found or read is said above.`)];
  if (programs + catalogs > 0) return [good(say`${text}.`)];
  return [
    wrong(
      say`No program and no catalog was found: names of specs end in ${code(".training.yaml")}, and they start with ${code("version: 1")} and ${code("kind: program")}.`,
    ),
  ];
}

function aboutConfigs(snapshot: Snapshot, uris: readonly string[], shown: (uri: string) => string): Symptom[] {
  const specs = uris.filter((uri) => snapshot.files.get(uri)?.document?.is !== "config");
  const configs = [...snapshot.files.values()].filter(({ document }) => document?.is === "config");
  const without = specs.filter((uri) => !configFor(snapshot.files, uri)).length;
  const none =
    without === 0
      ? []
      : [good(say`No configuration counts for ${counted(without, "file", "files")}: the usual settings do.`)];
  return [...none, ...configs.flatMap((config) => aboutConfig(config, snapshot, specs, shown))];
}

function aboutConfig(
  config: SpecFile,
  snapshot: Snapshot,
  specs: readonly string[],
  shown: (uri: string) => string,
): Symptom[] {
  const name = code(shown(config.uri));
  const below = specs.filter((uri) => configFor(snapshot.files, uri) === config);
  const errors = lint(snapshot, config.uri).filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    return [
      wrong(
        say`${name} counts for ${counted(below.length, "file", "files")} and has mistakes: ${code(`training-spec lint ${shown(config.uri)}`)}.`,
      ),
    ];
  const { document } = config;
  const layers = document?.is === "config" ? (document.paths?.items ?? []) : [];
  const idle = layers
    .flatMap(({ files }) => files?.items ?? [])
    .filter(({ value }) => !below.some((uri) => matchesPattern(relativePath(config.uri, uri), value)));
  return [
    below.length === 0
      ? doubt(say`${name} counts for no file that was looked at.`)
      : good(say`${name} counts for ${counted(below.length, "file", "files")}.`),
    ...idle.map(({ value }) =>
      doubt(say`In ${name} no file matches ${code(value)}: paths start from its folder, with ${code("/")}.`),
    ),
  ];
}

function aboutKnown(snapshot: Snapshot, uris: readonly string[], shown: (uri: string) => string): Symptom[] {
  const named = new Set(uris.flatMap((uri) => snapshot.context(uri)?.settings.known ?? []));
  return [...named].map((uri) => {
    const known = snapshot.files.get(uri)?.known;
    const name = code(shown(uri));
    if (!known)
      return wrong(
        say`${name} is not there or cannot be read: ${code("training-spec lint --update-known")} writes it.`,
      );
    if ("key" in known) return wrong(say`${name} counts for nothing. ${known}`);
    const occur = uris
      .filter((each) => snapshot.context(each)?.settings.known === uri)
      .reduce((sum, each) => sum + lint(snapshot, each).filter((finding) => finding.known).length, 0);
    const all = sizeOf(known);
    const text = say`${name} lists ${counted(all, "known finding", "known findings")}`;
    return occur >= all
      ? good(say`${text}.`)
      : doubt(
          say`${text}, and ${all - occur} of these occur no longer: ${code("training-spec lint --update-known")} takes them out.`,
        );
  });
}

function aboutEncodings(uris: readonly string[], shown: (uri: string) => string): Symptom[] {
  return uris.flatMap((uri) => {
    const path = pathOfUri(uri);
    const bytes = path === undefined ? undefined : bytesOf(path);
    if (!bytes) return [];
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (isWide)
      return [doubt(say`${code(shown(uri))} is written in UTF-16, which Git takes for no text: save it as UTF-8.`)];
    if (isUtf8(bytes)) return [];
    return [wrong(say`${code(shown(uri))} is not written in UTF-8, so that some letters are lost: save it as UTF-8.`)];
  });
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
