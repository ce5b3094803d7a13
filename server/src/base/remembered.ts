/** Keeps the latest answers about texts, for one about which several ask in turn. `compute` must depend on nothing else. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    const made = compute(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}

const MOST = 32;
