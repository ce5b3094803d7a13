/** A field that one types into or picks from. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

interface Known {
  /** What stands in the text, as far as the page knows. */
  base: string;
  /** What is on its way into the text. */
  sent: string | undefined;
}

/** What is typed and not written yet. It is never overwritten: neither while somebody types, nor on its way. */
export class PendingTexts {
  readonly #known = new WeakMap<Control, Known>();

  /** Puts what stands in the text into all fields but those that somebody is changing. */
  sync(root: ParentNode): void {
    for (const control of root.querySelectorAll<Control>("[data-control]")) {
      const wanted = control.dataset.value ?? "";
      const known = this.#known.get(control);
      if (!known) {
        control.value = wanted;
        this.#known.set(control, { base: wanted, sent: undefined });
      } else {
        const isPending =
          known.sent !== undefined || (document.activeElement === control && control.value !== known.base);
        known.base = wanted;
        if (!isPending && control.value !== wanted) control.value = wanted;
      }
      if (control instanceof HTMLTextAreaElement) fit(control);
    }
  }

  isPending(control: Control): boolean {
    const known = this.#known.get(control);
    return known !== undefined && known.sent === undefined && control.value !== known.base;
  }

  /** Takes what is typed to be written; undefined where nothing is. */
  take(control: Control): string | undefined {
    const known = this.#known.get(control);
    if (!known || !this.isPending(control)) return undefined;
    known.sent = control.value;
    return control.value;
  }

  /** What was taken has been written, or could not be: then it stays in the field, to be mended. */
  settle(control: Control, isWritten: boolean): void {
    const known = this.#known.get(control);
    if (!known) return;
    if (isWritten && known.sent !== undefined) {
      known.base = known.sent;
      control.dataset.value = known.sent;
    }
    known.sent = undefined;
  }

  /** Forgets what is typed. */
  revert(control: Control): void {
    control.value = this.#known.get(control)?.base ?? "";
    if (control instanceof HTMLTextAreaElement) fit(control);
  }
}

export function isControl(target: EventTarget | null): target is Control {
  return target instanceof Element && target.matches("[data-control]");
}

/** As high as its text. */
export function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`;
}
