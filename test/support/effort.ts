/**
 * How much a test tries of what could be tried: a part in the suite that runs on every save (`EFFORT=save`, set by
 * `node test/run.mjs --engine`), more in `npm test`, all of it with EXHAUSTIVE=1.
 */
export const ON_SAVE = process.env.EFFORT === "save" && process.env.UPDATE !== "1";
export const EXHAUSTIVE = process.env.EXHAUSTIVE === "1";

/** On every save one in so many of a list, from the first on; else all of them. */
export function some<T>(all: readonly T[], oneIn: number): readonly T[] {
  return ON_SAVE ? all.filter((_, index) => index % oneIn === 0) : all;
}

/** On every save the smaller number. */
export function times(usual: number, onSave: number): number {
  return ON_SAVE ? onSave : usual;
}
