interface Bracket {
  readonly low: number;
  readonly high: number;
}

/**
 * A root of `f` between `low` and `high`, by Brent's method, to `relative` precision.
 * `undefined` when the ends do not have opposite signs or `f` is not a number there.
 */
export function findRoot(f: (x: number) => number, { low, high }: Bracket, relative = 1e-13): number | undefined {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return undefined;
  let [c, fc, step, last] = [a, fa, b - a, b - a];
  for (let turn = 0; turn < 200; turn++) {
    if (fb * fc > 0) [c, fc, step, last] = [a, fa, b - a, b - a];
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + 0.5 * relative * Math.max(Math.abs(b), 1e-30);
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    [step, last] = nextStep({ a, b, c, fa, fb, fc, half, tolerance, last, step });
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = f(b);
    if (Number.isNaN(fb)) return undefined;
  }
  return b;
}

interface State {
  a: number;
  b: number;
  c: number;
  fa: number;
  fb: number;
  fc: number;
  half: number;
  tolerance: number;
  last: number;
  step: number;
}

/** Inverse quadratic or secant step when it stays well inside the bracket, bisection otherwise. */
function nextStep({ a, b, c, fa, fb, fc, half, tolerance, last, step }: State): [number, number] {
  if (Math.abs(last) < tolerance || Math.abs(fa) <= Math.abs(fb)) return [half, half];
  const s = fb / fa;
  const [q0, r] = [fa / fc, fb / fc];
  let p = a === c ? 2 * half * s : s * (2 * half * q0 * (q0 - r) - (b - a) * (r - 1));
  let q = a === c ? 1 - s : (q0 - 1) * (r - 1) * (s - 1);
  if (p > 0) q = -q;
  p = Math.abs(p);
  const inside = 2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(last * q));
  return inside ? [p / q, step] : [half, half];
}

/** Where `f` is smallest between `low` and `high`: a grid of `cells`, then golden sections around the best point. */
export function findLowest(f: (x: number) => number, { low, high }: Bracket, cells = 200): number {
  let best = low;
  let least = f(low);
  for (let k = 1; k <= cells; k++) {
    const x = low + ((high - low) * k) / cells;
    const value = f(x);
    if (value < least) [best, least] = [x, value];
  }
  const width = (high - low) / cells;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [Math.max(low, best - width), Math.min(high, best + width)];
  let [x1, x2] = [b - golden * (b - a), a + golden * (b - a)];
  let [f1, f2] = [f(x1), f(x2)];
  for (let turn = 0; turn < 60 && b - a > 1e-12 * (1 + Math.abs(a)); turn++) {
    if (f1 <= f2) {
      [b, x2, f2] = [x2, x1, f1];
      x1 = b - golden * (b - a);
      f1 = f(x1);
    } else {
      [a, x1, f1] = [x1, x2, f2];
      x2 = a + golden * (b - a);
      f2 = f(x2);
    }
  }
  const middle = (a + b) / 2;
  return f(middle) <= least ? middle : best;
}
