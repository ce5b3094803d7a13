import type { PageLabel } from "../preview/page-labels.ts";

const labels: Readonly<Partial<Record<PageLabel, string>>> = JSON.parse(document.body.dataset.labels ?? "{}");

/** A word of the page in the language of the editor, with values for `{0}`, `{1}` … */
export function label(name: PageLabel, ...values: readonly string[]): string {
  return (labels[name] ?? name).replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? "");
}
