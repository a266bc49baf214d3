import 'server-only'
import { daysBetween } from '@/lib/platform/clock'
import { dateInWords, inFigures, monthInWords, t } from '@/lib/platform/i18n'
import { pageLanguage } from '@/lib/platform/languages'
import { stepChart } from '@/lib/platform/step-chart'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import type { Trend } from './trend'
import { sinceFirstAssignment, stateOf, trendMarks, trendStatuses } from './trend-points'

/*
 * A chart that stands alone in a document: no style sheet reaches it, so all colours are literal. Statuses differ by their
 * patterns too, for print in grey.
 */

const page = { width: 960, height: 560 }
const plot = { start: 80, top: 130, width: 840, height: 270 }
const ink = '#1b2230'
const quiet = '#4a5263'
const late = '#b3261e'

type Pattern = { ground: string; marks: string }

const stroke = 'stroke="#ffffff" stroke-width="1.5" fill="none"'

/** How areas differ on a white page, also in print in grey. */
export const patterns: Record<AssignmentStatus, Pattern> = {
  verified: { ground: '#0b3b32', marks: '' },
  implemented: { ground: '#11594c', marks: `<path d="M0 8L8 0" ${stroke}/>` },
  partially_implemented: { ground: '#1f7868', marks: '<circle cx="4" cy="4" r="1.5" fill="#ffffff"/>' },
  in_progress: { ground: '#3f9585', marks: `<path d="M0 4H8" ${stroke}/>` },
  not_started: { ground: '#d9dbe0', marks: '' },
  closed: { ground: '#777b84', marks: `<path d="M0 0L8 8M0 8L8 0" ${stroke}/>` },
}

/** Where texts and areas are on the page, in the direction of the language. */
type Sides = { rtl: boolean; at: (x: number) => number }

/** Returns the chart of a trend. `scope` says in words what it counts. */
export function trendSvg(trend: Trend, { scope, origin }: { scope: string; origin: string }): string {
  const { lang, dir } = pageLanguage()
  const rtl = dir === 'rtl'
  const sides = { rtl, at: (x: number) => (rtl ? page.width - x : x) }
  const last = trend.points.at(-1)
  const headline = last ? withoutLinks(t('trend.state', stateOf(last))) : t('trend.chart')
  const about = t('trend.about', { day: dateInWords(trend.asOf), seq: trend.seq })
  const footer = [about, t('trend.source', { origin, zone: trend.zone })]
  const texts = [
    ...linesOf(headline, 76).map((line, place) => text(sides, line, 40, 44 + place * 26, 20, ink, 'start', 'bold')),
    text(sides, `${t('trend.chart')} · ${scope}`.slice(0, 130), 40, 102, 14, quiet),
    ...footer
      .flatMap((line) => linesOf(line, 130))
      .map((line, place) => text(sides, line, 40, 516 + place * 18, 12, quiet)),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="${page.width}" height="${page.height}" xml:lang="${lang}" direction="${dir}" font-family="Helvetica, Arial, sans-serif" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(`${t('trend.chart')}. ${headline}`)}</title>`,
    `<desc>${escaped(`${scope}. ${about}`)}</desc>`,
    `<defs>${Object.entries(patterns).map(patternOf).join('')}</defs>`,
    `<rect width="${page.width}" height="${page.height}" fill="#ffffff"/>`,
    ...texts,
    drawn(trend, sides),
    legend(sides),
    '</svg>\n',
  ].join('\n')
}

const patternOf = ([status, { ground, marks }]: [string, Pattern]) =>
  `<pattern id="${status}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${ground}"/>${marks}</pattern>`

function drawn(trend: Trend, sides: Sides) {
  const begun = sinceFirstAssignment(trend.points)
  const points = begun.length > 0 ? begun : trend.points
  const first = points.at(0)?.day ?? ''
  const chart = stepChart(
    {
      days: points.map(({ day }) => daysBetween(first, day)),
      areas: trendStatuses.map((status) => points.map(({ byStatus }) => byStatus[status] ?? 0)),
      line: points.map(({ overdue }) => overdue),
    },
    plot.width,
    plot.height,
  )
  const bottom = plot.top + plot.height
  const place = sides.rtl
    ? `matrix(-1 0 0 1 ${sides.at(plot.start)} ${plot.top})`
    : `translate(${plot.start} ${plot.top})`
  const lines = chart.amounts.map(
    ({ y }) => `<path d="M0 ${plot.height - y}H${plot.width}" stroke="#d9dbe0" fill="none"/>`,
  )
  const areas = trendStatuses.map(
    (status, index) => `<path d="${chart.areas[index]}" fill="url(#${status})" stroke="#ffffff" stroke-width="1"/>`,
  )
  return [
    `<g transform="${place}">${lines.join('')}${areas.join('')}`,
    `<path d="${chart.line}" fill="none" stroke="#ffffff" stroke-width="5"/>`,
    `<path d="${chart.line}" fill="none" stroke="${late}" stroke-width="3" stroke-dasharray="9 4"/></g>`,
    ...chart.amounts.map(({ amount, y }) =>
      text(sides, inFigures(amount), plot.start - 8, bottom - y + 4, 12, quiet, 'end'),
    ),
    ...trendMarks(points.map(({ day }) => day)).map(({ at, day, isLast }) =>
      text(sides, monthInWords(day), plot.start + chart.x(at), bottom + 20, 12, quiet, isLast ? 'end' : 'start'),
    ),
  ].join('\n')
}

function legend(sides: Sides) {
  const items = [...trendStatuses.map((status) => ({ status, label: t(`status.${status}`) }))]
  const [columns, top] = [280, 446]
  const swatches = items.map(({ status, label }, index) => {
    const [x, y] = [40 + (index % 3) * columns, top + Math.floor(index / 3) * 22]
    const side = sides.at(x) - (sides.rtl ? 18 : 0)
    return `<rect x="${side}" y="${y - 11}" width="18" height="14" fill="url(#${status})"/>${text(sides, label, x + 26, y, 13, ink)}`
  })
  const [from, to] = [sides.at(40), sides.at(58)]
  return [
    ...swatches,
    `<path d="M${from} ${top + 40}H${to}" stroke="${late}" stroke-width="3" stroke-dasharray="9 4" fill="none"/>`,
    text(sides, t('trend.overdue'), 66, top + 44, 13, ink),
  ].join('\n')
}

/** Returns a text whose anchor is at this distance from the side where lines begin. */
const text = (
  { at }: Sides,
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  anchor: 'start' | 'end' = 'start',
  weight = 'normal',
) =>
  `<text x="${Math.round(at(x) * 10) / 10}" y="${Math.round(y * 10) / 10}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`

/** Returns a sentence of the catalogue without its links. */
const withoutLinks = (words: string) => words.replace(/\[([^\][]+)\]\(\w+\)/g, '$1')

/** Breaks a text between words into lines of at most so many characters. */
function linesOf(words: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < most) lines.splice(-1, 1, `${line} ${word}`)
    else lines.push(word)
  }
  return lines
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Returns a text as XML, without the characters that XML does not know. */
export const escaped = (words: string) =>
  words.replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
