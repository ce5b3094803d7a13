import { formatNumber } from "../base/message.ts";
import type { ResultRow } from "../results/results-file.ts";

/** `72.6, n 480, sd 12` */
export function wordsOfRow({ value, n, sd }: ResultRow): string {
  const parts = [
    value && formatNumber(value.value),
    n && `n ${formatNumber(n.value)}`,
    sd && `sd ${formatNumber(sd.value)}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ") || "(cannot be read)";
}
