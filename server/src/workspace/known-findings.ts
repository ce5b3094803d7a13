import { code, type Message, say } from "../base/message.ts";

/** How often each finding of each document was there when the rules were adopted. */
export type KnownFindings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The version of the format; a file of another one is not read. */
export const KNOWN_VERSION = 1;

/** Whether a name is one that a file of known findings has. */
export function isKnownName(uri: string): boolean {
  return /known-findings\.json$/i.test(uri);
}

/** What a file of known findings says, or why it counts for nothing. */
export function readKnownFindings(text: string): KnownFindings | Message {
  const parsed = parseJson(text);
  if ("key" in parsed) return parsed;
  const { value } = parsed;
  if (!isRecord(value)) return shapeProblem();
  if (value.version !== KNOWN_VERSION) {
    return value.version === undefined
      ? shapeProblem()
      : say`It has the version ${code(JSON.stringify(value.version))}, and this Training Spec reads version ${KNOWN_VERSION}: use the Training Spec that wrote it, or delete it and write it anew.`;
  }
  if (!isRecord(value.findings)) return shapeProblem();
  const known = new Map<string, Map<string, number>>();
  for (const [document, lines] of Object.entries(value.findings)) {
    if (!Array.isArray(lines)) return say`${code(document)} holds no list of findings.`;
    const counts = new Map<string, number>();
    for (const line of lines as unknown[]) {
      if (typeof line !== "string") return say`${code(document)} holds something that is no finding.`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    known.set(document, counts);
  }
  return known;
}

/** The text of a file of known findings: sorted, one finding a line, so that what was fixed is a line that is gone. */
export function writeKnownFindings(known: KnownFindings): string {
  const documents = [...known].filter(([, counts]) => counts.size > 0).sort(byName);
  const lists = documents.map(([document, counts]) => {
    const lines = [...counts].sort(byName).flatMap(([line, count]) => new Array<string>(count).fill(line));
    return `    ${JSON.stringify(document)}: [\n${lines.map((line) => `      ${JSON.stringify(line)}`).join(",\n")}\n    ]`;
  });
  const findings = lists.length === 0 ? "{}" : `{\n${lists.join(",\n")}\n  }`;
  return `{\n  "version": ${KNOWN_VERSION},\n  "findings": ${findings}\n}\n`;
}

/** How many findings are listed. */
export function sizeOfKnown(known: KnownFindings): number {
  let size = 0;
  for (const counts of known.values()) for (const count of counts.values()) size += count;
  return size;
}

/** A merge that nobody has finished is no JSON either, and has a way out of its own. */
function parseJson(text: string): { readonly value: unknown } | Message {
  const marker = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
  if (marker) {
    const line = text.slice(0, marker.index).split("\n").length;
    return say`A merge left a conflict in it, at line ${line}: keep the lines that both sides have, or write it anew.`;
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return say`It is no JSON (${error instanceof Error ? error.message : String(error)}).`;
  }
}

function shapeProblem(): Message {
  return say`It is no file of known findings: ${code('{"version": 1, "findings": {…}}')}.`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
