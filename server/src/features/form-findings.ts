import { type Diagnostic, isOpen } from "../base/finding.ts";
import type { Path } from "../schema/describe.ts";
import { pathAt } from "../syntax/locate.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { FormNode } from "./form.ts";
import type { FieldType } from "./form-types.ts";

/** Puts each finding beside the field it is about: the innermost that holds its place, or the one that is missing there. */
export function attachFindings(
  tree: SyntaxTree,
  root: FormNode,
  types: ReadonlyMap<string, FieldType>,
  diagnostics: readonly Diagnostic[],
): void {
  for (const diagnostic of diagnostics) {
    if (!isOpen(diagnostic) || !tree.holds(diagnostic.span)) continue;
    const node = nodeAt(root, pathAt(tree, tree.offsetOf(diagnostic.span).start));
    const key = diagnostic.lacks ?? diagnostic.fixes?.find(({ adds }) => adds !== undefined)?.adds;
    const type = node.type === undefined ? undefined : types.get(node.type);
    const isField = type?.fields.some((id) => types.get(id)?.key === key);
    if (key !== undefined && isField && !node.children.some(({ path }) => path.at(-1) === key)) {
      node.missing.set(key, [...(node.missing.get(key) ?? []), diagnostic]);
    } else node.findings.push(diagnostic);
  }
}

function nodeAt(root: FormNode, path: Path): FormNode {
  let node = root;
  for (const step of path) {
    const next = node.children.find((child) => child.path.at(-1) === step);
    if (!next) return node;
    node = next;
  }
  return node;
}
