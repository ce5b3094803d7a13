import { Composer, type Document, type ParsedNode, Parser, type YAMLError } from "yaml";
import type { Block, Span } from "../base/span.ts";
import { commentsIn } from "./comments.ts";
import { type Anchors, deepNesting, FromYaml } from "./from-yaml.ts";
import type { Node } from "./node.ts";
import type { Source } from "./source.ts";
import type { SyntaxProblem } from "./tree.ts";

export interface YamlReading {
  readonly root: Node | undefined;
  readonly comments: readonly Span[];
  /** What stands outside the language though YAML can read it; never what `error` is about. */
  readonly problems: readonly SyntaxProblem[];
  /** The first thing that YAML cannot read; `root` then holds what it could, and may hold nonsense. */
  readonly error: YAMLError | undefined;
  /** The rest of the text was left unread. */
  readonly cutShort: boolean;
}

/** Most brackets that may be open at once; beyond, the `yaml` package takes long before it gives up. */
const MAX_OPEN_BRACKETS = 500;

/** Reads one document with the `yaml` package. Never throws. */
export function readYaml(block: Block, source: Source, anchors: Anchors): YamlReading {
  const text = shallow(source.text);
  const comments: Span[] = [];
  const { document, tooDeep } = compose(text, (start, end) => comments.push(spanOf(block, source, start, end)));
  const adapter = new FromYaml(block, source, anchors);
  const root = document?.contents ? adapter.node(document.contents as ParsedNode, 0) : undefined;
  const cutShort = text.length < source.text.length || tooDeep;
  if (cutShort && !adapter.problems.some((problem) => problem.rule === "deep-nesting")) {
    const at = tooDeep ? source.padding : text.length;
    adapter.problems.push(deepNesting(spanOf(block, source, at, at)));
  }
  const error = cutShort ? undefined : firstOf(document?.errors ?? []);
  return { root, comments, problems: adapter.problems, error, cutShort };
}

function compose(
  text: string,
  comment: (start: number, end: number) => void,
): { readonly document: Document.Parsed | undefined; readonly tooDeep: boolean } {
  const composer = new Composer({ uniqueKeys: false, logLevel: "silent", prettyErrors: false, merge: false });
  let document: Document.Parsed | undefined;
  const { stackTraceLimit } = ERRORS;
  try {
    ERRORS.stackTraceLimit = 0;
    for (const token of new Parser().parse(text)) {
      commentsIn(token, comment);
      for (const each of composer.next(token)) document ??= each;
    }
    for (const each of composer.end(false, text.length)) document ??= each;
    return { document, tooDeep: firstOf(document?.errors ?? [])?.code === "RESOURCE_EXHAUSTION" };
  } catch (error) {
    // The package descends once for each level, and runs out of stack at some thousand of them.
    if (error instanceof RangeError) return { document: undefined, tooDeep: true };
    throw error;
  } finally {
    if (stackTraceLimit !== undefined) ERRORS.stackTraceLimit = stackTraceLimit;
  }
}

/** The package makes an error of each complaint, and most of their cost is the stack that nobody looks at. */
const ERRORS = Error as ErrorConstructor & { stackTraceLimit?: number };

function firstOf(errors: readonly YAMLError[]): YAMLError | undefined {
  let first: YAMLError | undefined;
  for (const error of errors) if (!first || error.pos[0] < first.pos[0]) first = error;
  return first;
}

/** The text up to where more brackets are open than any spec has; the rest of it is not read. */
function shallow(text: string): string {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) open++;
    else if ((unit === 0x5d || unit === 0x7d) && open > 0) open--;
    if (open > MAX_OPEN_BRACKETS) return text.slice(0, at);
  }
  return text;
}

function spanOf(block: Block, source: Source, start: number, end: number): Span {
  return { block, start: source.originalOf(start), end: source.originalOf(end) };
}
