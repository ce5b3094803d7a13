import type { Diagnostic, Edit, Fix } from "../base/finding.ts";
import { code, say } from "../base/message.ts";
import { describe, keysOf } from "../schema/describe.ts";
import { insertPair, lineBreak } from "../syntax/insert-key.ts";
import { pathAt } from "../syntax/locate.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** Families whose findings nobody can excuse: the text has to be read first, and waivers are not waived. */
const NEVER_WAIVED: ReadonlySet<string> = new Set(["syntax", "shape", "waivers"]);

/** The action that writes a waiver for a finding, with places for reason, name and last day. */
export function waive(snapshot: Snapshot, diagnostic: Diagnostic, family: string | undefined): Fix | undefined {
  const file = snapshot.files.get(diagnostic.uri);
  const program = file?.document?.is === "program" ? file.document : undefined;
  if (!file || !program || family === undefined || NEVER_WAIVED.has(family)) return undefined;
  const { tree } = file;
  const place = pathAt(tree, tree.offsetOf(diagnostic.span).start).slice(0, 2).join(".");
  const entry = `{ rule: ${diagnostic.rule}, at: ${place}, reason: \${1}, by: \${2}, until: \${3} }`;
  const edit = behindLast() ?? newSection();
  return edit && { title: say`Waive ${code(diagnostic.rule)} here, with a reason`, safe: false, edits: [edit] };

  function behindLast(): Edit | undefined {
    const list = program?.node.pairs.find(({ key }) => key.value === "waivers")?.value;
    const last = list?.kind === "list" && !list.flow ? list.items.at(-1) : undefined;
    if (!last) return undefined;
    const { start, end } = tree.offsetOf(last);
    const line = tree.lines.lineText(tree.lines.positionAt(start).line);
    const dash = line.indexOf("-");
    const at = tree.lines.lineEnd(tree.lines.positionAt(Math.max(start, end - 1)).line);
    const text = `${lineBreak(tree)}${" ".repeat(Math.max(0, dash))}- ${entry}`;
    return { span: tree.spanAt({ start: at, end: at }), text, snippet: true };
  }

  function newSection(): Edit | undefined {
    if (!program) return undefined;
    const order = keysOf(describe("program", [])?.definition ?? {});
    return insertPair(tree, program.node, { key: "waivers", value: `\n  - ${entry}`, order, snippet: true });
  }
}
