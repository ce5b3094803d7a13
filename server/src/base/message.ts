/**
 * Text for people, kept apart from its values until a door shows it, so that it can be shown in another language.
 * `key` is the English text with `{0}`, `{1}` … where the values go.
 */
export interface Message {
  readonly key: string;
  readonly values: readonly MessageValue[];
}

export type MessageValue = string | number | Message;

/** Translations of message keys; a key that is absent is shown in English. */
export interface Translation {
  readonly locale: string;
  /** How numbers are written: the decimal mark. */
  readonly decimal: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Tag for every text that a person will read: say`No metric is named ${code(name)}.` */
export function say(parts: TemplateStringsArray, ...values: MessageValue[]): Message {
  let key = parts[0] ?? "";
  for (let index = 1; index < parts.length; index++) key += `{${index - 1}}${parts[index] ?? ""}`;
  return { key, values };
}

/** A word of the language or of the file, as it stands there. */
export function code(text: string): string {
  return `\`${text.includes("`") ? text.replaceAll("`", "'") : text}\``;
}

/** At most eight alternatives in the order given: `` `a`, `b` or `c` ``. */
export function listOf(names: readonly string[]): Message | string {
  const shown = names.slice(0, 8).map(code);
  const last = shown.at(-1) ?? "";
  if (names.length > 8) return say`${shown.join(", ")} and ${names.length - 8} more`;
  if (shown.length < 2) return last;
  return say`${shown.slice(0, -1).join(", ")} or ${last}`;
}

/** The text of a message in English, or in the language of a translation. */
export function render(message: Message, translation?: Translation): string {
  const pattern = translation?.texts[message.key] ?? message.key;
  return pattern.replace(/\{(\d+)\}/g, (_, index: string) =>
    renderValue(message.values[Number(index)] ?? "", translation),
  );
}

function renderValue(value: MessageValue, translation: Translation | undefined): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatNumber(value, translation?.decimal ?? ".");
  return render(value, translation);
}

/** At most four digits after the decimal mark, none that say nothing. Thousands are set apart from 10,000 on. */
export function formatNumber(value: number, decimal = "."): string {
  const rounded = String(Number(value.toFixed(4)));
  if (!/^-?\d+(\.\d+)?$/.test(rounded)) return rounded;
  const [whole = "", fraction] = rounded.split(".");
  const separator = decimal === "." ? "," : ".";
  const digits = whole.replace("-", "").length;
  const grouped = digits >= 5 ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}
