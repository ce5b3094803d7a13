import type { SharedProgram } from "./shared-program.ts";
import type { SpecFile } from "./spec-file.ts";

/** A program of the workspace with what it says about people, goals and money. */
export interface PortfolioProgram {
  readonly file: SpecFile;
  readonly program: SharedProgram;
  /** What people call it: its title, else its id. */
  readonly name: string;
  readonly status: string;
}

/** Planned or running: people's time and money go into it. */
export function isUnderWay(status: string): boolean {
  return status === "planned" || status === "live";
}
