const arrows: Partial<Record<string, 'next' | 'previous' | 'below' | 'above'>> = {
  ArrowDown: 'below',
  ArrowUp: 'above',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
}

/** Moves the focus from a cell of a matrix to the nearest one in the direction of an arrow key that has a link. */
export function stepInMatrix(key: string): boolean {
  const cell = document.activeElement?.closest<HTMLTableCellElement>('[data-cells] tbody :is(td, th)')
  const way = arrows[key]
  if (!cell || !way) return false
  const link = cellsFrom(cell, way)
    .map((one) => one.querySelector('a'))
    .find((one) => one !== null)
  link?.focus({ preventScroll: true })
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return true
}

function cellsFrom(cell: HTMLTableCellElement, way: 'next' | 'previous' | 'below' | 'above'): HTMLTableCellElement[] {
  const row = cell.parentElement
  if (!(row instanceof HTMLTableRowElement)) return []
  if (way === 'next' || way === 'previous') {
    const backwards = (way === 'previous') !== (getComputedStyle(row).direction === 'rtl')
    return backwards ? [...row.cells].slice(0, cell.cellIndex).reverse() : [...row.cells].slice(cell.cellIndex + 1)
  }
  const rows = [...(row.parentElement?.querySelectorAll('tr') ?? [])]
  const here = rows.indexOf(row)
  const others = way === 'below' ? rows.slice(here + 1) : rows.slice(0, here).reverse()
  const column = columnOf(cell)
  return others.flatMap(({ cells }) => [...cells].findLast((one) => columnOf(one) <= column) ?? [])
}

/** Returns the number of a cell's first column. Columns in a row without a cell, and text about all columns, are one cell. */
function columnOf(cell: HTMLTableCellElement) {
  let columns = 0
  for (let one = cell.previousElementSibling; one instanceof HTMLTableCellElement; one = one.previousElementSibling)
    columns += one.colSpan
  return columns
}
