/** What a run has measured: names such as `ours/keystroke/300` → numbers, and why some names have none. */
export class Samples {
  numbers = new Map();
  troubles = new Map();

  add(name, number) {
    this.numbers.set(name, [...(this.numbers.get(name) ?? []), number]);
  }

  /** From now on the name does not count, whatever was measured: the tool did not find what was planted, or failed. */
  refuse(name, reason) {
    this.numbers.delete(name);
    this.troubles.set(name, { refused: true, reason });
  }

  /** It was not measured, and that is nobody's fault. */
  skip(name, reason) {
    this.troubles.set(name, { refused: false, reason });
  }

  /** Of those that have no samples yet. */
  skipAll(names) {
    for (const name of names) if (!this.numbers.has(name)) this.skip(name, "it did not fit into the time of this run");
  }

  isRefused(name) {
    return this.troubles.get(name)?.refused === true;
  }
}
