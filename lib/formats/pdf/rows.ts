import type { Item } from './page-items'

/** Pieces of text on one baseline, from left to right. */
export type Row = { items: Item[]; y: number; size: number }

const sameBaseline = 0.25
const smaller = 0.85
const raisedFrom = 0.12

/** Puts the pieces of text of a page on baselines, from the top. Superscripts stand on the baseline of their text. */
export function rowsOf(items: readonly Item[]): Row[] {
  const rows: Row[] = []
  for (const item of [...items].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.slice(-3).find(({ y, size }) => Math.abs(item.y - y) <= sameBaseline * Math.min(size, item.size))
    if (row) row.items.push(item)
    else rows.push({ items: [item], y: item.y, size: item.size })
  }
  for (const [place, row] of rows.entries()) row.items = row.items.filter((item) => !moves(rows, place, item))
  const kept = rows.filter((row) => row.items.length > 0)
  for (const row of kept) settle(row)
  return kept
}

/** Moves a piece of text to the row that it is raised above or lowered below. Returns whether there is one. */
function moves(rows: readonly Row[], place: number, item: Item): boolean {
  for (const row of [...rows.slice(place + 1, place + 4), ...rows.slice(Math.max(0, place - 2), place)]) {
    const host = row.items.find((other) => isHost(other, item))
    if (!host) continue
    row.items.push(item)
    return true
  }
  return false
}

/** Returns whether a piece of text touches a smaller one that stands a little above or below its baseline. */
function isHost(host: Item, item: Item) {
  const above = host.y - item.y
  if (item.size > host.size * smaller || above > host.size * 0.75 || above < host.size * -0.4) return false
  const after = item.x - host.end
  const before = host.x - item.end
  return (
    (after > -0.3 * host.size && after < 0.6 * host.size) || (before > -0.3 * host.size && before < 0.6 * host.size)
  )
}

/** Finds the baseline and the size of most of a row, and what is raised above it. */
function settle(row: Row) {
  row.items.sort((one, other) => one.x - other.x)
  const longest = row.items.reduce((most, item) =>
    item.text.length * item.size > most.text.length * most.size ? item : most,
  )
  row.y = longest.y
  row.size = longest.size
  for (const item of row.items) {
    item.raised = item.size <= row.size * smaller && row.y - item.y > row.size * raisedFrom
  }
}
