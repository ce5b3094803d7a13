import type { CallHierarchyItem } from "vscode-languageserver";
import { hierarchyItem, leadingTo, type Step, servedBy, targetAt } from "../features/hierarchy.ts";
import type { Target } from "../workspace/resolve.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { symbolKindOf } from "./convert.ts";
import { guard } from "./guard.ts";
import { offsetAt } from "./place.ts";
import type { Services } from "./services.ts";

/** The chain as a call hierarchy: callers lead to a thing, callees are what it serves. */
export function answerHierarchy({ connection, session }: Services): void {
  const log = connection.console;

  const itemOf = ({ file, symbol }: Target): CallHierarchyItem => {
    const { converter } = session;
    return {
      name: symbol.name,
      kind: symbolKindOf(symbol.kind),
      detail: symbol.path.slice(0, -1).join(" "),
      uri: session.spelling(file.uri),
      range: converter.range(symbol.whole),
      selectionRange: converter.range(symbol.span),
      data: { uri: file.uri, path: symbol.path },
    };
  };
  const stepsOf = ({ data }: CallHierarchyItem, steps: typeof leadingTo): readonly Step[] => {
    const { uri, path } = (data ?? {}) as { uri?: string; path?: readonly string[] };
    const target = uri === undefined || path === undefined ? undefined : targetAt(session.snapshot, uri, path);
    return target ? steps(session.snapshot, target) : [];
  };

  connection.languages.callHierarchy.onPrepare(
    guard(log, "textDocument/prepareCallHierarchy", null, async (params) => {
      await session.settled;
      const { offset } = offsetAt(session, params);
      const target = hierarchyItem(session.snapshot, normalizeUri(params.textDocument.uri), offset);
      return target ? [itemOf(target)] : null;
    }),
  );

  connection.languages.callHierarchy.onIncomingCalls(
    guard(log, "callHierarchy/incomingCalls", null, ({ item }) =>
      stepsOf(item, leadingTo).map(({ target, spans }) => ({
        from: itemOf(target),
        fromRanges: rangesIn(target.file.uri, spans),
      })),
    ),
  );

  connection.languages.callHierarchy.onOutgoingCalls(
    guard(log, "callHierarchy/outgoingCalls", null, ({ item }) =>
      stepsOf(item, servedBy).map(({ target, spans }) => ({
        to: itemOf(target),
        fromRanges: rangesIn(normalizeUri(item.uri), spans),
      })),
    ),
  );

  /** The protocol has no place for ranges in another file: there it is the item itself that is shown. */
  function rangesIn(uri: string, spans: Step["spans"]): CallHierarchyItem["range"][] {
    return spans.filter((span) => span.block.uri === uri).map((span) => session.converter.range(span));
  }
}
