import { type Day, formatDay } from "../base/date.ts";
import { code, type Message, type MessageValue, say } from "../base/message.ts";

/** Paragraphs of Markdown, an empty line between; what is undefined is left out. */
export function paragraphs(parts: readonly (MessageValue | undefined)[]): Message {
  return joined(parts, "\n\n");
}

/** The parts with something between them; what is undefined or empty is left out. */
export function joined(parts: readonly (MessageValue | undefined)[], between: string): Message {
  const values = parts.filter((part): part is MessageValue => part !== undefined && part !== "");
  return { key: values.map((_, index) => `{${index}}`).join(between), values };
}

/** A text of the schema or the library: English, and the key of its own translation. */
export function given(text: string): Message {
  return { key: text, values: [] };
}

/** A text that a person wrote, so that no character of it means anything in Markdown. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|~]/g, "\\$&");
}

/** A list of ids, each as code. */
export function ids(names: Iterable<string>): string {
  return [...names].map(code).join(", ");
}

/** `Monday, 2027-03-15`. */
export function dayWords(day: Day): Message {
  const date = formatDay(day);
  switch ((((day + 4) % 7) + 7) % 7) {
    case 0:
      return say`Sunday, ${date}`;
    case 1:
      return say`Monday, ${date}`;
    case 2:
      return say`Tuesday, ${date}`;
    case 3:
      return say`Wednesday, ${date}`;
    case 4:
      return say`Thursday, ${date}`;
    case 5:
      return say`Friday, ${date}`;
    default:
      return say`Saturday, ${date}`;
  }
}

/** Where a day stands to the launch; undefined where no launch is known. */
export function sinceLaunch(day: Day, launch: Day | undefined): Message | undefined {
  if (launch === undefined) return undefined;
  const days = day - launch;
  if (days === 0) return say`the day of the launch`;
  if (days === 1) return say`1 day after launch`;
  if (days === -1) return say`1 day before launch`;
  return days > 0 ? say`${days} days after launch` : say`${-days} days before launch`;
}
