import { code, type Message, say } from "../base/message.ts";
import type { Duration } from "../model/time.ts";
import type { Context } from "../workspace/context.ts";
import { forecastOf, type MetricForecast, type MoneyForecast } from "./forecast.ts";
import { changeIn } from "./forecast-benefit.ts";
import { type Derived, hasRange, type Input, money, type NotKnown, rounded } from "./forecast-figure.ts";
import type { Odds } from "./forecast-odds.ts";

/** `USD 311,000`, or why it is not known. */
export function inMoney(derived: Derived, currency: string | undefined): Message {
  return derived.kind === "figure" ? money(derived.value, currency) : whyNot(derived);
}

export function whyNot({ because }: NotKnown): Message {
  return say`not estimable because ${because}`;
}

/** `175 %`, `2.75`, `4.37 months`. */
export function inDigits(derived: Derived, unit = ""): Message {
  if (derived.kind === "not-estimable") return whyNot(derived);
  if (unit === "months") return say`${rounded(derived.value)} months`;
  return unit === "" ? say`${rounded(derived.value)}` : say`${rounded(derived.value)} ${unit}`;
}

/** `12 months`. */
export function durationText({ count, unit }: Duration): Message {
  switch (unit) {
    case "days":
      return count === 1 ? say`1 day` : say`${count} days`;
    case "weeks":
      return count === 1 ? say`1 week` : say`${count} weeks`;
    case "months":
      return count === 1 ? say`1 month` : say`${count} months`;
    default:
      return count === 1 ? say`1 year` : say`${count} years`;
  }
}

/** Whose money, of which kind, for how long: said with every number. */
export function frameOf({ basis, perspective, horizon }: MoneyForecast): Message {
  const whose = perspective ?? say`perspective not stated`;
  const kind = basis === undefined ? say`kind of benefit not stated` : say`${BASES[basis] ?? basis}`;
  const length = horizon ? say`over ${durationText(horizon.duration)}` : say`horizon not stated`;
  return say`${kind}, ${whose}, ${length}`;
}

const BASES: Readonly<Record<string, Message>> = {
  margin: say`margin`,
  "cost-avoided": say`cost avoided`,
  "cashable-time": say`cashable time`,
};

/** What a reader has to be told with a forecast. */
export function assumptionsOf(forecast: MoneyForecast): Message[] {
  const { contribution, confidence, horizon, isDiscountedTwice, leftOut, metrics, reach } = forecast;
  const said: Message[] = [];
  const years = horizon?.years ?? 1;
  if (isDiscountedTwice)
    said.push(
      say`Conservative, because discounted twice: the contribution has a range, and a confidence is taken off too.`,
    );
  const fromTarget = metrics.filter(({ from }) => from === "target").map(({ id }) => code(id));
  if (fromTarget.length > 0)
    said.push(
      say`The whole way to the target is taken as the expected change of ${fromTarget.join(", ")}: what is aimed for, not what is expected.`,
    );
  if (!("kind" in contribution) && contribution.span === undefined)
    said.push(say`No ${code("contribution")} is written: the whole change is credited to the program.`);
  if (!("kind" in confidence) && confidence.span !== undefined && !isDiscountedTwice)
    said.push(
      say`The confidence of ${confidence.value} is a multiplier that makes up for the error of the estimate; it is no probability.`,
    );
  if (!("kind" in reach) && reach.span === undefined)
    said.push(say`No ${code("reach")} is written: the time of all participants is paid.`);
  said.push(
    say`The benefit counts from launch at its full height for ${horizon ? durationText(horizon.duration) : say`the horizon`}; nothing is taken off for a slow start or for an effect that fades.`,
  );
  const certain = namesOf(forecast);
  if (certain.length > 0) said.push(say`Taken as certain, because only one number is written: ${listed(certain)}.`);
  said.push(say`The values at the likely point are neither the mean nor the median of what may happen.`);
  said.push(say`The inputs are taken as independent; where they rise and fall together the range is wider.`);
  said.push(say`Ranges that experts give are usually too narrow.`);
  said.push(
    years > 2
      ? say`Nothing is discounted, though the horizon is longer than two years.`
      : say`Nothing is discounted, as is usual below one or two years.`,
  );
  if (leftOut.length > 0) said.push(say`Left out of the money: ${leftOut.map(code).join(", ")}.`);
  return said;
}

/** The result in one line: benefit, cost, net, BCR, ROI and payback at likely values. */
export function headline({ benefit, cost, net, bcr, roi, payback, currency }: MoneyForecast): Message {
  if (net.kind === "not-estimable") {
    const known = [
      benefit.kind === "figure" ? say`benefit ${money(benefit.value, currency)}` : undefined,
      cost.kind === "figure" ? say`cost ${money(cost.value, currency)}` : undefined,
    ].find((each) => each !== undefined);
    return known ? say`${known}; net ${whyNot(net)}` : say`Net ${whyNot(net)}`;
  }
  const ratios = say`BCR ${inDigits(bcr)}, ROI ${inDigits(roi, "%")}, payback ${inDigits(payback, "months")}`;
  return say`Benefit ${inMoney(benefit, currency)} − cost ${inMoney(cost, currency)} = net **${inMoney(net, currency)}** · ${ratios}`;
}

