/**
 * About how wide a text is in pixels. The widths are those of a broad interface font (DejaVu Sans), so that what fits by
 * them fits in the narrower ones too.
 */
export function textWidth(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const character of text) ems += WIDTHS.get(character) ?? otherWidth(character);
  return ems * size * (isBold ? BOLD : 1);
}

const BOLD = 1.14;

/** Widths in thousandths of the font size, each followed by the characters that have it. */
const TABLE: readonly (readonly [width: number, characters: string])[] = [
  [278, "ijl'|"],
  [318, " .,\u00a0"],
  [337, "IJ:;/\\"],
  [370, "-ft()[]"],
  [411, 'r"!'],
  [500, "*_{}"],
  [525, "szc?"],
  [592, "kvxyFL"],
  [620, "aeoTYPSE"],
  [636, "0123456789bdghnpqu$"],
  [690, "ABCKRVXZ"],
  [760, "DGHNU"],
  [800, "OQw+=<>~^#&→"],
  [960, "mMW%@…"],
];

const WIDTHS: ReadonlyMap<string, number> = new Map(
  TABLE.flatMap(([width, characters]) => [...characters].map((character) => [character, width / 1000])),
);

function otherWidth(character: string): number {
  if (/[\p{Mark}\p{Format}]/u.test(character)) return 0;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uff60]/u.test(character)) return 1;
  return /\p{Extended_Pictographic}/u.test(character) ? 1.35 : 0.68;
}
