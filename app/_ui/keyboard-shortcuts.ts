import { stepInMatrix } from './matrix-keys'

const rows = '[data-rows] > *, [data-row]'
/** What gets the focus in a row. */
const inRow = 'a, summary, [data-key]'
const search = 'search input[type="search"]'

/** Runs the action of a single key, on any page. In the search field only Escape acts: it leaves the field. */
export function follow(event: KeyboardEvent) {
  if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.matches(search)) event.target.blur()
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  const acts = { '/': toSearch, '?': toHelp, j: () => step(1), k: () => step(-1), x: choose }
  const act =
    Object.entries(acts).find(([key]) => key === event.key)?.[1] ?? (() => stepInMatrix(event.key) || press(event.key))
  if (act()) event.preventDefault()
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), select, textarea'))

function toSearch() {
  const field = document.querySelector<HTMLInputElement>(search)
  field?.focus()
  field?.select()
  return field !== null
}

function toHelp() {
  const help = document.getElementById('keys')
  help?.togglePopover()
  return help !== null
}

/** Moves the focus to the next or previous row, to its link, which Enter opens. */
function step(by: 1 | -1) {
  const all = [...document.querySelectorAll<HTMLElement>(rows)].filter((row) => row.querySelector(inRow))
  const here = all.findIndex((row) => row.contains(document.activeElement))
  const row = here === -1 ? nearest(all, by) : all[here + by]
  row?.querySelector<HTMLElement>(inRow)?.focus()
  row?.scrollIntoView({ block: 'nearest' })
  return row !== undefined
}

/** Returns the row after or before the focus, or the first or the last one if the focus is nowhere. */
function nearest(all: HTMLElement[], by: 1 | -1) {
  const focused = document.activeElement ?? document.body
  const isAfter = (row: HTMLElement) =>
    (focused.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) > 0 && !focused.contains(row)
  const next = all.findIndex(isAfter)
  if (next === -1) return by === 1 ? all[0] : all.at(-1)
  return all[by === 1 ? next : next - 1] ?? all.at(-1)
}

/** Presses the button of the focused row that has this key. */
function press(key: string) {
  const row = document.activeElement?.closest(rows)
  const button = [...(row?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
    ({ dataset }) => dataset.key === key,
  )
  button?.click()
  return Boolean(button)
}

function choose() {
  const box = document.activeElement?.closest(rows)?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  box?.click()
  return Boolean(box)
}
