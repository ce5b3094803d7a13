import { lazy } from "../base/lazy.ts";
import { remembered } from "../base/remembered.ts";
import { bloomLevels, bloomVerbs } from "./verbs.ts";

/**
 * Whether a text is English beyond doubt: its words must be found among common English ones, and no more than a few among
 * those of other languages. A text of one or two unknown words is not; what is unsure is left alone.
 */
export const isEnglish = remembered((text) => {
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [];
  const known = english();
  let [own, other] = [0, 0];
  for (const word of words) {
    if (known.has(word) || ENGLISH_ENDING.test(word)) own++;
    else if (OTHERS.has(word) || /[^\u0000-\u007f’]/.test(word)) other++;
  }
  return own > 0 && own > 2 * other && own * 5 >= words.length;
});

/** The languages of a text among those that the rules about wording have lists for. */
export function isChecked(text: string, languages: readonly string[]): boolean {
  return languages.includes("en") && isEnglish(text);
}

const ENGLISH_ENDING = /(?:^.{2,}(?:ness|ful|ship|ings?)|.{3,}(?:edge|ledge|wise|ly|ied))$/;

const english = lazy(
  () =>
    new Set([
      ...words(FUNCTION_WORDS),
      ...words(TRADE_WORDS),
      ...bloomLevels
        .flatMap((level) => bloomVerbs(level))
        .filter((verb) => !AMBIGUOUS.has(verb))
        .flatMap((verb) => [verb, `${verb}s`]),
    ]),
);

function words(list: string): readonly string[] {
  return list.split(/\s+/);
}

/** Verbs of the lists that are words of other languages too. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  words("cite note grade test post file label list map plan rate sort value script order"),
);

const FUNCTION_WORDS = `the a an of to and or for with from by at as that this these those their its his her our your is are be
been was were will would should can could must may not no when where which who whose what why how whether if then than
before after during while until every each all any both between into onto about over under within without through across
against it they them you we he she there here more most less only also always never first next other another such same
one two three four five six seven eight nine ten up down out off on in behind above below per via`;

const TRADE_WORDS = `know knows understand understands understanding learn learns appreciate aware awareness knowledge skills
become becomes provide gives give introduce cover overview introduction course training learners participants customer
customers patient patients caller callers team manager managers employee employees policy process safety quality asks
checks uses shows takes makes keeps calls writes reads says puts has have does calculate explain company sales leads
effective better confident familiar improve reduce increase enhance develop demonstrate acts works listens thinks values
attends completes finishes watches attitude leadership ownership empathy proactive professional positive strategic
improves reduces increases enhances strengthens maximize optimize familiarize fosters builds trusts respects feels shows
displays demonstrates exhibits maintains adopts develops promotes supports strives tries treats puts goes lives embraces
believes cares focuses pays communicates collaborates behaves leads trust diversity communication waste efficiency
customer-first responsible confident colleagues change time management foster mindset growth`;

/** Function words of German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Czech, Finnish and
 * Hungarian that are no English words. */
const OTHERS: ReadonlySet<string> = new Set(
  words(`der das den dem des und ist nicht ein eine einen einem einer eines mit für von zu zum zur auf im vom beim sich werden
wird bei nach über aus wie oder als auch sind dass kann jede jeder jedes vor le la les un une et est du de aux dans avec
qui que ne pas ou où leur leurs chaque avant après lors el los las una y en con por para su sus es cada antes después al lo
il gli che di da nel nella della delle dei alla ogni prima dopo per con o os um uma e do da dos das na nas em com não ao à
het een van voor niet op te zijn bij elke elk naar over en och att det som är på av till inte med hver er ikke til på og
og på af før efter før etter innan under w z na się jest nie do dla każdy każdej przed po oraz při pro každý ve se je že ja
on ei että joka ennen kun és az hogy minden egy nem`).filter((word) => !english().has(word)),
);
