import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'

type Series = {
  /** The days of the counts, at their distance from the first one. */
  days: readonly number[]
  /** The counts of each area on each day, from the bottom to the top. */
  areas: readonly (readonly number[])[]
  /** The counts of the line on each day. */
  line: readonly number[]
}

/**
 * Returns the paths of stacked areas and of a line in a plot of this size. The counts stay the same from one day to the
 * next, so that areas have steps and no slopes. `amounts` are the numbers to name at the axis, with their distance from the
 * bottom, and `x` returns the place of a day.
 */
export function stepChart({ days, areas, line }: Series, width: number, height: number) {
  const totals = days.map((_, day) => areas.reduce((sum, counts) => sum + (counts[day] ?? 0), 0))
  const x = scaleLinear([0, Math.max(days.at(-1) ?? 0, 1)], [0, width])
  const y = scaleLinear([0, Math.max(1, ...totals)], [0, height]).nice(3)
  const places = days.map((day) => rounded(x(day)))
  const steps = (heights: number[]) =>
    stepsOf(
      places,
      heights.map((one) => rounded(height - y(one))),
      height,
    )
  const layers = stack<number>()
    .keys(areas.map((_, area) => String(area)))
    .value((day, area) => areas[Number(area)]?.[day] ?? 0)(days.map((_, day) => day))
  return {
    areas: layers.map((layer) => steps(layer.map(([, to]) => to)).forth + steps(layer.map(([from]) => from)).back),
    line: steps([...line]).forth,
    amounts: y
      .ticks(3)
      .filter(Number.isInteger)
      .map((amount) => ({ amount, y: y(amount) })),
    x: (day: number) => x(day),
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10

type Steps = { forth: string; back: string }

/**
 * Returns the path along heights that change at these places, from the first place to the last and back. Heights that
 * stay the same need no step.
 */
function stepsOf(places: number[], heights: number[], bottom: number): Steps {
  const corners = heights.flatMap((height, index) => {
    const before = heights[index - 1]
    return before === undefined || before === height ? [] : [{ place: places[index] ?? 0, before, height }]
  })
  const [end, first] = [places.at(-1) ?? 0, heights.at(0) ?? bottom]
  const forth = corners.map(({ place, height }) => `H${place}V${height}`).join('')
  const back = corners.toReversed().map(({ place, before }) => `H${place}V${before}`)
  return { forth: `M0 ${first}${forth}H${end}`, back: `V${heights.at(-1) ?? bottom}${back.join('')}H0Z` }
}
