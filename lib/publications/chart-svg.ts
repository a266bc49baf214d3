import { escaped, patterns } from '@/lib/overview/trend-svg'
import { daysBetween } from '@/lib/platform/clock'
import { stepChart } from '@/lib/platform/step-chart'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import type { PublicationBlock, PublicationContent } from './content'

type Chart = Extract<PublicationBlock, { type: 'chart' }>

const page = { width: 900, height: 392 }
const plot = { start: 60, top: 10, width: 830, height: 260 }
const late = '#b3261e'
const font = 'font-family="system-ui, sans-serif" font-size="14"'

/** Returns a chart as SVG with all its colours, whose areas differ by pattern too. `place` makes its names unique. */
export function chartAsSvg(chart: Chart, place: number, { direction }: PublicationContent): string {
  const { series, points, caption, description } = chart
  const first = points.at(0)?.day ?? ''
  const drawn = stepChart(
    {
      days: points.map(({ day }) => daysBetween(first, day)),
      areas: series.map((_, at) => points.map(({ counts }) => counts[at] ?? 0)),
      line: points.map(({ overdue }) => overdue),
    },
    plot.width,
    plot.height,
  )
  const rtl = direction === 'rtl'
  const at = (x: number) => (rtl ? page.width - x : x)
  const move = rtl ? `matrix(-1 0 0 1 ${at(plot.start)} ${plot.top})` : `translate(${plot.start} ${plot.top})`
  const words = (text: string, x: number, y: number, end = false) =>
    `<text x="${at(x)}" y="${y}" ${font} fill="#1b2230" text-anchor="${end ? 'end' : 'start'}">${escaped(text)}</text>`
  const bottom = plot.top + plot.height
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="${page.width}" height="${page.height}" direction="${direction}" role="img" aria-labelledby="c${place}t c${place}d">`,
    `<title id="c${place}t">${escaped(caption)}</title><desc id="c${place}d">${escaped(description)}</desc>`,
    `<defs>${series.map(({ key }, one) => patternOf(key, `c${place}p${one}`)).join('')}</defs>`,
    `<g transform="${move}">`,
    ...drawn.amounts.map(({ y }) => `<path d="M0 ${plot.height - y}H${plot.width}" stroke="#d9dbe0" fill="none"/>`),
    ...series.map((_, one) => `<path d="${drawn.areas[one]}" fill="url(#c${place}p${one})" stroke="#fff"/>`),
    `<path d="${drawn.line}" fill="none" stroke="#fff" stroke-width="5"/>`,
    `<path d="${drawn.line}" fill="none" stroke="${late}" stroke-width="3" stroke-dasharray="9 4"/></g>`,
    ...drawn.amounts.map(({ amount, y }) => words(String(amount), plot.start - 8, bottom - y + 5, true)),
    words(points.at(0)?.label ?? '', plot.start, bottom + 20),
    words(points.at(-1)?.label ?? '', plot.start + plot.width, bottom + 20, true),
    ...legend(chart, place, at, words),
    '</svg>',
  ].join('')
}

function patternOf(key: string, id: string) {
  const { ground, marks } = patterns[key as AssignmentStatus] ?? { ground: '#777b84', marks: '' }
  return `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${ground}"/>${marks}</pattern>`
}

type Write = (text: string, x: number, y: number) => string

function legend({ series, overdue }: Chart, place: number, at: (x: number) => number, words: Write) {
  const spot = (index: number) => [plot.start + (index % 3) * 273, 322 + Math.floor(index / 3) * 28] as const
  const swatches = series.map(({ label }, index) => {
    const [x, y] = spot(index)
    const side = at(x) - (at(0) === 0 ? 0 : 18)
    return `<rect x="${side}" y="${y - 12}" width="18" height="14" fill="url(#c${place}p${index})"/>${words(label, x + 25, y)}`
  })
  const [x, y] = spot(series.length)
  const line = `<path d="M${at(x)} ${y - 5}H${at(x + 18)}" stroke="${late}" stroke-width="3" stroke-dasharray="9 4"/>`
  return [...swatches, line + words(overdue, x + 25, y)]
}
