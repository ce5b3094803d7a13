import { code, type Message, say } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import { libraryMetric } from "../library/metric-library.ts";
import { dayOfTime, parseTime } from "../model/time.ts";
import type { Path } from "../schema/describe.ts";
import { keyText, type MapNode, type Node, type Pair, pairOf, type ScalarNode } from "../syntax/node.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";
import { findSymbol } from "../workspace/resolve.ts";
import type { ReferenceKind, SpecSymbol } from "../workspace/symbols.ts";
import type { FieldType } from "./form-types.ts";
import { libraryLine } from "./library-words.ts";
import { inOneLine } from "./symbol-words.ts";
import { dayWords, joined, sinceLaunch } from "./words.ts";

/** What a form shows of single values, and of what no field can hold. */
export class FormValues {
  readonly #context: Context;
  readonly #tree: SyntaxTree;
  readonly #symbols: ReadonlyMap<string, SpecSymbol>;

  constructor(context: Context) {
    this.#context = context;
    this.#tree = context.file.tree;
    this.#symbols = new Map(context.file.symbols.definitions.map((symbol) => [symbol.path.join("."), symbol]));
  }

  get nowhere(): Span {
    return this.#tree.spanAt({ start: 0, end: 0 });
  }

  /** As it stands in the text. */
  source(node: Node | undefined): string {
    if (!node) return "";
    const { start, end } = this.#tree.offsetOf(node);
    return this.#tree.text.slice(start, end).trimEnd().replace(/\r\n/g, "\n");
  }

  /** As one would type it: numbers as they are written, texts without what YAML puts around them. */
  typed(node: ScalarNode): string {
    return typeof node.value === "string" ? node.value.replace(/\n+$/, "") : this.source(node);
  }

  valueWords(type: FieldType, node: ScalarNode): Message | undefined {
    const { value } = node;
    if (typeof value !== "string") return undefined;
    if (type.holds === "date" || type.holds === "time") {
      const time = parseTime(value);
      const launch = this.#context.program?.launch?.value;
      const day = time && dayOfTime(time, launch);
      if (day === undefined) return undefined;
      return joined(
        [dayWords(day), time?.kind === "day" && type.id !== "launch" ? sinceLaunch(day, launch) : undefined],
        " · ",
      );
    }
    if (type.holds !== "reference") return undefined;
    const metric = type.suggests === "definition" ? libraryMetric(value) : undefined;
    if (metric) return libraryLine(metric);
    const target = findSymbol(this.#context, type.suggests as ReferenceKind, value);
    return target && inOneLine(this.#context, target);
  }

  /** What an entry is, in one line. */
  entryWords(path: Path): Message | undefined {
    const symbol = this.#symbols.get(path.join("."));
    return symbol && inOneLine(this.#context, { file: this.#context.file, symbol });
  }

  /** Why a key can only be changed in the text; undefined where it can be changed in a form. */
  whyInText(map: MapNode, pair: Pair, path: Path): Message | undefined {
    const key = keyText(pair);
    const inside = this.#tree.offsetOf(map);
    const { start } = this.#tree.offsetOf(pair.key);
    if (start < inside.start || start >= Math.max(inside.end, inside.start + 1))
      return say`This comes from another place of the text.`;
    if (pairOf(map, key) !== pair) return say`${code(key)} stands here twice: take one of the two out.`;
    if (path.length === 1 && (this.#tree.broken.all || this.#tree.broken.keys.has(key)))
      return say`A part of this cannot be read: mend it in the text.`;
    return pair.value ? this.whyItemInText(pair.value) : undefined;
  }

  whyItemInText(node: Node): Message | undefined {
    const { start } = this.#tree.offsetOf(node);
    const { text } = this.#tree;
    // Most values have nothing before them that could be a property.
    const before = text.slice(Math.max(0, start - 80), start);
    const isProperty =
      /[&!]/.test(before) && /(^|[\s:,[{])[&!]\S*[ \t]+$/.test(before.slice(before.lastIndexOf("\n") + 1));
    if (!isProperty && !/[&*!]/.test(text[start] ?? "")) return undefined;
    return say`It is written with a part of YAML that a form cannot keep (${code("&")}, ${code("*")} or ${code("!")}).`;
  }

  wrongShape(node: Node): Message {
    if (node.kind === "map") return say`Keys stand here where something else is expected.`;
    return node.kind === "list"
      ? say`A list stands here where something else is expected.`
      : say`One value stands here where several are expected.`;
  }
}
