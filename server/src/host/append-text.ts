import { appendFileSync } from "node:fs";

/** Adds to the end of a file, which is made where there is none. Gives the code of the system when that fails. */
export function appendText(path: string, text: string): string | undefined {
  try {
    appendFileSync(path, text);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
