type Child = Node | string | undefined;

/** Makes an element of the page. Texts become text nodes, never markup; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: Child[]
): Element {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A sentence whose names in backticks are set as code. */
export function prose(text: string): DocumentFragment {
  const made = document.createDocumentFragment();
  text.split("`").forEach((part, position, parts) => {
    const isCode = position % 2 === 1 && position < parts.length - 1;
    if (isCode) made.append(element("code", {}, part));
    else if (part !== "") made.append(position % 2 === 1 ? `\`${part}` : part);
  });
  return made;
}