/** The odds in one line. */
export function oddsLine(odds: NotKnown | Odds, currency: string | undefined): Message {
  if (odds.kind === "not-estimable") return say`Range of net: ${whyNot(odds)}`;
  const { p10, p50, p90 } = odds.net;
  const range = say`P10 ${money(p10, currency)}, P50 ${money(p50, currency)}, P90 ${money(p90, currency)}`;
  return say`Net: ${range}; chance of paying back ${percent(odds.chanceOfPayback)}`;
}

/** `93 %`; never 0 or 100, which no simulation can promise. */
export function percent(share: number): Message {
  if (share < 0.01) return say`below 1 %`;
  return share > 0.99 ? say`above 99 %` : say`${Math.round(share * 100)} %`;
}

/** `1 … 4.5`, with the likely value. */
export function inputText(input: Input): Message {
  const { low, value, high } = input;
  if (!hasRange(input) || low === undefined || high === undefined) return say`${value}`;
  return say`${low} … ${value} … ${high}`;
}

/** What breaks even, per metric. */
export function breakEvenLine({ id, breakEven, view, change }: MetricForecast): Message {
  if (breakEven.kind === "not-estimable") return say`Break-even of ${code(id)}: ${whyNot(breakEven)}`;
  const unit = view.unit?.value;
  const needed = changeIn(Number(breakEven.value.toPrecision(3)), unit);
  return change
    ? say`Pays from ${needed} of ${code(id)} on; ${changeIn(change.value, unit)} are expected`
    : say`Pays from ${needed} of ${code(id)} on`;
}

/** `a, b, c`. */
export function listed(parts: readonly Message[]): Message {
  return { key: parts.map((_, index) => `{${index}}`).join(", "), values: parts };
}

/**
 * What a field of the money case, or a number that goes into it, comes to: short lines of Markdown for its hover, the
 * working first. None where there is nothing to say.
 */
export function wordsForField(context: Context, path: readonly (string | number)[]): Message[] {
  const forecast = forecastOf(context);
  if (forecast?.kind !== "forecast") return [];
  const [section, field, item, ...more] = path;
  if (section === "metrics" && (item === "volume" || item === "value") && more.length === 0) {
    const metric = forecast.metrics.find(({ id }) => id === field);
    return metric ? benefitLines(metric) : [];
  }
  if (section !== "money") return [];
  const { currency } = forecast;
  if (field === undefined)
    return [headline(forecast), say`${frameOf(forecast)}`, ...forecast.metrics.map(breakEvenLine)];
  if (field === "expected-change") {
    const metrics = forecast.metrics.filter(({ id }) => item === undefined || id === item);
    return metrics.flatMap((metric) => [...benefitLines(metric), breakEvenLine(metric)]);
  }
  if (field === "costs") {
    const lines = forecast.costs.filter(({ category }) => item === undefined || category === item);
    const total = item === undefined ? [say`Cost: ${workingOf(forecast.cost)}`] : [];
    return [...total, ...lines.map(({ category, amount }) => say`${code(category)}: ${workingOf(amount)}`)];
  }
  if (field === "contribution" || field === "confidence" || field === "horizon") {
    return [say`Benefit: ${workingOf(forecast.benefit)}`];
  }
  if (field === "reach") {
    const line = forecast.costs.find(({ category }) => category === "participant-time");
    return line ? [say`${code("participant-time")}: ${workingOf(line.amount)}`] : [];
  }
  return field === "claimed"
    ? [
        say`Own forecast: ${inMoney(forecast.benefit, currency)} benefit, ${inMoney(forecast.cost, currency)} cost, BCR ${inDigits(forecast.bcr)}, ROI ${inDigits(forecast.roi, "%")}`,
      ]
    : [];
}

function benefitLines({ id, benefit }: MetricForecast): Message[] {
  return [say`Benefit of ${code(id)}: ${workingOf(benefit)}`];
}

export function workingOf(derived: Derived): Message {
  return derived.kind === "figure" ? derived.working : whyNot(derived);
}

/** The inputs without a range; the costs in one word where all of them have none. */
function namesOf({ singlePoints, costs }: MoneyForecast): Message[] {
  const ofCosts = new Set<Input>(costs.flatMap(({ before }) => before ?? []));
  const single = singlePoints.filter((input) => ofCosts.has(input));
  const others = singlePoints.filter((input) => !ofCosts.has(input)).map(({ name }) => name);
  if (single.length < 2 || single.length < ofCosts.size) return [...others, ...single.map(({ name }) => name)];
  return [...others, say`all costs`];
}
