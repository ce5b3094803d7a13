import { code, say } from "../../base/message.ts";
import { defineRule } from "../rule.ts";

export const vagueAudience = defineRule({
  id: "vague-audience",
  family: "need",
  severity: "warning",
  kind: "conflict",
  summary: "An audience is everyone, and no role.",
  decidedBy: "wording",
  on: "audience",
  *check({ id, role }, context) {
    const { languages, words } = context.settings;
    if (!role || context.isExempt || !languages.includes("en")) return;
    const text = role.value.trim().toLowerCase();
    if (words.roles.has(text) || !EVERYONE.test(text)) return;
    yield {
      span: role.span,
      message: say`${code(role.value.trim())} is no role: nobody knows what ${code(id)} would do differently at work.`,
      help: say`Name the role whose work moves the metric, with its size. Where several roles are trained, each is an audience of its own.`,
    };
  },
});

/** The whole text, so that a role in which such a word occurs is none. */
const EVERYONE = new RegExp(
  `^(?:${[
    String.raw`(?:(?:all|any|every|our|the|whole|entire|general|various|different|relevant|interested|selected|target)\s+)*(?:everyone|everybody|anyone|anybody|all|staff|staff members?|employees?|people|persons?|workers|workforce|teams?|personnel|company|organi[sz]ation|business|departments?|colleagues?|learners?|participants?|attendees?|audience|target group|associates|members of staff|roles)`,
    String.raw`(?:all|everyone|everybody|anyone|all (?:staff|employees|people|colleagues))\s+(?:at|in|across|of|within)\s+(?:(?:the|our|all)\s+)*(?:company|organi[sz]ation|business|firm|group|departments?|sites?|locations?|teams?)`,
    String.raw`(?:everyone|everybody|anyone|all)\s+(?:who|that)\s+(?:is|are)\s+interested`,
    "company-?wide|organi[sz]ation-?wide|open to all",
  ].join("|")})[.!]?$`,
);
