import { code, say } from "../../base/message.ts";
import { findSymbol } from "../../workspace/resolve.ts";
import { defineRule } from "../rule.ts";

export const unusedDefinition = defineRule({
  id: "unused-definition",
  family: "links",
  severity: "hint",
  kind: "conflict",
  fromAbsence: true,
  summary: "A metric of a catalog that no program of the workspace uses.",
  decidedBy: "links",
  on: "catalogMetric",
  *check(definition, context) {
    const { workspace, file } = context;
    if (!workspace.hasPrograms) return;
    const target = findSymbol(context, "definition", definition.id);
    if (target?.file !== file || workspace.portfolio.usesDefinition(file, definition.id)) return;
    yield {
      span: definition.key,
      message: say`No program of this workspace uses ${code(definition.id)}.`,
      help: say`Take it into a program with ${code(`use: ${definition.id}`)}, or remove it if nobody needs it.`,
      tag: "unnecessary",
    };
  },
});
