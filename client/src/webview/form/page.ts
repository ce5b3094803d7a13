import type {
  FormChoiceList,
  FormField,
  FormFieldType,
  FormFinding,
  FormPath,
  SpecForm,
} from "../../../../server/src/lsp/protocol.ts";
import type { FormWords } from "../../form/form-words.ts";

/** What the page shows, and what is open on it. */
export interface Page {
  readonly form: SpecForm;
  readonly types: Readonly<Record<string, FormFieldType>>;
  readonly words: FormWords;
  readonly readOnly: string | undefined;
  /** Ids of groups that are open. */
  readonly open: ReadonlySet<string>;
  /** Ids of fields that are shown although nothing stands there. */
  readonly shown: ReadonlySet<string>;
  /** Why what stands in a field could not be written, by the id of the field. */
  readonly refused: ReadonlyMap<string, string>;
}

/** The id of the element that stands for a path. */
export function idOf(path: FormPath): string {
  return ["f", ...path].map((step) => String(step).replace(/\s/g, "_")).join("/");
}

export function typeOf({ types }: Page, { type }: FormField): FormFieldType | undefined {
  return type === undefined ? undefined : types[type];
}

/** A field that is not there, as if it stood there without a value. */
export function absent(holder: FormField, id: string, { key }: FormFieldType): FormField {
  const findings = holder.missing?.[key];
  const path = [...holder.path, key];
  return { path, type: id, is: "empty", range: holder.range, ...(findings ? { findings } : {}) };
}

/** The values that a field offers. */
export function offered({ form }: Page, name: string | undefined): FormChoiceList | undefined {
  return name === undefined ? undefined : form.choices[name];
}

export type Tally = Readonly<Record<FormFinding["severity"], number>>;

/** What was found in a field and all that is in it. */
export function tallyOf(field: FormField): Tally {
  const tally = { error: 0, warning: 0, hint: 0 };
  const count = ({ findings, missing, children }: FormField): void => {
    for (const { severity } of [...(findings ?? []), ...Object.values(missing ?? {}).flat()]) tally[severity]++;
    for (const child of children ?? []) count(child);
  };
  count(field);
  return tally;
}

/** Puts names and numbers into a text. */
export function fill(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));
}

/** A path as an attribute, and back. */
export function pathAttribute(path: FormPath): string {
  return JSON.stringify(path);
}

export function parsePath(text: string | null | undefined): FormPath | undefined {
  return text ? (JSON.parse(text) as FormPath) : undefined;
}
