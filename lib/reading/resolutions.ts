import { openingOf } from './labels'
import { type Line, standsApart } from './line'
import { endsHere } from './lines'

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const date = new RegExp(
  String.raw`^(?:\d{1,2}(?:er)?\s(?:de\s)?(?:${months})\s(?:de\s)?\d{4}(?:\sгода)?|(?:${months})\s\d{1,2},\s\d{4}|\d{4}年\d{1,2}月\d{1,2}日)$`,
  'u',
)
const meeting = [
  /^\d{1,5}(?:st|nd|rd|th)\s(?:\([a-z]+\)\s)?(?:plenary\s)?(?:meeting|session)\.?$/i,
  /^\d{1,5}(?:re|e|ème|er)\s(?:séance|session)(?:\splénière)?$/iu,
  /^\d{1,5}\.?[ªaº]\.?\s(?:sesión|reunión)(?:\splenaria)?$/iu,
  /^\d{1,5}(?:[-‑]?е)?\s(?:пленарное\s)?заседание$/iu,
  /^第?\s?\d{1,5}\s?次(?:全体)?会议$/u,
]
const vote =
  /^(?:(?:Resolution|Decision)\s)?(?:Adopted|Approved)\s(?:without\s(?:a\s)?vote|by\sconsensus|unanimously|by\s(?:a\s)?(?:(?:recorded|roll-call|secret)\s)?(?:vote|ballot))(?![\p{L}])|^[[［][^\]］]{0,60}(?:adopt|approuv|aprobad|приня|通过|表决)/iu
const votes =
  /^(?:In favour|Against|Abstaining|Abstentions|Votes pour|Votes contre|A favor|En contra|Голосовали за|赞成|反对|弃权)\s?[:：]/iu
const signature = /^\(?(?:Signed|Signé|Firmado|Подпись)\)/iu

/** How many more lines a vote in brackets, the names of those who voted, or a signature can take. */
const mostLines = { bracket: 5, names: 40, signature: 3 }

/** Marks the lines that say when a text was adopted, by which vote, and who signed it. */
export function markMeetings(lines: readonly Line[]) {
  let more = 0
  let inBracket = false
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1]
    const goesOn = more > 0 && (inBracket || (!standsApart(line, before) && !isNumber(line)))
    const starts = startsMeeting(line, before, lines[place + 1])
    if (goesOn || starts) line.why = 'meeting_line'
    if (starts) {
      inBracket = /^[[［]/.test(line.text)
      more = inBracket ? mostLines.bracket : votes.test(line.text) ? mostLines.names : 0
      if (signature.test(line.text)) more = mostLines.signature
    } else more = goesOn ? more - 1 : 0
    if (inBracket && /[\]］][.。]?$/.test(line.text)) more = 0
  }
}

const startsMeeting = ({ text }: Line, before: Line | undefined, after: Line | undefined) =>
  meeting.some((pattern) => pattern.test(text)) ||
  vote.test(text) ||
  signature.test(text) ||
  (before?.why === 'meeting_line' && (votes.test(text) || date.test(text))) ||
  (date.test(text) &&
    after !== undefined &&
    (meeting.some((pattern) => pattern.test(after.text)) || vote.test(after.text)))

const words = 'Resolution|Decision|Résolution|Décision|Resolución|Decisión|Резолюция|Решение'
const number = new RegExp(
  String.raw`^(?:(?:(?:${words})\s(?:[A-Z]{1,6}\/){0,3})?\d{1,4}\/\d{1,4}|(?:${words})\s(?:No\.\s)?\d{1,4}(?:\s?\([IVXLC]{1,7}\))?)\.?$`,
  'u',
)
const numberAndTitle = new RegExp(String.raw`^(?:(?:${words})\s)?\d{1,4}\/\d{1,4}[.:]?\s+\p{Lu}`, 'u')
const longestTitle = 200
const mostTitleLines = 4

const isNumber = ({ text }: Line) => number.test(text) || (numberAndTitle.test(text) && !endsHere(text))

/** Joins the number and the title of each resolution into one heading, with which a section begins. */
export function joinTitles(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place] as Line
    const end = isNumber(line) ? endOfTitle(lines, place) : place
    if (end === place) joined.push(line)
    else {
      const text = lines.slice(place, end).map(({ text }) => text)
      joined.push({ ...line, text: text.join(' '), heading: line.heading ?? 1, section: true })
      place = end - 1
    }
  }
  return joined
}

/** Returns the line after the title of a resolution, or `place` if the number is none of a resolution. */
function endOfTitle(lines: readonly Line[], place: number): number {
  let end = place + 1
  while (end < lines.length && end - place <= mostTitleLines && isTitle(lines[end] as Line)) end++
  const [before, after] = [lines[place - 1], lines[end]]
  const titled = end > place + 1 || numberAndTitle.test(lines[place]?.text ?? '')
  const opens = after !== undefined && after.text.length <= 100 && /[,，:：]$/.test(after.text)
  return titled && (opens || before?.why === 'meeting_line') ? end : place
}

const isTitle = ({ text, why }: Line) =>
  !why &&
  text.length <= longestTitle &&
  !endsHere(text) &&
  !/[,，;]$/.test(text) &&
  !openingOf(text) &&
  /\p{L}/u.test(text)
