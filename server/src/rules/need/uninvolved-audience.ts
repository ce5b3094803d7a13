import { code, listOf, say } from "../../base/message.ts";
import { sameRole } from "../../workspace/same-role.ts";
import { defineRule } from "../rule.ts";

export const uninvolvedAudience = defineRule({
  id: "uninvolved-audience",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "The role that is trained does not influence the metric it should move.",
  decidedBy: "links",
  on: "behavior",
  *check({ id, audience, moves }, context) {
    const groups = [...context.audience.values()];
    const group = audience ? context.audience.get(audience.value) : groups.length === 1 ? groups[0] : undefined;
    const role = group?.role;
    if (!role) return;
    for (const move of moves?.items ?? []) {
      const influencedBy = context.metrics.get(move.value)?.influencedBy;
      const roles = influencedBy?.items.map(({ value }) => value) ?? [];
      if (!influencedBy || roles.length === 0 || roles.some((each) => sameRole(each, role.value))) continue;
      yield {
        span: move.span,
        message: say`${code(move.value)} is influenced by ${listOf(roles)}, and the behavior ${code(id)} is that of ${code(role.value)}.`,
        help: say`Train those whose work moves the number, or add the role to ${code("influenced-by")} where the metric is defined, once its owner agrees.`,
        related: [
          { span: influencedBy.key, message: say`Who influences it stands here.` },
          { span: role.span, message: say`The role that is trained stands here.` },
        ],
      };
    }
  },
});
