import { say } from "../../base/message.ts";
import { render } from "../language.ts";

/** `1 error`, `3 errors`. */
export function errorsText(count: number): string {
  return render(count === 1 ? say`1 error` : say`${count} errors`);
}

/** `1 warning`, `3 warnings`. */
export function warningsText(count: number): string {
  return render(count === 1 ? say`1 warning` : say`${count} warnings`);
}

/** `1 hint`, `3 hints`. */
export function hintsText(count: number): string {
  return render(count === 1 ? say`1 hint` : say`${count} hints`);
}

/** `1 file`, `3 files`. */
export function filesText(count: number): string {
  return render(count === 1 ? say`1 file` : say`${count} files`);
}

/** `1 finding`, `3 findings`. */
export function findingsText(count: number): string {
  return render(count === 1 ? say`1 finding` : say`${count} findings`);
}

/** `1 fix`, `3 fixes`. */
export function fixesText(count: number): string {
  return render(count === 1 ? say`1 fix` : say`${count} fixes`);
}
