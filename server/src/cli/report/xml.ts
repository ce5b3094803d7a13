/** An attribute of XML with a space before it. Characters that XML has no way to write become U+FFFD. */
export function attribute(name: string, value: string | number): string {
  return ` ${name}="${xmlText(String(value)).replaceAll("\n", "&#10;").replaceAll("\r", "&#13;").replaceAll("\t", "&#9;")}"`;
}

/** Text as XML holds it, between tags and in attributes. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
