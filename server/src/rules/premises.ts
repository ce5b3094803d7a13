import type { Context } from "../workspace/context.ts";
import { isSameAnswer, type Question } from "../workspace/looks.ts";

/** That a question has an answer: what findings rest on. Once the answer is another one, the premise is over for good. */
export interface Premise {
  readonly question: Question;
  isOver: boolean;
  /** The pass in which it was last looked at. */
  pass: number;
}

/** The premises of what was said of a file, each of them one object: so that a question is asked once in a pass. */
export class Premises {
  readonly #all = new Map<Question["about"], Map<string, Premise>>();
  #changed = 0;
  #pass = 0;

  /** Begins a pass: `changed` are bits of the facets that may differ from the last one. */
  renew(changed: number): void {
    this.#changed = changed;
    this.#pass++;
  }

  forget(): void {
    this.#all.clear();
  }

  /** Bits of the facets that may differ from the last pass. */
  get changed(): number {
    return this.#changed;
  }

  get pass(): number {
    return this.#pass;
  }

  /** The premise that a question has the answer that it has just been given. */
  of(question: Question): Premise {
    const { about, id, answer } = question;
    const sorted = this.#all.get(about) ?? new Map<string, Premise>();
    this.#all.set(about, sorted);
    const known = sorted.get(id);
    if (known && !known.isOver && isSameAnswer(known.question.answer, answer)) {
      known.pass = this.#pass;
      return known;
    }
    if (known) known.isOver = true;
    const premise = { question, isOver: false, pass: this.#pass };
    sorted.set(id, premise);
    return premise;
  }

  hold(premises: readonly Premise[], context: Context): boolean {
    for (const premise of premises) {
      if (premise.pass !== this.#pass) {
        premise.pass = this.#pass;
        const { facets } = premise.question;
        if ((facets & this.#changed) !== 0 && !context.stillAnswers(premise.question)) premise.isOver = true;
      }
      if (premise.isOver) return false;
    }
    return true;
  }
}
