import type { Message } from "../../base/message.ts";
import { render } from "../language.ts";

/**
 * Text of a file as a comment on GitHub or GitLab may hold it: nothing in it is Markdown or HTML, names nobody, links
 * to no issue, and ends no cell of a table.
 */
export function inertText(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .replace(UNSEEN, "")
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? "")
      .replace(/[\\`*_[\]|~$]/g, (character) => `&#${character.charCodeAt(0)};`)
      // An entity alone is turned back before mentions are looked for; a space without width is not.
      .replace(/[@#!]|:\/\/|\bwww\./g, (mark) => `${mark}${NO_BREAK}`)
      .replaceAll(`&#${NO_BREAK}`, "&#")
  );
}

/** Words of ours with names of the file in backticks, which are kept as code. */
export function commentText(message: Message | string): string {
  const parts = (typeof message === "string" ? message : render(message)).split("`");
  return parts
    .map((part, index) => {
      const isCode = index % 2 === 1 && index < parts.length - 1;
      if (!isCode) return inertText(index % 2 === 1 ? `\`${part}` : part);
      return `\`${part.replace(/\s+/g, " ").replace(UNSEEN, "").replaceAll("|", "\\|")}\``;
    })
    .join("");
}

const NO_BREAK = "\u200b";
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
// Controls, and what turns the direction of text around.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
