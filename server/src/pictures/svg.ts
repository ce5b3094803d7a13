/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text. `children` are elements, or text that went through `escapeXml`. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${key}="${typeof value === "number" ? short(value) : escapeXml(value)}"`;
  }
  const content = children.join("");
  return content === "" ? `${text}/>` : `${text}>${content}</${name}>`;
}

/** Any text as the content of an element or an attribute. */
export function escapeXml(text: string): string {
  if (!/[^\x20-\x7e]|[&<>"']/.test(text)) return text;
  return clean(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text in one line that XML can hold: without control characters, halves of surrogate pairs and marks that turn the
 * direction of what comes after them.
 */
export function clean(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** At most two digits after the point. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
