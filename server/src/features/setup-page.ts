import { type Message, say } from "../base/message.ts";
import { VERSION } from "../base/version.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { EditorFacts } from "./setup-editor.ts";
import { isInTheWay, type Symptom } from "./setup-symptom.ts";
import { joined, paragraphs } from "./words.ts";

const SIGNS = { good: "✓", note: "·", warning: "!", error: "✗" } as const;

/** What *Doctor* found: for a person, and as plain text for a bug report. */
export interface SetupPage {
  /** Markdown, without the report. */
  readonly page: Message;
  /** One sentence. */
  readonly summary: Message;
  /** How many things are in the way. */
  readonly problems: number;
}

/** What is in the way first, then what was looked at besides. */
export function setupPage(symptoms: readonly Symptom[]): SetupPage {
  const inTheWay = [...symptoms].filter(isInTheWay).sort((one, other) => rank(one) - rank(other));
  const others = symptoms.filter((symptom) => !isInTheWay(symptom));
  const problems = inTheWay.length;
  const summary =
    problems === 0
      ? say`Nothing is wrong with the setup.`
      : problems === 1
        ? say`One thing is in the way.`
        : say`${problems} things are in the way.`;
  const page = paragraphs([
    say`# Training Spec: Doctor`,
    say`**${summary}**`,
    listed(inTheWay),
    say`## What was looked at`,
    listed(others),
  ]);
  return { page, summary, problems };
}

function rank({ is }: Symptom): number {
  return is === "error" ? 0 : 1;
}

function listed(symptoms: readonly Symptom[]): Message | undefined {
  if (symptoms.length === 0) return undefined;
  return joined(
    symptoms.map(({ is, text }) => say`- ${SIGNS[is]} ${text}`),
    "\n",
  );
}

/** Plain text for a bug report, in English: versions, numbers and settings, and no name or text of a file. */
export function bugReport(facts: EditorFacts, snapshot: Snapshot, doorFacts: readonly string[]): string {
  const kinds = new Map<string, number>();
  for (const { document, results, known } of snapshot.files.values()) {
    const kind = document?.is ?? (results ? "results" : known ? "known findings" : "without a kind");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const files = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
  return [
    `Training Spec ${VERSION} (extension ${facts.extension})`,
    `${facts.editor}, ${facts.host}, ${facts.system}`,
    `folders: ${facts.folders}, trusted: ${facts.trusted}`,
    `files: ${files || "none"}`,
    ...doorFacts,
    `settings: ${JSON.stringify(facts.settings)}`,
    ...(facts.errors.length === 0 ? ["errors: none"] : ["errors:", ...facts.errors.map((error) => `  ${error}`)]),
  ].join("\n");
}
