import { code, type Message, say } from "../base/message.ts";
import type { Context } from "../workspace/context.ts";
import type { Names } from "./names.ts";

/** Names and paths that are new and change nothing, as sentences. */
export function renameNotes(
  a: Context,
  b: Context,
  {
    names,
    paths,
  }: {
    readonly names: Names;
    readonly paths: { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> };
  },
): Message[] {
  const [old, now] = [a.program ?? a.catalog, b.program ?? b.catalog];
  const found: Message[] = [];
  const [from, to] = [paths.before.get(a.file.uri), paths.after.get(b.file.uri)];
  if (from !== undefined && to !== undefined && from !== to)
    found.push(say`The file ${code(from)} is now ${code(to)}.`);
  if (a.file.tree.source === b.file.tree.source) return found;
  if (old?.id && now?.id && old.id.value !== now.id.value) found.push(renameWords(now.is, old.id.value, now.id.value));
  if (old?.title && now?.title && old.title.value !== now.title.value)
    found.push(say`The title is now ${code(now.title.value)}.`);
  const defined = new Set(b.file.symbols.definitions.map(({ kind, name }) => `${kind} ${name}`));
  for (const { kind, before, after } of names.all()) {
    const wasHere = a.file.symbols.definitions.some((symbol) => symbol.kind === kind && symbol.name === before);
    if (wasHere && defined.has(`${kind} ${after}`)) found.push(renameWords(kind, before, after));
  }
  return found;
}

function renameWords(what: string, before: string, after: string): Message {
  return say`The ${what} ${code(before)} is now called ${code(after)}.`;
}
