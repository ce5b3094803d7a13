import { say } from "../base/message.ts";
import { named, part } from "./policies-measure.ts";
import { type Judge, judged, type Policies, presence, ranked, replaced, whenIt, wording } from "./policy.ts";

const need = { topic: "need", audiences: ["business"] } as const;
const waiver = { topic: "waiver", audiences: ["business", "learning"] } as const;
const owner = { topic: "owner", audiences: ["business", "learning"] } as const;

const STATUS: readonly string[] = ["draft", "planned", "live", "evaluated", "retired"];

const status: Judge = presence(
  ({ before, after }) => {
    const [a, b] = [String(before?.value), String(after?.value)];
    if (STATUS.indexOf(b) < STATUS.indexOf(a))
      return judged("weakened", say`It is treated as less finished, so less is asked of it.`);
    if (b === "retired" && a !== "evaluated") return judged("weakened", say`It ends without having been evaluated.`);
    return judged("clarified", say`It has moved on.`);
  },
  { gone: say`It counts as planned.` },
);

const launch: Judge = presence(
  ({ before, after }) =>
    Number(after?.value) > Number(before?.value)
      ? judged("weakened", say`It starts later, and what is counted from launch moves with it.`)
      : judged("strengthened", say`It starts earlier, and what is counted from launch moves with it.`),
  { gone: say`Nobody knows when it starts.`, fresh: say`It now says when it starts.` },
);

/** The person who answers for the result should not be the one who builds the program. */
function ownerOf(role: "business" | "finance" | "learning"): Judge {
  return presence(
    (_, { after }) => {
      const { owners } = after;
      const others = [owners?.learning?.value, owners?.business?.value, owners?.finance?.value];
      const count = others.filter((each) => each !== undefined && each === owners?.[role]?.value).length;
      return count > 1
        ? judged("weakened", say`One person now answers for two things that should check each other.`)
        : judged("clarified", say`Somebody else answers for it.`);
    },
    { gone: say`Nobody answers for it any more.`, fresh: say`Somebody answers for it now.` },
  );
}

/** The argument of a program: its header, its need, and what it is excused from. */
export const PROGRAM_POLICIES: Policies = {
  status: { topic: "status", audiences: ["business", "learning"], subject: () => say`Status`, judge: status },
  tier: {
    topic: "status",
    audiences: ["business", "finance"],
    goalpost: "settled",
    subject: () => say`Tier`,
    judge: ranked(["strategic", "tactical"], {
      weaker: say`No money case and only weaker proof are asked for.`,
      stronger: say`A money case and sounder proof are asked for.`,
    }),
  },
  launch: {
    topic: "date",
    audiences: ["business", "learning"],
    goalpost: "settled",
    subject: () => say`Launch`,
    judge: launch,
  },
  "owners.learning": { ...owner, subject: () => say`Owner for the learning`, judge: ownerOf("learning") },
  "owners.business": { ...owner, subject: () => say`Owner for the business result`, judge: ownerOf("business") },
  "owners.finance": {
    ...owner,
    audiences: ["finance", "business"],
    subject: () => say`Owner for the money`,
    judge: ownerOf("finance"),
  },
  owners: {
    ...owner,
    subject: () => say`Owners`,
    judge: part(say`Nobody answers for the program any more.`, say`Somebody answers for the program now.`),
  },
  need: {
    ...need,
    subject: () => say`Need`,
    judge: part(say`Nobody knows which problem it answers.`, say`It now says which problem it answers.`),
  },
  "need.problem": { ...need, subject: () => say`Problem`, judge: wording(say`Nobody knows which problem it answers.`) },
  "need.goal": {
    ...need,
    subject: () => say`Goal that the program serves`,
    judge: replaced(say`It now serves another goal.`, say`It serves no goal any more.`),
  },
  "need.cost-of-gap": {
    ...need,
    audiences: ["business", "finance"],
    subject: () => say`What the problem costs`,
    judge: whenIt("up", {
      weaker: say`The problem now looks more costly.`,
      stronger: say`The problem now looks less costly.`,
    }),
  },
  "need.exempt": {
    ...need,
    audiences: ["business", "finance"],
    goalpost: "settled",
    subject: () => say`Exemption from a business result`,
    judge: ({ before, after }) =>
      after
        ? judged(
            "weakened",
            before ? say`It is excused for another reason.` : say`It no longer has to change a business number.`,
          )
        : judged("strengthened", say`It has to change a business number now.`),
  },
  "need.reason": {
    ...need,
    subject: () => say`Reason for the exemption`,
    judge: wording(say`Nobody knows why it is exempt.`),
  },
  "need.causes": {
    ...need,
    subject: () => say`Cause`,
    judge: part(
      say`A cause of the problem is no longer named.`,
      say`One more cause of the problem is named.`,
      "clarified",
    ),
  },
  "need.causes.action": {
    ...need,
    subject: () => say`Action on a cause that training does not answer`,
    judge: wording(say`Nobody acts on this cause any more.`),
  },
  "need.causes.*": {
    ...need,
    subject: named((field) => say`Cause (${field})`),
    judge: wording(say`Less is said of this cause.`),
  },
  waivers: {
    ...waiver,
    subject: () => say`Waiver`,
    judge: ({ after }) =>
      after ? judged("weakened", say`A rule is set aside.`) : judged("strengthened", say`The rule counts again.`),
  },
  "waivers.until": {
    ...waiver,
    subject: () => say`Last day of a waiver`,
    judge: whenIt(
      "up",
      { weaker: say`The rule is set aside for longer.`, stronger: say`The rule counts again sooner.` },
      say`The rule is set aside for ever.`,
    ),
  },
  "waivers.*": {
    ...waiver,
    subject: named((field) => say`Waiver (${field})`),
    judge: wording(say`Less is said of why the rule is set aside.`),
  },
};
