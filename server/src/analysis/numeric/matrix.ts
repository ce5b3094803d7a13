/** Element `i` of a list that is known to have one; NaN shows a bug instead of hiding it. */
export function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? Number.NaN;
}

/** Sum of the values. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Sum of the products of two lists of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += at(a, i) * at(b, i);
  return total;
}

/** A dense matrix, row by row. */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.data = new Float64Array(rows * columns);
  }

  /** A matrix with these rows, which must have one length. */
  static of(rows: readonly ArrayLike<number>[]): Matrix {
    const made = new Matrix(rows.length, rows[0]?.length ?? 0);
    rows.forEach((row, i) => {
      for (let j = 0; j < made.columns; j++) made.put(i, j, at(row, j));
    });
    return made;
  }

  at(i: number, j: number): number {
    return at(this.data, i * this.columns + j);
  }

  put(i: number, j: number, value: number): void {
    this.data[i * this.columns + j] = value;
  }

  row(i: number): Float64Array {
    return this.data.subarray(i * this.columns, (i + 1) * this.columns);
  }

  column(j: number): Float64Array {
    return Float64Array.from({ length: this.rows }, (_, i) => this.at(i, j));
  }
}

/** A·x. */
export function multiply(a: Matrix, x: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: a.rows }, (_, i) => dot(a.row(i), x));
}

/** Aᵀ·x. */
export function multiplyTransposed(a: Matrix, x: ArrayLike<number>): Float64Array {
  const made = new Float64Array(a.columns);
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) made[j] = at(made, j) + a.at(i, j) * at(x, i);
  return made;
}

/** AᵀA over the given rows (all when absent). */
export function crossProduct(a: Matrix, rows?: readonly number[]): Matrix {
  const made = new Matrix(a.columns, a.columns);
  for (const i of rows ?? Array.from({ length: a.rows }, (_, i) => i)) {
    for (let j = 0; j < a.columns; j++)
      for (let k = 0; k < a.columns; k++) made.put(j, k, made.at(j, k) + a.at(i, j) * a.at(i, k));
  }
  return made;
}

/**
 * Pivots of a symmetric positive definite matrix in the order of its columns: the product of the first k is the
 * determinant of the leading k × k block, and the last is what is left of the last column given the others.
 */
export function pivotsOf(symmetric: Matrix): Float64Array {
  const n = symmetric.rows;
  const a = Float64Array.from(symmetric.data);
  for (let k = 0; k < n; k++) {
    const pivot = at(a, k * n + k);
    for (let i = k + 1; i < n; i++) {
      const share = at(a, i * n + k) / pivot;
      for (let j = k + 1; j < n; j++) a[i * n + j] = at(a, i * n + j) - share * at(a, k * n + j);
    }
  }
  return Float64Array.from({ length: n }, (_, i) => at(a, i * n + i));
}

/** Eigenvalues and eigenvectors (columns) of a symmetric matrix, by cyclic Jacobi rotations. */
export function eigen(symmetric: Matrix): { values: Float64Array; vectors: Matrix } {
  const n = symmetric.rows;
  const a = new Matrix(n, n);
  a.data.set(symmetric.data);
  const vectors = new Matrix(n, n);
  for (let i = 0; i < n; i++) vectors.put(i, i, 1);
  const size = dot(a.data, a.data);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a.at(p, q) ** 2;
    if (off <= 1e-30 * size) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (a.at(p, q) !== 0) rotate(a, vectors, [p, q]);
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a.at(i, i)), vectors };
}

function rotate(a: Matrix, vectors: Matrix, [p, q]: readonly [number, number]): void {
  const n = a.rows;
  const theta = (a.at(q, q) - a.at(p, p)) / (2 * a.at(p, q));
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const rotation = { c, s: t * c };
  for (let k = 0; k < n; k++) turn(a.data, { one: k * n + p, two: k * n + q }, rotation);
  for (let k = 0; k < n; k++) turn(a.data, { one: p * n + k, two: q * n + k }, rotation);
  for (let k = 0; k < n; k++) turn(vectors.data, { one: k * n + p, two: k * n + q }, rotation);
}

function turn(
  data: Float64Array,
  { one, two }: { one: number; two: number },
  { c, s }: { c: number; s: number },
): void {
  const [x, y] = [at(data, one), at(data, two)];
  data[one] = c * x - s * y;
  data[two] = s * x + c * y;
}
