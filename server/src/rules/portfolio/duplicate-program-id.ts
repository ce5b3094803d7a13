import { code, say } from "../../base/message.ts";
import { fileName } from "../../workspace/uri.ts";
import { changeTo } from "../change-to.ts";
import { defineRule } from "../rule.ts";

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const duplicateProgramId = defineRule({
  id: "duplicate-program-id",
  family: "portfolio",
  severity: "error",
  kind: "conflict",
  summary: "Two programs of the workspace have one id.",
  decidedBy: "links",
  fixable: true,
  on: "program",
  *check({ id }, context) {
    if (!id) return;
    const { portfolio } = context.workspace;
    const others = portfolio.withId(id.value).filter(({ file }) => file !== context.source);
    // What the configuration leaves out is no part of the portfolio.
    if (others.length === 0 || !portfolio.holds(context.source)) return;
    const stem = fileName(context.source.uri).replace(/\.training\.ya?ml$/i, "");
    yield {
      span: id.span,
      message:
        others.length === 1
          ? say`Another program has the id ${code(id.value)} too.`
          : say`${others.length} other programs have the id ${code(id.value)} too.`,
      help: say`Results and history are filed under the id: give the newer program one of its own. A copy of a program is a new program.`,
      related: others
        .slice(0, 8)
        .flatMap(({ program, name }) =>
          program.id ? [{ span: program.id.span, message: say`It is the id of ${code(name)} here.` }] : [],
        ),
      fixes: changeTo(
        id.span,
        [stem].filter((name) => ID.test(name) && portfolio.withId(name).length === 0),
      ),
    };
  },
});
