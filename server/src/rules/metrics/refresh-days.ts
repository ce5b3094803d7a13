/** How many days lie between two values of a source that says how often it is refreshed; undefined where that is not clear. */
export function refreshDays(refreshed: string | undefined): number | undefined {
  if (refreshed === undefined) return undefined;
  return PERIODS.find(([pattern]) => pattern.test(refreshed))?.[1];
}

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/\b(real[ -]?time|live|hourly|intraday|(every|each|per) (hour|shift|day)|daily)\b/i, 1],
  [/\b((every|each) (two|2|second|other) weeks?|fortnightly|bi-?weekly)\b/i, 14],
  [/\b(weekly|(every|each|per) week|once a week)\b/i, 7],
  [/\b((half|semi)[ -]?(yearly|annual(ly)?)|twice a year|every (six|6) months)\b/i, 182],
  [/\b(quarterly|(every|each|per) quarter|every (three|3) months)\b/i, 91],
  [/\b(monthly|(every|each|per) month|once a month)\b/i, 30],
  [/\b(yearly|annual(ly)?|(every|each|per) year|once a year)\b/i, 365],
];
