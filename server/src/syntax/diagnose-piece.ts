import { code, say } from "../base/message.ts";
import type { Stretch } from "../base/span.ts";
import type { Cut, Piece } from "./cut.ts";
import { tabs } from "./diagnose.ts";
import type { Slip } from "./slip.ts";
import { endOfPlain, indentationOf, lineEnd, skipBlanks, trimmedEnd } from "./text-line.ts";

/** What is wrong with the first line of a piece, or with a line that belongs to none. Offsets count from the start of the file. */
export function diagnosePiece(text: string, piece: Piece, cut: Cut): Slip | undefined {
  if (piece.is === "stray") return strayLine(text, { start: piece.content, end: lineEnd(text, piece.content) });
  switch (piece.slip) {
    case "indentation":
      return wrongIndentation(text, piece, cut.column);
    case "space":
      return missingSpace(text, piece);
    case "equals":
      return equalsSign(text, piece);
    case "bullet":
      return bullet(text, piece);
    case "colon":
      return missingColon(text, piece);
    default:
      return text.slice(piece.line, piece.content).includes("\t") ? tabbed(text, piece) : undefined;
  }
}

function tabbed(text: string, { line: start, content: end }: Piece): Slip {
  const edits = [{ start, end, text: " ".repeat(indentationOf(text, start, end)) }];
  return { ...tabs({ start, end }), fix: { title: say`Replace tabs with spaces`, safe: true, edits } };
}

function wrongIndentation(text: string, piece: Piece, column: number): Slip {
  const tab = text.slice(piece.line, piece.content).includes("\t");
  const edits: { start: number; end: number; text: string }[] = [];
  for (let line = piece.line; line < piece.end; line = text.indexOf("\n", line) + 1 || piece.end) {
    const content = skipBlanks(text, line, piece.end);
    if (content >= lineEnd(text, line)) continue;
    const own = indentationOf(text, line, content);
    edits.push({ start: line, end: content, text: " ".repeat(Math.max(0, own + column - piece.column)) });
  }
  if (tab) {
    const fix = { title: say`Replace tabs with spaces`, safe: true, edits };
    return { ...tabs({ start: piece.line, end: piece.content }), fix };
  }
  return {
    rule: "wrong-indentation",
    start: piece.content,
    end: endOfLine(text, piece),
    message: say`This line is not indented like the lines it belongs to.`,
    help: say`Lines that belong together start in the same column; the first of these starts in column ${column + 1}.`,
    fix: { title: say`Move it to column ${column + 1}`, safe: false, edits },
  };
}

function missingSpace(text: string, piece: Piece): Slip {
  const at = { start: piece.value, end: piece.value };
  return {
    rule: "missing-space",
    start: piece.content,
    end: endOfLine(text, piece),
    message: piece.is === "item" ? say`A space is missing after the dash.` : say`A space is missing after the colon.`,
    help: say`Without it YAML reads the whole line as text.`,
    fix: { title: say`Insert a space`, safe: true, edits: [{ ...at, text: " " }] },
  };
}

function equalsSign(text: string, piece: Piece): Slip {
  return {
    rule: "unreadable-yaml",
    start: piece.content,
    end: endOfLine(text, piece),
    message: say`Between a key and its value stands a colon, not an equals sign.`,
    help: say`Write ${code(`${piece.key}: …`)}.`,
    fix: {
      title: say`Write a colon`,
      safe: true,
      edits: [{ start: piece.content + piece.key.length, end: piece.value, text: ":" }],
    },
  };
}

function missingColon(text: string, piece: Piece): Slip {
  const at = piece.content + piece.key.length;
  return {
    rule: "unreadable-yaml",
    start: piece.content,
    end: endOfLine(text, piece),
    message: say`A colon is missing after ${code(piece.key)}.`,
    help: say`Every key has a colon behind it. If this is no key but goes on with the text above, indent it further.`,
    fix: { title: say`Insert a colon`, safe: false, edits: [{ start: at, end: at, text: ":" }] },
  };
}

/** A line that is neither key nor text of the entry it stands in. */
export function strayLine(text: string, line: Stretch): Slip {
  return {
    rule: "unreadable-yaml",
    start: line.start,
    end: trimmedEnd(text, line.start, line.end),
    message: say`This line is neither ${code("key: value")} nor part of the text above it.`,
    help: say`If it goes on with the text above, indent it further than the key of that text. A note for yourself starts with ${code("#")}.`,
    fix: {
      title: say`Turn the line into a comment`,
      safe: false,
      edits: [{ start: line.start, end: line.start, text: "# " }],
    },
  };
}

function bullet(text: string, piece: Piece): Slip {
  const sign = text[piece.content] ?? "";
  return {
    rule: "unreadable-yaml",
    start: piece.content,
    end: endOfLine(text, piece),
    message: say`An item of a list starts with a dash, not with ${code(sign)}.`,
    help: say`Write ${code("- ")} and the text.`,
    fix: { title: say`Write a dash`, safe: true, edits: [{ start: piece.content, end: piece.content + 1, text: "-" }] },
  };
}

function endOfLine(text: string, piece: Piece): number {
  return endOfPlain(text, piece.content, lineEnd(text, piece.content));
}
