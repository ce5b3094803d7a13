import type { Fix } from "../base/finding.ts";
import { code, say } from "../base/message.ts";
import { endOf, type Span, startOf } from "../base/span.ts";
import { type MapNode, type Node, pairOf } from "../syntax/node.ts";
import type { ShapeProblem } from "./check.ts";

/** A text without header is no spec yet: it says which two lines come first. */
export function checkHeader(root: Node | undefined, emptyAt: Span): ShapeProblem | undefined {
  if (root?.kind !== "map") {
    return {
      rule: "missing-header",
      span: root ?? emptyAt,
      message: root
        ? say`A spec is made of lines ${code("key: value")}, and starts with ${code("version: 1")}.`
        : say`No spec stands in this file yet.`,
      help: say`Start with ${code("version: 1")} and ${code("kind: program")}, each on a line of its own.`,
      fixes: root ? [] : kinds((kind) => [{ span: emptyAt, text: `version: 1\nkind: ${kind}\n` }]),
    };
  }
  const kind = pairOf(root, "kind");
  const value = kind?.value?.kind === "scalar" ? String(kind.value.value) : undefined;
  if (value === "program" || value === "catalog") return undefined;
  const at = kind?.value;
  return {
    rule: "missing-header",
    span: at ?? kind?.key ?? root.pairs[0]?.key ?? root,
    message: at
      ? say`${code("kind")} is ${code("program")} or ${code("catalog")}, and something else stands here.`
      : say`This file does not say what it is: ${code("kind")} is missing.`,
    help: say`Write ${code("kind: program")} for a training program, ${code("kind: catalog")} for what programs share. Nothing else is checked before.`,
    fixes: at ? kinds((name) => [{ span: at, text: name }]) : kind ? [] : insertion(root),
  };
}

function insertion(root: MapNode): Fix[] {
  const version = pairOf(root, "version");
  const first = root.pairs[0]?.key;
  if (root.flow || !first) return [];
  if (version?.value) {
    const behind = endOf(version.value);
    return kinds((kind) => [{ span: behind, text: `\nkind: ${kind}` }]);
  }
  return version ? [] : kinds((kind) => [{ span: startOf(first), text: `version: 1\nkind: ${kind}\n` }]);
}

function kinds(edits: (kind: string) => Fix["edits"]): Fix[] {
  return ["program", "catalog"].map((kind) => ({
    title: say`Write ${code(`kind: ${kind}`)}`,
    safe: false,
    edits: edits(kind),
  }));
}
