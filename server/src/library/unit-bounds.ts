/** Values outside cannot occur. A side without a limit is absent. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** Some numbers in this unit do leave it, all of them: days late that are days early. */
  readonly usual?: true;
}

/**
 * What values in a unit cannot leave, as far as the unit and the kind settle it. A mean in percent, in points or in money
 * can be anything: growth falls below zero, and so do margins.
 */
export function unitBounds(unit: string | undefined, kind: "proportion" | "mean" | "rate" | undefined): Bounds {
  if (kind === "proportion") return { min: 0, ...maximumOfShare(unit) };
  if (kind === "rate") return { min: 0 };
  if (unit === undefined) return {};
  const word = unit.trim().toLowerCase();
  if (/^(nps|net promoter score)( points?)?$/.test(word)) return { min: -100, max: 100 };
  return SELDOM_NEGATIVE.has(word) ? { min: 0, usual: true } : {};
}

function maximumOfShare(unit: string | undefined): Bounds {
  if (isPercent(unit)) return { max: 100 };
  return unit?.trim() === "‰" ? { max: 1000 } : {};
}

export function isPercent(unit: string | undefined): boolean {
  return unit !== undefined && /^\s*(%|percent)\s*$/i.test(unit);
}

/** Units of time and of things that are counted. */
const SELDOM_NEGATIVE: ReadonlySet<string> = new Set(
  [
    "ms s sec secs second seconds min mins minute minutes h hr hrs hour hours d day days week weeks month months",
    "accidents calls cases clicks complaints contacts contracts customers deals defects deliveries employees errors",
    "escalations events hires incidents injuries items leads opportunities orders parts people persons pieces returns",
    "sales steps tickets transactions units visits",
  ].flatMap((line) => line.split(" ")),
);
