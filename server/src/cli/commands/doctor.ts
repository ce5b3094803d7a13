import { readFileSync } from "node:fs";
import { code, say } from "../../base/message.ts";
import { VERSION } from "../../base/version.ts";
import { doubt, good, type Symptom, wrong } from "../../features/setup-symptom.ts";
import { examineWorkspace } from "../../features/setup-workspace.ts";
import { examineGit } from "../../host/examine-git.ts";
import { pathOfUri } from "../../host/file-uri.ts";
import { lint } from "../../rules/lint.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, FINDINGS } from "../exit-code.ts";
import { gather } from "../files/gather.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";

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

const SIGNS = { good: "✓", note: "·", warning: "!", error: "✗" } as const;

async function doctor(call: Call): Promise<ExitCode> {
  const { io, paint } = call;
  const { workspace, uris, leftOut, problems } = await gather(call, { withConfigs: true });
  const snapshot = workspace.snapshot(io.today());
  const shown = (uri: string) => shownPath(pathOfUri(uri) ?? uri, io.cwd);
  const symptoms = [
    aboutNode(),
    ...(await examineGit(io.cwd, say`${code("--changed")} and ${code("diff")} need it.`)),
    ...examineWorkspace({
      snapshot,
      uris,
      leftOut,
      unread: problems.length,
      lint: (uri) => lint(snapshot, uri),
      shown,
      seeFindings: (name) => say`${code(`training-spec lint ${name}`)} says which`,
      updateKnown: say`${code("training-spec lint --update-known")}`,
    }),
    ...aboutEncodings(uris, shown),
  ];
  const painted = { ...paint, note: paint.dim };
  for (const { is, text } of symptoms) await io.stdout.write(`${painted[is](SIGNS[is])} ${render(text)}\n`);
  return problems.length > 0 || symptoms.some(({ is }) => is === "error") ? FINDINGS : CLEAN;
}

function aboutNode(): Symptom {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const text = say`Training Spec ${VERSION} on Node ${process.version}, ${process.platform}`;
  return major > 20 || (major === 20 && minor >= 19)
    ? good(say`${text}.`)
    : wrong(say`${text}: Node 20.19 or later is needed.`);
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
