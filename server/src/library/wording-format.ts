import { plain } from "./wording.ts";

/**
 * Whether a format is reading, watching or listening and nothing else. Every word of it has to be known: a format of which
 * one word could mean doing something is none.
 */
export function isPassiveFormat(text: string): boolean {
  const words = plain(text).match(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu) ?? [];
  return (
    words.some((word) => PASSIVE.has(word)) &&
    words.every((word) => PASSIVE.has(word) || NEUTRAL.has(word) || /^\d/.test(word))
  );
}

/** Whether a title or format says that it comes back on several days. */
export function isSpread(text: string): boolean {
  return /\b(?:sessions|meetings|days|weeks|months|rounds|daily|weekly|monthly|week|month|a day|apart|spaced|follow-?ups?|in between|on the job|refreshers?|booster|over|repeated|recurring|series|two|three|four|five|six|several|each|every|part \d|parts|blended|twelve|ten|eight|micro\w*)\b/.test(
    plain(text),
  );
}

const PASSIVE: ReadonlySet<string> = new Set(
  `video videos reading readings read slides slide slideshow deck lecture lectures webinar webinars podcast podcasts article
articles handout handouts pdf document documents email emails newsletter presentation presentations powerpoint keynote
screencast screencasts recording recordings manual manuals e-book book leaflet brochure poster infographic briefing text
texts watching listening demonstration demonstrations demo talk talks`.split(/\s+/),
);

const NEUTRAL: ReadonlySet<string> = new Set(
  `a an the and or of by with to in on for at from via plus then only just short long recorded live online virtual remote
classroom face-to-face optional self-paced self-study self study on-demand demand watch view listen mobile intranet digital
minute minutes min hour hours h one two three half day half-day full full-day expert expert-led instructor instructor-led
trainer speaker guest e-learning elearning learning individual individually session sessions microlearning page pages
company policy new product web-based asynchronous synchronous`.split(/\s+/),
);
