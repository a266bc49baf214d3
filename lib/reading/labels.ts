/**
 * How the first line of a paragraph begins: "15.", "12 bis.", "139.12", "(a)", "Recommendation 1", or only a list
 * marker.
 */
export type Opening = {
  sort: 'number' | 'named' | 'part' | 'mark' | 'upper'
  /** The label as printed, without the full stop after a number. Empty for a list marker. */
  label: string
  rest: string
  /** Whether a list marker precedes the label, as in "- 15. ". */
  marked: boolean
  /** Whether this is a label only where it continues a sequence, such as "14 The" or "a. ". */
  weak: boolean
}

const mark = /^(?:[-–—*•·▪▫◦‣●○■□►➢✓✔]|\p{Co})(?:\s+|$)/u

const nouns = [
  ...[
    'Recommendations?',
    'RECOMMENDATIONS?',
    'Rec\\.',
    'Recs\\.',
    'Recommandations?',
    'RECOMMANDATIONS?',
    'Préconisations?',
  ],
  ...['Recomendación', 'RECOMENDACIÓN', 'Рекомендация', 'РЕКОМЕНДАЦИЯ', 'Рекомендации', 'Empfehlung'],
].join('|')
const numberSign = String.raw`(?:(?:No\.?|no\.?|n°|№)\s?)?`
const bis = String.raw`(?:\s?(?:bis|ter|quater|quinquies|sexies))?`
const levels = String.raw`\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,9}`
const end = String.raw`(?:\s+|$)`
const high = String.raw`["“«‘(\[¿¡]*(?:\p{Lu}|\p{Lo})`
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.'

type Form = { sort: Opening['sort']; weak?: boolean; pattern: RegExp }

