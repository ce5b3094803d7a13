import type { Env } from "./inputs.ts";

/** GitHub takes no longer comment (its API answers "body is too long"). */
const MOST = 65_536;

/** The comparison, below it the findings; where those are too long, how many there are and where they stand. */
export function commentText(comparison: string, findings: string, env: Env): string {
  const whole = `${comparison}\n${findings}`;
  if (whole.length <= MOST) return whole;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return `${comparison}\n${headline(findings)}\n\n[All findings](${server}/${repository}/actions/runs/${run})\n`;
}

/** The first line of the findings: how many there are. */
export function headline(findings: string): string {
  return findings.split("\n", 1)[0] ?? "";
}
