/** Whether two texts name the same role: case, hyphens, plurals and British spelling do not count. */
export function sameRole(a: string, b: string): boolean {
  return plainRole(a) === plainRole(b);
}

/** The text by which a role is found again. */
export function plainRole(role: string): string {
  const words = role.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.replace(/centre/g, "center").replace(/(?<=\p{L}{3})s$/u, "")).join(" ");
}
