import { code, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import { docsUrl } from "../../rules/docs-url.ts";
import { RULES } from "../../rules/registry.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";
import type { Paint } from "../terminal/paint.ts";

export const explainCommand: Command = {
  operands: "[rule]",
  about:
    "Shows the page of a rule: what it reports, why it matters, how to fix it. Without a rule: all rules.\nNeeds no network.",
  options: {},
  words: RULES.map(({ id }) => id),
  examples: [
    { line: "training-spec explain", does: "All rules, by family" },
    { line: "training-spec explain missing-baseline", does: "One rule" },
  ],
  run: explain,
};

async function explain({ operands, io, paint, tell }: Call): Promise<ExitCode> {
  const [id, ...more] = operands;
  if (id === undefined) {
    await io.stdout.write(listOfRules(paint));
    return CLEAN;
  }
  if (more.length > 0) {
    await tell.problem(render(say`One rule at a time: ${code(id)}, then ${code(more.join(" "))}.`));
    return USAGE;
  }
  const rule = RULES.find((each) => each.id === id);
  const { pageOf } = await import("../../rules/pages.ts");
  const page = pageOf(id);
  if (!rule || page === undefined) {
    await tell.problem(render(unknownRule(id)));
    return USAGE;
  }
  const { renderMarkdown } = await import("../terminal/markdown.ts");
  const columns = Math.max(40, Math.min(io.stdout.columns ?? MAX_COLUMNS, MAX_COLUMNS));
  const [title = "", ...rest] = renderMarkdown(page, { paint, columns }).split("\n");
  const docs = paint.dim(docsUrl(id));
  await io.stdout.write(`${title}  ${traits(rule, paint)}\n${rest.join("\n")}\n${docs}\n`);
  return CLEAN;
}

/** Longer lines are hard to read. */
const MAX_COLUMNS = 100;

function traits({ severity, kind, fixable }: Rule, paint: Paint): string {
  const words = [kind === "gap" ? `${severity}, in a draft hint` : severity, ...(fixable ? ["offers a fix"] : [])];
  return paint.dim(`(${words.join("; ")})`);
}

function unknownRule(id: string) {
  const meant = nearest(
    id,
    RULES.map((rule) => rule.id),
  );
  const problem = say`No rule is named ${code(id)}.`;
  return meant
    ? say`${problem} Did you mean ${code(meant)}?`
    : say`${problem} ${code("training-spec explain")} lists all.`;
}

function listOfRules(paint: Paint): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  const families = [...new Set(RULES.map(({ family }) => family))].map((family) => {
    const lines = RULES.filter((rule) => rule.family === family).map(
      ({ id, severity, summary }) =>
        `  ${id.padEnd(width)}  ${paint[severity](severity.padEnd(7))}  ${render({ key: summary, values: [] })}`,
    );
    return [paint.bold(family), ...lines].join("\n");
  });
  return `${families.join("\n\n")}\n\n${RULES.length} rules. \`training-spec explain <rule>\` shows the page of one.\n`;
}
