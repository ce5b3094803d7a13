import { type DocumentKind, describe, keysOf } from "../schema/describe.ts";
import { Skeleton } from "./completion-skeleton.ts";

/** A snippet as editors take it. */
export interface SectionSnippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** One snippet for each section of programs and catalogs, by its name, with the places to fill in that completion offers. */
export function sectionSnippets(): Readonly<Record<string, SectionSnippet>> {
  return { ...snippetsOf("program", "Section"), ...snippetsOf("catalog", "Section of a catalog") };
}

function snippetsOf(kind: DocumentKind, about: string): Record<string, SectionSnippet> {
  const definition = describe(kind, [])?.definition;
  const snippets: Record<string, SectionSnippet> = {};
  for (const key of definition ? keysOf(definition) : []) {
    const property = definition?.properties?.[key] ?? {};
    const inner = describe(kind, [key])?.definition;
    // A single value, or a list of them, needs no snippet.
    if (inner?.["x-type"] !== undefined || inner?.items?.["x-type"] !== undefined || property.const !== undefined)
      continue;
    const body = `${key}:${new Skeleton("\n").behindColon(property, { column: 0, flow: false })}`.split("\n");
    const title = property.title ?? key;
    snippets[`${about}: ${title}`] = {
      prefix: `section-${key}`,
      body: [...body, "$0"],
      description: (property.description ?? "").split(/(?<=[.!?])\s+(?=[A-Z`])/)[0] ?? "",
    };
  }
  return snippets;
}
