export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const TOKEN = /<([a-zA-Z][\w-]*)((?: [a-zA-Z][\w:-]*="[^"<]*")*)(\/?)>|<\/([a-zA-Z][\w-]*)>|([^<]+)/y;

/** The elements of an XML text in the order of the text. Throws at the first thing that XML does not allow. */
export function readXml(text: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, name, attributes = "", isEmpty, closed, content] = found;
    if (name !== undefined) {
      if (elements.length > 0 && open.length === 0) throw new Error("more than one root");
      elements.push({ name, attributes: attributesIn(attributes) });
      if (!isEmpty) open.push(name);
    } else if (closed !== undefined) {
      const expected = open.pop();
      if (expected !== closed) throw new Error(`</${closed}> closes <${expected}>`);
    } else checkText(content ?? "");
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return elements;
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = "", value = ""] of text.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
    if (key in found) throw new Error(`${key} stands twice`);
    checkText(value);
    found[key] = value;
  }
  return found;
}

function checkText(text: string): void {
  if (/&(?!(amp|lt|gt|quot|#39);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\]\]>/.test(text)) {
    throw new Error(`not allowed in XML: ${text}`);
  }
}
