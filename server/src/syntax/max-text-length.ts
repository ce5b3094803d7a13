/** Longest text that is read, in UTF-16 units. A spec has some ten thousand; the bound keeps time and memory bounded. */
export const MAX_TEXT_LENGTH = 3_000_000;
