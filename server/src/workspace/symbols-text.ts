import type { Block, Span } from "../base/span.ts";
import type { FileReference, FileSymbols, Reference, SpecSymbol } from "./symbols.ts";

type Written = readonly [
  definitions: readonly (readonly [SpecSymbol["kind"], string, number, number, number, number, SpecSymbol["path"]])[],
  references: readonly (readonly [Reference["kind"], string, number, number, Reference["path"]])[],
  files: readonly (readonly [FileReference["of"], string, number, number])[],
];

/** All names of a text in a text, a quarter as large as they are as objects. */
export function writeSymbols({ definitions, references, files }: FileSymbols): string {
  const written: Written = [
    definitions.map(({ kind, name, span, whole, path }) => [
      kind,
      name,
      span.start,
      span.end,
      whole.start,
      whole.end,
      path,
    ]),
    references.map(({ kind, name, span, path }) => [kind, name, span.start, span.end, path]),
    files.map(({ of, path, span }) => [of, path, span.start, span.end]),
  ];
  return JSON.stringify(written);
}

/** The same back, with places in a block: of a text that was read as one. Takes only what `writeSymbols` wrote. */
export function readSymbols(text: string, block: Block): FileSymbols {
  const [definitions, references, files]: Written = JSON.parse(text);
  const at = (start: number, end: number): Span => ({ block, start, end });
  return {
    definitions: definitions.map(([kind, name, start, end, from, to, path]) => ({
      kind,
      name,
      span: at(start, end),
      whole: at(from, to),
      path,
    })),
    references: references.map(([kind, name, start, end, path]) => ({ kind, name, span: at(start, end), path })),
    files: files.map(([of, path, start, end]) => ({ of, path, span: at(start, end) })),
  };
}
