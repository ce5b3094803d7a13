import { at } from "./matrix.ts";

/**
 * The value that has `index` others before it in order, put there, with none that is larger before it and none that is
 * smaller behind it (quickselect, Hoare 1961): a percentile without sorting.
 */
export function putInPlace(values: Float64Array, index: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = middleOf(at(values, low), at(values, (low + high) >> 1), at(values, high));
    let [left, right] = [low, high];
    while (left <= right) {
      while (at(values, left) < pivot) left++;
      while (at(values, right) > pivot) right--;
      if (left > right) break;
      const moved = at(values, left);
      values[left++] = at(values, right);
      values[right--] = moved;
    }
    if (index <= right) high = right;
    else if (index >= left) low = left;
    else break;
  }
  return at(values, index);
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
