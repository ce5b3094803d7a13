/**
 * Makes `current` like `wanted` while it keeps every node that is there in both, so that focus, selection, scroll
 * position and opened details survive. Takes the nodes it needs out of `wanted`.
 */
export function morph(current: Element, wanted: Element): void {
  morphAttributes(current, wanted);
  // Copies, because nodes move from one list to the other.
  const nexts = [...wanted.childNodes];
  const kept = new Set(nexts.flatMap((next) => (idOf(next) ? [idOf(next)] : [])));
  const named = new Map([...current.children].filter(({ id }) => kept.has(id)).map((child) => [child.id, child]));
  let old = current.firstChild;
  for (const next of nexts) {
    // What has an id is found again wherever it stands; what is new takes the place of nothing.
    while (old && idOf(old) !== "" && !kept.has(idOf(old))) {
      const gone: ChildNode = old;
      old = old.nextSibling;
      gone.remove();
    }
    const twin = idOf(next) === "" ? (old && !kept.has(idOf(old)) ? old : null) : named.get(idOf(next));
    if (twin instanceof Element && next instanceof Element && isAlike(twin, next)) {
      if (twin === old) old = old.nextSibling;
      else current.insertBefore(twin, old);
      morph(twin, next);
    } else if (twin instanceof Text && next instanceof Text && twin === old) {
      if (twin.data !== next.data) twin.data = next.data;
      old = old.nextSibling;
    } else {
      if (twin && twin === old) {
        old = old.nextSibling;
        twin.remove();
      }
      current.insertBefore(next, old);
    }
  }
  while (old) {
    const gone: ChildNode = old;
    old = old.nextSibling;
    gone.remove();
  }
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : "";
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
