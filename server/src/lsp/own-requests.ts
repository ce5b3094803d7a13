import { pageOf } from "../rules/pages.ts";
import { guard } from "./guard.ts";
import { METHODS, type RulePage } from "./protocol.ts";
import type { Services } from "./services.ts";

/** What only our own client asks for. */
export function answerOwnRequests({ connection }: Services): void {
  connection.onRequest(
    METHODS.explain,
    guard(connection.console, METHODS.explain, null, ({ rule }: { rule: string }): RulePage | null => {
      const markdown = pageOf(rule);
      return markdown === undefined ? null : { rule, markdown };
    }),
  );
}
