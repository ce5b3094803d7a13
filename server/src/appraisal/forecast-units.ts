import { code, type Message, say } from "../base/message.ts";
import { isPercent } from "../library/unit-bounds.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import { type NotKnown, notKnown } from "./forecast-figure.ts";

/** How a change in the metric's unit becomes what one `value` is for. */
export interface Conversion {
  readonly kind: "conversion";
  readonly scale: number;
  /** `÷ 100`; undefined where nothing is converted. */
  readonly words: Message | undefined;
  /** False where the value is for a whole point of the metric, whatever the volume. */
  readonly needsVolume: boolean;
}

/** Percentage points by 100, a rate by the number in its unit, seconds into hours where the value is per hour. */
export function conversionOf({ id, unit, kind, value }: MetricView): Conversion | NotKnown {
  if (!unit) return notKnown(say`${code(id)} has no unit`);
  const per = value?.per?.value ?? "";
  if (isPercent(unit.value)) return isPoint(per) ? whole() : divided(100);
  if (unit.value.trim() === "‰") return divided(1000);
  const exposure = exposureIn(unit.value, kind?.value);
  if (exposure !== undefined) return divided(exposure);
  const from = TIME_UNITS.get(unit.value.trim().toLowerCase());
  return from ? timed(id, unit.value, from, per, value?.per?.span) : converted(1, undefined);
}

function converted(scale: number, words: Message | undefined): Conversion {
  return { kind: "conversion", scale, words, needsVolume: true };
}

function divided(by: number): Conversion {
  return by === 1 ? converted(1, undefined) : converted(1 / by, say`÷ ${by}`);
}

function whole(): Conversion {
  return { ...converted(1, undefined), needsVolume: false };
}

/** `percentage point`, `point`: what one point of the whole metric is worth. */
function isPoint(per: string): boolean {
  return /^\s*(pp|points?|(percentage|percent|%)[ -]?points?.*)\s*$/i.test(per);
}

/** The number of units of exposure that a rate counts by; undefined where the unit names none. */
function exposureIn(unit: string, kind: string | undefined): number | undefined {
  const digits = /(?:\bper|\/)\s*(\d[\d.,'’ \u00a0\u202f]*)/i.exec(unit)?.[1];
  const any = digits ?? (kind === "rate" ? /\d[\d.,'’ \u00a0\u202f]*/.exec(unit)?.[0] : undefined);
  const value = any && Number(any.replace(/[,'’ \u00a0\u202f]|\.(?=\d{3}(\D|$))/g, ""));
  if (value) return value;
  return kind === "rate" ? 1 : undefined;
}

/** How long a unit of time is: those of a clock in seconds, those of a calendar in days. */
interface TimeUnit {
  readonly of: "clock" | "calendar";
  readonly length: number;
}

function timed(
  id: string,
  unit: string,
  from: TimeUnit,
  per: string,
  span: NonNullable<NonNullable<MetricView["value"]>["per"]>["span"] | undefined,
): Conversion | NotKnown {
  const to = timeUnitIn(per);
  if (to?.of !== from.of) {
    return notKnown(
      say`${code(id)} counts ${unit}, and its value is per ${code(per)}: nobody can turn one into the other`,
      span,
    );
  }
  const scale = from.length / to.length;
  if (scale === 1) return converted(1, undefined);
  return scale < 1 ? converted(scale, say`÷ ${1 / scale}`) : converted(scale, say`× ${scale}`);
}

/** The first unit of time that a text names, also at the end of a compound: `hour of an agent`, `Arbeitsstunde`. */
function timeUnitIn(text: string): TimeUnit | undefined {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  for (const word of words) {
    const found = TIME_UNITS.get(word) ?? COMPOUND.find(([end]) => word.endsWith(end))?.[1];
    if (found) return found;
  }
  return undefined;
}

/** Words for units of time, in languages in which specs are likely to be written. */
const TIME_UNITS: ReadonlyMap<string, TimeUnit> = new Map(
  (
    [
      ["clock", 0.001, "ms millisecond milliseconds"],
      ["clock", 1, "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi"],
      ["clock", 1, "seconden sekund sekunda sekundy sekunder sekunti saniye секунда секунды секунд 秒 초"],
      ["clock", 60, "min mins minute minutes minuten minuto minutos minuti minuut minut minuta minuty minuter"],
      ["clock", 60, "minuutti dakika минута минуты минут 分 分钟 分鐘 분"],
      [
        "clock",
        3600,
        "h hr hrs hour hours stunde stunden heure heures hora horas ora ore uur uren timme timmar time timer",
      ],
      ["clock", 3600, "godzina godziny godzin hodina hodiny hodin tunti saat час часа часов 時間 小时 小時 시간"],
      ["calendar", 1, "d day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dage"],
      ["calendar", 1, "dzień dni den dnů päivä gün день дня дней 日 天 일"],
      ["calendar", 7, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor"],
      ["calendar", 7, "uge uger tydzień tygodnie tygodni týden viikko hafta неделя недели недель 週 周 주"],
    ] as const
  ).flatMap(([of, length, words]) => words.split(" ").map((word) => [word, { of, length }] as const)),
);

/** Those that end a compound in the languages that have them; long enough to be no part of another word. */
const COMPOUND: readonly (readonly [string, TimeUnit])[] = [...TIME_UNITS].filter(([word]) =>
  /^(sekunde|minute|stunde|woche)n?$|^(sekunder|minuter|timmar|timme)$|[^\p{Script=Latin}]/u.test(word),
);

/** Whether the metric counts time, and its value is for time too: seconds saved, paid by the hour. */
export function countsTime({ unit, value }: MetricView): boolean {
  const isClock = TIME_UNITS.get(unit?.value.trim().toLowerCase() ?? "")?.of === "clock";
  return isClock && timeUnitIn(value?.per?.value ?? "")?.of === "clock";
}
