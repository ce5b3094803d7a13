import type { ScalarNode } from "./node.ts";
import { asScalar, quoted } from "./quote.ts";

/** Longest line of a text that is folded again. */
const WIDTH = 100;

/**
 * Ways to write a text as a scalar, the one that is most like what stood there first. Lines after the first are indented
 * from the key by two spaces. Not each of them fits everywhere: read the result back, and take the next if it differs.
 */
export function* scalarTexts(text: string, inFlow: boolean, before: ScalarNode | undefined): Iterable<string> {
  const style = before?.style;
  if (style === "single" && !/[\r\n\t]/.test(text)) yield `'${text.replaceAll("'", "''")}'`;
  if (style === "double") yield JSON.stringify(text);
  if (!inFlow && style === "folded" && !text.trimEnd().includes("\n")) yield block(">", text, wrapped(text.trimEnd()));
  if (!inFlow && (style === "literal" || text.includes("\n"))) yield block("|", text, text.trimEnd());
  yield asScalar(text, inFlow);
  yield quoted(text);
  yield JSON.stringify(text);
}

function block(header: "|" | ">", text: string, body: string): string {
  const end = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
  const more = text.slice(text.trimEnd().length).replace(/\n$/, "");
  return `${header}${end}\n${body.replace(/^(?=[^\n])/gm, "  ")}${more}`;
}

/** A paragraph in lines; breaks stand for the single spaces between words. */
function wrapped(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
