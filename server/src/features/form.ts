import type { Diagnostic } from "../base/finding.ts";
import type { Message } from "../base/message.ts";
import type { Span } from "../base/span.ts";
import type { Path } from "../schema/describe.ts";
import { keyText, type MapNode, type Node, type Pair, pairSpan } from "../syntax/node.ts";
import type { Context } from "../workspace/context.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type FormChoices, formChoices } from "./form-choices.ts";
import { attachFindings } from "./form-findings.ts";
import { type FieldType, formTypes } from "./form-types.ts";
import { FormValues } from "./form-values.ts";
import { documentKind } from "./symbol-words.ts";
import { given } from "./words.ts";

/** What a form shows of a document. */
export interface Form {
  readonly kind: ReturnType<typeof documentKind>;
  readonly title: string;
  /** The text cannot be read whole: what cannot is left out, or shown as it is written. */
  readonly broken: boolean;
  readonly types: ReadonlyMap<string, FieldType>;
  readonly choices: ReadonlyMap<string, FormChoices>;
  readonly root: FormNode;
}

/** A key of the document, or an item of a list, with what a form shows of it. */
export interface FormNode {
  readonly path: Path;
  /** Absent where the language has no such key. */
  readonly type: string | undefined;
  /** `text`: it is shown as it is written, because no field can hold it. */
  readonly is: "value" | "empty" | "group" | "text";
  /** The value as one types it, or the text as it is written. */
  readonly text: string;
  /** What the value or the entry means: a day, a name, numbers. */
  readonly words: Message | undefined;
  /** Why it can only be changed in the text. */
  readonly why: Message | undefined;
  readonly span: Span;
  readonly key: Span | undefined;
  readonly children: readonly FormNode[];
  readonly findings: Diagnostic[];
  /** What is said about keys that are not there, by key. */
  readonly missing: Map<string, Diagnostic[]>;
}

/** The form of a document with what was found in it; undefined where it is no document of the language. */
export function form(snapshot: Snapshot, uri: string, diagnostics: readonly Diagnostic[]): Form | undefined {
  const context = snapshot.context(uri);
  const document = context?.file.document;
  if (!context || !document) return undefined;
  const kind = documentKind(context.file.tree);
  const types = formTypes(kind);
  const root = new FormTree(context, types).root(document.node);
  attachFindings(context.file.tree, root, types, diagnostics);
  const { broken } = context.file.tree;
  return {
    kind,
    title: "title" in document ? (document.title?.value ?? "") : "",
    broken: broken.all || broken.keys.size > 0,
    types,
    choices: formChoices(context, kind, types),
    root,
  };
}

/** Makes nodes of a form from those of a text. */
class FormTree {
  readonly #types: ReadonlyMap<string, FieldType>;
  readonly #values: FormValues;
  readonly #orders = new Map<string, ReadonlyMap<string, { readonly id: string; readonly rank: number }>>();

  constructor(context: Context, types: ReadonlyMap<string, FieldType>) {
    this.#types = types;
    this.#values = new FormValues(context);
  }

  root(map: MapNode): FormNode {
    return { ...this.#bare([], "", map, undefined), is: "group", children: this.#pairs(map, [], "") };
  }

  /** In the order of the language; keys that it does not know come last. A key that stands twice is shown twice. */
  #pairs(map: MapNode, path: Path, holder: string): readonly FormNode[] {
    const of = this.#types.get(holder)?.of;
    const order = this.#orderOf(holder);
    const seen = new Set<string>();
    const nodes = map.pairs.map((pair) => {
      const key = keyText(pair);
      const field = order.get(key);
      const node = this.#pair(map, pair, [...path, key], seen.has(key) ? undefined : (field?.id ?? of));
      seen.add(key);
      return { node, rank: field?.rank ?? order.size };
    });
    return nodes.sort((a, b) => a.rank - b.rank).map(({ node }) => node);
  }

  /** The types of the fields of a type by their keys, and where they stand among each other. */
  #orderOf(holder: string): ReadonlyMap<string, { readonly id: string; readonly rank: number }> {
    let order = this.#orders.get(holder);
    if (!order) {
      const fields = this.#types.get(holder)?.fields ?? [];
      order = new Map(fields.map((id, rank) => [this.#types.get(id)?.key ?? "", { id, rank }]));
      this.#orders.set(holder, order);
    }
    return order;
  }

  #pair(map: MapNode, pair: Pair, path: Path, id: string | undefined): FormNode {
    const why = this.#values.whyInText(map, pair, path);
    const bare = this.#bare(path, id, pair.value, pair);
    if (why || id === undefined) return { ...bare, is: "text", text: this.#values.source(pair.value), why };
    return pair.value ? this.#value(bare, pair.value, id) : { ...bare, is: "empty" };
  }

  #value(bare: FormNode, node: Node, id: string): FormNode {
    const type = this.#types.get(id);
    const { path } = bare;
    if (!type) return { ...bare, is: "text", text: this.#values.source(node) };
    const isGroup = GROUPS.has(type.holds);
    if (node.kind === "scalar" && node.value === null) return { ...bare, is: "empty" };
    if (node.kind === "map" && (type.holds === "map" || type.holds === "entries" || type.holds === "amount")) {
      return { ...bare, is: "group", words: this.#values.entryWords(path), children: this.#pairs(node, path, id) };
    }
    if (node.kind === "list" && (type.holds === "list" || type.holds === "values")) {
      const children = node.items.map((item, index) => this.#item(item, [...path, index], type.of));
      return { ...bare, is: "group", children };
    }
    if (node.kind === "scalar" && !isGroup) {
      return { ...bare, is: "value", text: this.#values.typed(node), words: this.#values.valueWords(type, node) };
    }
    return { ...bare, is: "text", text: this.#values.source(node), why: this.#values.wrongShape(node) };
  }

  #item(item: Node, path: Path, id: string | undefined): FormNode {
    const bare = this.#bare(path, id, item, undefined);
    const why = this.#values.whyItemInText(item);
    if (why || id === undefined) return { ...bare, is: "text", text: this.#values.source(item), why };
    const node = this.#value(bare, item, id);
    if (node.is !== "group") return node;
    const label = this.#types.get(id)?.label;
    const said = node.children.find(({ path: inner }) => inner.at(-1) === label)?.text;
    return said ? { ...node, words: given(said) } : node;
  }

  #bare(path: Path, type: string | undefined, node: Node | undefined, pair: Pair | undefined): FormNode {
    const span = pair ? pairSpan(pair) : node;
    return {
      path,
      type,
      is: "empty",
      text: "",
      words: undefined,
      why: undefined,
      span: span ?? this.#values.nowhere,
      key: pair?.key,
      children: [],
      findings: [],
      missing: new Map(),
    };
  }
}

const GROUPS: ReadonlySet<string> = new Set(["map", "entries", "list", "values"]);
