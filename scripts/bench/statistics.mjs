export function median(numbers) {
  if (numbers.length === 0) return Number.NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The k for which work grows as size to the power of k; 1 is in step with the size. */
export function growthExponent(small, large, timesLarger) {
  return Math.log(large / small) / Math.log(timesLarger);
}
