/**
 * Makes `current` like `wanted` while it keeps every node that is there in both, so that focus, selection, scroll
 * position and opened details survive. Takes the nodes it needs out of `wanted`.
 */
export function morph(current: Element, wanted: Element): void {
  morphAttributes(current, wanted);
  // Copies, because nodes move from one list to the other.
  const olds = [...current.childNodes];
  const nexts = [...wanted.childNodes];
  nexts.forEach((next, position) => {
    const old = olds[position];
    if (old === undefined) current.append(next);
    else if (old instanceof Element && next instanceof Element && isAlike(old, next)) morph(old, next);
    else if (old instanceof Text && next instanceof Text) {
      if (old.data !== next.data) old.data = next.data;
    } else old.replaceWith(next);
  });
  for (const old of olds.slice(nexts.length)) old.remove();
}

function isAlike(one: Element, other: Element): boolean {
  return one.namespaceURI === other.namespaceURI && one.localName === other.localName && one.id === other.id;
}

function morphAttributes(current: Element, wanted: Element): void {
  for (const { name } of [...current.attributes]) {
    // Whether details are open is the reader's business.
    if (!wanted.hasAttribute(name) && name !== "open") current.removeAttribute(name);
  }
  for (const { name, value } of [...wanted.attributes]) {
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
  }
}
