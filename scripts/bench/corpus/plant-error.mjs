/** Mistakes that every tool can see which knows the schema: each changes one line and is one error. */
const MISTAKES = {
  choice: { from: /^( {4}type: simulati)on$/gm, to: "$1no" },
  number: { from: /^( {4}hours: )4$/gm, to: "$1four" },
  key: { from: /^( {4})(format: live practice)$/gm, to: "$1in-$2" },
};

export const MISTAKE_KINDS = Object.keys(MISTAKES);

/** The text with one mistake of that kind, and the line (from 1) where it stands. */
export function plantError(text, kind, random) {
  const { from, to } = MISTAKES[kind];
  const place = random.pick([...text.matchAll(from)]);
  if (!place) throw new Error(`There is no place for a mistake of the kind "${kind}".`);
  const [found] = place;
  const changed = found.replace(new RegExp(from.source, "m"), to);
  return {
    text: text.slice(0, place.index) + changed + text.slice(place.index + found.length),
    line: text.slice(0, place.index).split("\n").length,
  };
}
