import { at, dot, Matrix, multiply, multiplyTransposed } from "./matrix.ts";

/**
 * A least-squares fit kept as Q and R⁻¹ (design = QR), which is all that any standard error of one contrast needs:
 * with a = R⁻ᵀc, row i moves the contrast by qᵢ·a, and the classical variance is σ²·a·a.
 */
export class LeastSquaresFit {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly q: Matrix;
  /** Rows less coefficients. */
  readonly df: number;
  /** Residual sum of squares. */
  readonly rss: number;
  readonly #inverse: Matrix;

  constructor(q: Matrix, inverse: Matrix, y: ArrayLike<number>) {
    this.q = q;
    this.#inverse = inverse;
    const projected = multiplyTransposed(q, y);
    this.coefficients = multiply(inverse, projected);
    const fitted = multiply(q, projected);
    this.residuals = fitted.map((value, i) => at(y, i) - value);
    this.df = q.rows - q.columns;
    this.rss = dot(this.residuals, this.residuals);
  }

  /** R⁻ᵀc for a contrast c of the coefficients. */
  contrast(weights: readonly number[]): Float64Array {
    return multiplyTransposed(this.#inverse, weights);
  }

  /** How far each row moves the contrast: x'ᵢ(X'X)⁻¹c. */
  influence(weights: readonly number[]): Float64Array {
    return multiply(this.q, this.contrast(weights));
  }

  /** Whether the residuals are more than rounding: without, no standard error means anything. */
  varies(y: ArrayLike<number>): boolean {
    return this.rss > 1e-22 * dot(y, y);
  }
}

/**
 * Least squares of `y` on the columns of `design`, by Gram–Schmidt done twice. `undefined` when there are fewer rows
 * than columns or a column is a combination of others. `y` all zero is allowed, to get at the design alone.
 */
export function fitLeastSquares(
  design: readonly (readonly number[])[],
  y: ArrayLike<number>,
): LeastSquaresFit | undefined {
  const split = orthogonalise(Matrix.of(design));
  return split && new LeastSquaresFit(split.q, split.inverse, y);
}

function orthogonalise(x: Matrix): { q: Matrix; inverse: Matrix } | undefined {
  const k = x.columns;
  if (x.rows < k || k === 0) return undefined;
  const basis: Float64Array[] = [];
  const r = new Matrix(k, k);
  for (let j = 0; j < k; j++) {
    const v = x.column(j);
    const before = Math.sqrt(dot(v, v));
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((u, i) => {
        const part = dot(u, v);
        r.put(i, j, r.at(i, j) + part);
        for (let row = 0; row < v.length; row++) v[row] = at(v, row) - part * at(u, row);
      });
    }
    const after = Math.sqrt(dot(v, v));
    if (!(after > 1e-10 * before)) return undefined;
    r.put(j, j, after);
    basis.push(v.map((value) => value / after));
  }
  const q = new Matrix(x.rows, k);
  basis.forEach((u, j) => {
    for (let i = 0; i < x.rows; i++) q.put(i, j, at(u, i));
  });
  return { q, inverse: invertUpper(r) };
}

function invertUpper(r: Matrix): Matrix {
  const k = r.rows;
  const made = new Matrix(k, k);
  for (let j = 0; j < k; j++) {
    made.put(j, j, 1 / r.at(j, j));
    for (let i = j - 1; i >= 0; i--) {
      let total = 0;
      for (let m = i + 1; m <= j; m++) total += r.at(i, m) * made.at(m, j);
      made.put(i, j, -total / r.at(i, i));
    }
  }
  return made;
}
