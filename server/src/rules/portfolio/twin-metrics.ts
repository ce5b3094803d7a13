import { code, say } from "../../base/message.ts";
import { fileName } from "../../workspace/uri.ts";
import { defineRule } from "../rule.ts";

export const twinMetrics = defineRule({
  id: "twin-metrics",
  family: "portfolio",
  severity: "warning",
  kind: "conflict",
  summary: "A metric is defined twice: same formula, same unit, same report.",
  decidedBy: "wording",
  on: "definition",
  *check({ metric }, context) {
    if (context.isProgram && metric.use) return;
    const twins = context.workspace.portfolio.twinsOf(context.source, metric);
    const [first] = twins;
    if (!first) return;
    const where = first.file === context.source ? say`here too` : say`in ${code(fileName(first.file.uri))} too`;
    yield {
      span: metric.key,
      message: say`What ${code(metric.id)} measures is defined as ${code(first.definition.id)} ${where}.`,
      help: say`Define it once in a catalog and take it with ${code(`use: ${first.definition.id}`)}: two definitions drift apart, and their numbers cannot be added. If they differ, say in ${code("definition")} or ${code("source")} how.`,
      related: twins.map(({ definition }) => ({
        span: definition.key,
        message: say`${code(definition.id)} is defined here.`,
      })),
    };
  },
});