const forms: Form[] = [
  // "5., 6., 7." and "122.14, 122.15 and 122.16"
  {
    sort: 'number',
    pattern: new RegExp(String.raw`^(\p{Nd}{1,3}\.(?:,\s?\p{Nd}{1,3}\.){0,19},\s?\p{Nd}{1,3})\.${end}`, 'u'),
  },
  {
    sort: 'number',
    pattern: new RegExp(String.raw`^(${levels}(?:(?:,|,?\s(?:and|et|y|и)|,?\s&)\s${levels}){1,20})\.?:?${end}`, 'u'),
  },
  // "122.14–15", "122.14–122.16" and "5–7."
  {
    sort: 'number',
    pattern: new RegExp(String.raw`^(${levels}\s?[–—-]\s?(?:\p{Nd}{1,3}\.){0,9}\p{Nd}{1,3})\.?:?${end}`, 'u'),
  },
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{1,3}\s?[–—-]\s?\p{Nd}{1,3})\.${end}`, 'u') },
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{1,3}${bis})\.${end}`, 'u') },
  // Ordinals: "1.ª", "2º", "3°"
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{1,3}\.?[ªº°])\.?[-–—)]?${end}`, 'u') },
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{4})\.(?:\s+(?=${high})|$)`, 'u'), weak: true },
  { sort: 'number', pattern: new RegExp(String.raw`^(${levels})\.?${end}`, 'u') },
  // Without a space: "1.The" and "1.2014年"
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{1,4}${bis})\.(?=${high})`, 'u') },
  { sort: 'number', pattern: new RegExp(String.raw`^(${levels})(?=\p{Lu}\p{Ll}*[\s,])`, 'u'), weak: true },
  { sort: 'number', pattern: /^(\p{Nd}{1,3})\.(?=(?:19|20)\p{Nd}{2}\s?年)/u },
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{1,4}\p{Lu}{1,2})\.?${end}`, 'u'), weak: true },
  {
    sort: 'number',
    pattern: new RegExp(
      String.raw`^((?!Art|Fig|Sec|No\.|Par|Tab|Ch|Vol)\p{Lu}\p{L}{0,3}\.${levels}|\p{Lu}{1,3}\.\p{Nd}{1,3})[.:]?${end}`,
      'u',
    ),
  },
  {
    sort: 'number',
    pattern: new RegExp(String.raw`^(\p{Lu}{1,3}\p{Nd}{1,3}(?:[.-]\p{Nd}{1,3}){0,5})[.:]?${end}`, 'u'),
    weak: true,
  },
  // By year: "2026/04"
  {
    sort: 'number',
    pattern: new RegExp(String.raw`^((?:19|20)\p{Nd}{2}\/\p{Nd}{1,4})[.:]?\s+(?=${high})`, 'u'),
    weak: true,
  },
  { sort: 'number', pattern: new RegExp(String.raw`^(§{1,2}\s?\p{Nd}{1,4}(?:[.–-]\p{Nd}{1,4}){0,5})[.:]?${end}`, 'u') },
  // "١ - " in Arabic, and "1 – " where it continues a sequence
  { sort: 'number', pattern: /^((?![0-9])\p{Nd}{1,3})\s?[-–—.]\s+/u },
  { sort: 'number', pattern: /^(\p{Nd}{1,3})\s?[-–—]\s+(?=\p{Lu}|\p{Lo})/u, weak: true },
  { sort: 'number', pattern: new RegExp(String.raw`^(\p{Nd}{1,4})\s+(?!(?:${months})\b)(?=${high})`, 'u'), weak: true },
  { sort: 'number', pattern: /^([一二三四五六七八九十百]{1,4})、\s*/u },
  { sort: 'part', pattern: /^(\p{Nd}{1,3})[、．]\s*/u },
  { sort: 'part', pattern: /^(（(?:[一二三四五六七八九十百]{1,4}|\p{Nd}{1,3}|\p{Ll}{1,2})）)\s*/u },
  { sort: 'part', pattern: /^([\u2460-\u2473])\s*/u },
  {
    sort: 'part',
    pattern: new RegExp(
      String.raw`^(\((?:\p{L}|(\p{Ll})\2|[ivxl]{1,6}|\p{Nd}{1,3})(?:\s(?:bis|ter|quater))?\))(?:${end}|(?=${high}))`,
      'u',
    ),
  },
  { sort: 'part', pattern: new RegExp(String.raw`^(\(\p{Ll}{2}\))${end}`, 'u'), weak: true },
  { sort: 'part', pattern: new RegExp(String.raw`^((?:\p{Ll}|[ivxl]{1,6})\))(?:${end}|(?=${high}))`, 'u') },
  { sort: 'part', pattern: new RegExp(String.raw`^(\p{Nd}{1,3}\))${end}`, 'u') },
  { sort: 'part', pattern: new RegExp(String.raw`^(\p{Ll}|[ivxl]{1,6})\.(?:\s+(?=${high})|$)`, 'u'), weak: true },
  // "a publish" and "i. verifying", in a list that a colon opens
  { sort: 'part', pattern: /^(\p{Ll}|[ivxl]{1,6})\.?\s+(?=\p{Ll})/u, weak: true },
  // The form that auditors print, on its own line or before the text. Within a sentence, a number can follow other
  // words.
  {
    sort: 'named',
    pattern: new RegExp(
      String.raw`^((?:${nouns})\s${numberSign}(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,5}(?:\s?[–—-]\s?\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,5})?\p{Lu}?|\p{Lu}|[IVX]{1,5}))(?:$|\s?[.:](?:\s+|$)|\s[–—-]\s)`,
      'u',
    ),
  },
  {
    sort: 'named',
    pattern: new RegExp(String.raw`^((?:${nouns})\s${numberSign}\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,5})\s+(?=${high})`, 'u'),
    weak: true,
  },
  { sort: 'upper', pattern: new RegExp(String.raw`^(\p{Lu}|[IVXLC]{1,7})\.(?:\s+(?=${high})|$)`, 'u') },
]

/** What every label begins with: looked for first, because most lines begin with a word. */
const possible = /^(?:[^\p{L}]|\p{L}{1,7}[.)\d]|[ivxl]{1,6}\s|\p{Ll}\s|[一二三四五六七八九十百]|\p{Lu}\p{L}{2,15}\s)/u

/** Returns how a line begins, or undefined if no label can begin like it. */
export function openingOf(line: string): Opening | undefined {
  if (!possible.test(line)) return undefined
  const marked = mark.test(line)
  const bare = line.replace(mark, '')
  for (const { sort, pattern, weak = false } of forms) {
    const [all, label] = pattern.exec(bare) ?? []
    if (all !== undefined && label !== undefined) return { sort, label, rest: bare.slice(all.length), marked, weak }
  }
  return marked ? { sort: 'mark', label: '', rest: bare, marked, weak: false } : undefined
}
