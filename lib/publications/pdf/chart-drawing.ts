import { scaleLinear } from 'd3-scale'
import type { PublicationBlock } from '../content'

type Chart = Extract<PublicationBlock, { type: 'chart' }>
type Corner = [x: number, y: number]

/** A chart as shares of its width and height: outlines of the areas, the line, amounts of the axis and days below it. */
export type Drawing = {
  areas: Corner[][]
  line: Corner[]
  amounts: { y: number; label: string }[]
  days: { x: number; label: string }[]
}

/** Draws a chart. Counts stay the same from one day to the next, so that areas have steps and no slopes. */
export function drawChart({ points, series }: Chart, language: string): Drawing {
  const totals = points.map(({ counts, overdue }) => Math.max(overdue, sum(counts)))
  const y = scaleLinear([0, Math.max(1, ...totals)], [1, 0]).nice(4)
  const begin = Date.parse(points.at(0)?.day ?? '')
  const end = Date.parse(points.at(-1)?.day ?? '')
  const x = points.map(({ day }) => (end > begin ? (Date.parse(day) - begin) / (end - begin) : 0))
  const edge = (areas: number) =>
    stepsOf(
      x,
      points.map(({ counts }) => y(sum(counts.slice(0, areas)))),
    )
  const amount = new Intl.NumberFormat(language)
  return {
    areas: series.map((_, area) => [...edge(area + 1), ...edge(area).toReversed()]),
    line: points.some(({ overdue }) => overdue > 0)
      ? stepsOf(
          x,
          points.map(({ overdue }) => y(overdue)),
        )
      : [],
    amounts: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: y(value), label: amount.format(value) })),
    days: [0, Math.floor((points.length - 1) / 2), points.length - 1].flatMap((place, index, all) =>
      index > 0 && place === all[index - 1] ? [] : labelOf(points[place]?.label, x[place]),
    ),
  }
}

const labelOf = (label: string | undefined, x: number | undefined) =>
  label === undefined || x === undefined ? [] : [{ label, x }]

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** Returns the corners of a line that stays at each height until the next place. One place becomes a line of full width. */
function stepsOf(places: number[], heights: number[]): Corner[] {
  const corners = heights.flatMap((height, index): Corner[] => {
    const place = places[index] ?? 0
    const before = heights[index - 1]
    return before === undefined || before === height
      ? [[place, height]]
      : [
          [place, before],
          [place, height],
        ]
  })
  return places.length === 1
    ? [
        [0, heights[0] ?? 1],
        [1, heights[0] ?? 1],
      ]
    : corners
}
