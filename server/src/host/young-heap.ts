import { setFlagsFromString } from "node:v8";

/** Characters of text up to which a young generation of one megabyte is enough: some thousand lines. */
const FEW = 50_000;

/**
 * Keeps the young generation of the heap as small as it is at the start, as long as there is little text: V8 would let it
 * grow to several times what a short file ever needs. The function that is returned is told how much text was read or drawn;
 * once that is much, the young generation grows as usual.
 */
export function stayYoungAndSmall(): (characters: number) => void {
  let left = FEW;
  setFlagsFromString("--semi-space-growth-factor=1");
  return (characters) => {
    if (left >= 0 && left < characters) setFlagsFromString("--semi-space-growth-factor=2");
    left -= characters;
  };
}
