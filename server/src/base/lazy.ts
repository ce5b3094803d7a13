/** Makes a value at the first call and hands out the same one ever after, so that importing costs nothing. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
