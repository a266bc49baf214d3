const rows = '[data-rows] > *, [data-row]'
const search = 'search input[type="search"]'

/** Runs the action of a single key, on any page. In the search field only Escape acts: it leaves the field. */
export function follow(event: KeyboardEvent) {
  if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.matches(search)) event.target.blur()
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  const acts = { '/': toSearch, '?': toHelp, j: () => step(1), k: () => step(-1), x: choose }
  const act = Object.entries(acts).find(([key]) => key === event.key)?.[1]
  if (act?.()) event.preventDefault()
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

/** Moves the focus to the link of the next or previous row, which Enter opens. Starts with the first row. */
function step(by: 1 | -1) {
  const all = [...document.querySelectorAll<HTMLElement>(rows)].filter((row) => row.querySelector('a, summary'))
  const here = all.findIndex((row) => row.contains(document.activeElement))
  const row = all[here === -1 && by === -1 ? all.length - 1 : here + by]
  row?.querySelector<HTMLElement>('a, summary')?.focus()
  row?.scrollIntoView({ block: 'nearest' })
  return row !== undefined
}

function choose() {
  const box = document.activeElement?.closest(rows)?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  box?.click()
  return Boolean(box)
}
