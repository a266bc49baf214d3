/** Words before a full stop that never end a sentence. */
const abbreviations = wordSet(`
  mr mrs ms dr prof gen col capt lt sgt maj hon amb messrs sr sra srta srs dra dña st mt
  cf vs viz e.g i.e p.ex approx ca ibid arts chaps doc docs nos op paras pp secs tabs figs
  núm núms págs nº bzw ggf vgl см стр руб проф акад им`)

/** Words before a full stop that do not end a sentence if a number follows: "art. 5", but "works of art." */
const numbered = wordSet(`
  art ch chap chaps fig no p para res rev sec sect vol tab pt ed lit max min tel reg
  jan feb mar apr jun jul aug sep sept oct nov dec
  abs nr rn ziff kap s núm pág cap párr inc ст п пп ч гл разд рис табл №`)

/** Parts of names of companies, which end a sentence only before a word that often begins one. */
const companies = wordSet('inc ltd co corp bros cie')

/** Words that often begin a sentence and are no part of a name. */
const starters = wordSet(`
  the this these those it its in he she they their we our i a an there however but and if when while as at for from to
  on by after before during since such some many most all each every no other others both under with without further
  also although because where who what that nor so thus therefore
  le la les l il elle ils elles un une des ce cette ces dans en pour el los las lo una unos se es al
  die der das den ein eine es sie er wir`)

/** Words before a letter that names something: "part B." ends a sentence, "by T. Okoro" goes on. */
const beforeInitial = wordSet('by of and to from with et de du par à y e por und von mit')

/** Words before a letter that numbers a part, so that its full stop ends the sentence. */
const parts = wordSet(`
  annex annexe anexo part section table group appendix schedule chapter option phase model category class figure box
  hall room plan type level zone grade tier workshop committee article point item paragraph tableau partie grupo parte`)

const months = /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/u
const startsWithNumber = /^(?:[§№]?\p{Nd}|[IVXLC]+\b|[A-Z](?=[,;).])|[A-Z]{3} ?\p{Nd}|[€$£]\s?\p{Nd})/u
const startsLow = /^\p{Ll}/u
const startsWithCompany = /^(?:Inc|Ltd|Corp|Co|LLC|plc)\b/u
const startsWithInitial = /^\p{L}\./u
const firstWord = /^\p{L}+/u

/** How far before the end of a sentence the rules look, in characters. */
export const longestEnd = 40

/** The longest beginning of a Russian sentence that can end in a year: "В 2010 г. Комитет …". */
const longestYear = 24

/**
 * Returns whether a sentence continues in the text that follows it. `before` is the sentence so far, or its last
 * characters.
 */
export function goesOn(before: string, next: string): boolean {
  if (startsLow.test(next) || startsWithCompany.test(next)) return true
  if (!before.endsWith('.')) return false
  const [word = '', previous = ''] = lastWords(before)
  if (abbreviations.has(word) || (numbered.has(word) && startsWithNumber.test(next))) return true
  const begins = starters.has(firstWord.exec(next)?.[0].toLowerCase() ?? '')
  if (companies.has(word) || /^\p{Lu}(?:\.\p{Lu})+$/u.test(lastToken(before))) return !begins
  if (/^\p{Nd}{1,2}$/u.test(word)) return months.test(next)
  if (word === 'г' || word === 'гг') return before.length <= longestYear
  return /^\p{L}$/u.test(word) && isInitial(before, previous, next)
}

function isInitial(before: string, previous: string, next: string): boolean {
  const letter = before.at(-2) ?? ''
  if (letter !== letter.toUpperCase()) return startsWithInitial.test(next)
  if (letter === letter.toLowerCase()) return false
  if (/(?:^|\s)\p{Ll}\.\s?\p{Lu}\.$/u.test(before)) return true
  if (previous === '' || beforeInitial.has(previous)) return true
  if (parts.has(previous)) return false
  return /^\p{Lu}/u.test(before.split(/\s+/).at(-2) ?? '')
}

/** Returns the last word before the final full stop and the word before it, in lower case. */
function lastWords(before: string): [string, string] {
  const [last = '', previous = ''] = before.slice(0, -1).split(/\s+/).reverse()
  return [bare(last), bare(previous)]
}

const lastToken = (before: string) => before.slice(before.lastIndexOf(' ') + 1, -1).replace(/^[([“"«]+/u, '')

/** Removes brackets and quotation marks before a word, elided articles, and a full stop after it. */
function bare(word: string): string {
  return word
    .replace(/^[([“"«„]+/u, '')
    .replace(/^(?:l|d|de l)[’']/iu, '')
    .replace(/[.,;:]$/, '')
    .toLowerCase()
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}
