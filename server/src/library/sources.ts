import data from "./sources.json" with { type: "json" };

/** A page that a rule or a metric of the library rests on. */
export interface Source {
  /** The short name by which rule pages and metrics cite it, such as `12GP`. */
  readonly code: string;
  /** What the page is, so that a reader can weigh it: a study, a book excerpt, a vendor's illustration. */
  readonly title: string;
  /** Where it was read, as text: some addresses are shortened with `…`, and several are parted by `; `. Not a link. */
  readonly address: string;
}

const texts: Readonly<Record<string, Omit<Source, "code">>> = data;

/** The source cited as `code`; the case of letters counts. */
export function source(code: string): Source | undefined {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return text && { code, ...text };
}
