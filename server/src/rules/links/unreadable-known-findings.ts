import { code, type Message, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const unreadableKnownFindings = defineRule({
  id: "unreadable-known-findings",
  family: "links",
  severity: "error",
  kind: "conflict",
  summary: "A file of known findings that cannot be read.",
  decidedBy: "links",
  on: "file",
  *check({ document, uri }, { snapshot }) {
    const known = document?.is === "config" ? document.known : undefined;
    if (!known) return;
    const file = snapshot.fileAt(uri, known.value);
    const why = typeof file === "string" ? reason(file) : file.known && "key" in file.known ? file.known : undefined;
    if (!why) return;
    yield {
      span: known.span,
      message: say`${code(known.value)} counts for nothing. ${why}`,
      help: say`All findings are shown until it can be read. ${code("training-spec lint --update-known")} writes it where there is none.`,
    };
  },
});

function reason(why: string): Message {
  switch (why) {
    case "missing":
      return say`There is no such file.`;
    case "folder":
      return say`It is a folder.`;
    case "too-large":
      return say`It is too large to be read.`;
    default:
      return say`The system does not allow to read it.`;
  }
}
