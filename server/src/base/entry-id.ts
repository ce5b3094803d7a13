/** Longer ids are cut at a word: a reference should stay short. */
const LONGEST = 40;

/**
 * The id that a name becomes: small Latin letters, digits and hyphens, beginning with a letter. `fallback` stands where
 * nothing of the name can be kept, and before a digit; a number is added while the id is one of `taken`.
 */
export function entryId(name: string, fallback: string, taken: ReadonlySet<string> = new Set()): string {
  const words = latin(name).match(/[a-z0-9]+/g) ?? [];
  const id = shortened(words);
  const whole = id === "" ? fallback : /^[0-9]/.test(id) ? `${fallback}-${id}` : id;
  let free = whole;
  for (let number = 2; taken.has(free); number++) free = `${whole}-${number}`;
  return free;
}

function shortened(words: readonly string[]): string {
  let id = "";
  for (const word of words) {
    const longer = id === "" ? word.slice(0, LONGEST) : `${id}-${word}`;
    if (longer.length > LONGEST) break;
    id = longer;
  }
  return id;
}

const LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  å: "a",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** In small letters without marks; an apostrophe joins what it stands between. */
function latin(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[äöüßæøœåłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
