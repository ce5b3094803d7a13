/** What a segmented regression of a monthly series estimates. */
export type SeriesParameter =
  | "intercept"
  | "pre-slope"
  | "level-change"
  | "slope-change"
  | "average-effect"
  | "last-effect";

/**
 * Rows (1, month, post, months since the first post month) of y = b0 + b1·month + b2·post + b3·(month − before − 1)·post
 * (Wagner et al. 2002), so that b2 is the jump in the first month after.
 */
export function designOf(before: number, after: number): number[][] {
  return Array.from({ length: before + after }, (_, i) => (i < before ? [1, i + 1, 0, 0] : [1, i + 1, 1, i - before]));
}

/** The contrast of (b0, b1, b2, b3) that a parameter is; the average effect is b2 + b3·(after − 1)/2. */
export function weightsOf(parameter: SeriesParameter, after: number): number[] {
  switch (parameter) {
    case "intercept":
      return [1, 0, 0, 0];
    case "pre-slope":
      return [0, 1, 0, 0];
    case "level-change":
      return [0, 0, 1, 0];
    case "slope-change":
      return [0, 0, 0, 1];
    case "average-effect":
      return [0, 0, 1, (after - 1) / 2];
    case "last-effect":
      return [0, 0, 1, after - 1];
  }
}
