import { formatDay } from "../base/date.ts";
import { type Message, type MessageValue, say } from "../base/message.ts";
import type { SpecDocument } from "../model/spec.ts";
import type { Time } from "../model/time.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import type { Target } from "../workspace/resolve.ts";
import { fileName, isConfigUri } from "../workspace/uri.ts";
import { fromTo, limitWords } from "./measure-words.ts";
import { given, joined } from "./words.ts";

/** What a name stands for, in one line: its meaning, its numbers, and the file it comes from where that is another. */
export function inOneLine(context: Context, { file, symbol }: Target): Message {
  const home = file === context.file ? context : context.snapshot.context(file.uri);
  const parts = home ? wordsOf(home, symbol.kind, symbol.name) : [];
  return joined([...parts, file === context.file ? undefined : fileName(file.uri)], " · ");
}

type Words = readonly (MessageValue | undefined)[];

/** `home`: the document that defines it. */
function wordsOf(home: Context, kind: Target["symbol"]["kind"], name: string): Words {
  switch (kind) {
    case "metric":
    case "definition":
      return metricWords(home.metrics.get(name));
    case "behavior": {
      const behavior = home.behaviors.get(name);
      return [
        behavior?.does?.value,
        fromTo(
          behavior?.baseline,
          behavior?.target,
          behavior?.unit?.value ?? (behavior?.baseline?.unit ? undefined : "%"),
        ),
      ];
    }
    case "objective":
      return [home.objectives.get(name)?.can?.value, home.objectives.get(name)?.level?.value];
    case "activity":
      return [home.activities.get(name)?.title?.value];
    case "assessment":
      return [home.assessments.get(name)?.type?.value, timeWords(home.assessments.get(name)?.when?.value)];
    case "audience": {
      const audience = home.audience.get(name);
      return [audience?.role?.value, audience?.size && say`${audience.size.value} people`];
    }
    case "decision":
      return [home.decisions.get(name)?.then?.value];
    case "point": {
      const point = home.points.get(name);
      const day = home.dayOf(point?.when);
      const words = timeWords(point?.when?.value);
      const isDay = point?.when?.value.kind === "day";
      return [point?.phase?.value, words, day === undefined || isDay ? undefined : formatDay(day)];
    }
    case "person":
      return [home.people.get(name)?.name?.value, home.people.get(name)?.role?.value];
    case "goal":
      return [home.goals.get(name)?.statement?.value];
    case "rate": {
      const rate = home.rates.get(name);
      return [rate && say`${rate.value} per hour`];
    }
  }
}

function metricWords(view: MetricView | undefined): Words {
  if (!view) return [];
  const { metric } = view;
  const unit = view.unit?.value;
  const numbers = fromTo(metric.baseline, metric.target, unit);
  return [
    view.library && view.name?.value === view.library.name ? given(view.library.name) : view.name?.value,
    metric.role?.value,
    numbers ?? unit,
    metric.limit && limitWords(metric.limit, unit),
  ];
}

/** As a spec writes it: `launch + 42 days`. */
export function timeWords(time: Time | undefined): string | undefined {
  if (!time) return undefined;
  if (time.kind === "day") return formatDay(time.day);
  if (time.count === 0) return "launch";
  return `launch ${time.count < 0 ? "-" : "+"} ${Math.abs(time.count)} ${time.unit}`;
}

/** What kind of document a file is, also where it cannot be read: a program unless its name or its text says otherwise. */
export function documentKind({ uri, text }: SyntaxTree): SpecDocument["is"] {
  if (isConfigUri(uri)) return "config";
  return /^["']?kind["']?[ \t]*:[ \t]*["']?catalog\b/m.test(text) ? "catalog" : "program";
}
