import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationAddress, recommendationPath } from '@/app/_addresses/recommendation'
import { shownListAddress } from '@/app/_addresses/recommendation-list'
import type { Cell, Column, Over, Row } from '@/app/_ui/matrix-data'
import type { Party } from '@/lib/domain/answer-shapes'
import { distanceInWords } from '@/lib/domain/due-dates'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'
import { isPending } from '@/lib/domain/statuses'
import { inFigures, t } from '@/lib/platform/i18n'
import type { Shown } from '@/lib/register/filters'
import type { GroupCell, Matrix, MatrixCell } from '@/lib/register/matrix'
import type { MatrixRow } from '@/lib/register/matrix-page'

/** What a matrix shows: its columns, the heading above the members of an opened group, and the cells by recommendation. */
export type Contents = { columns: Column[]; over: Over | undefined; cells: Map<string, Cell[]> }

export function contentsOf(matrix: Matrix, shown: Shown, today: string): Contents {
  const { organizations, opened, groups } = matrix
  const members = opened?.members ?? []
  const columns = [
    ...[...organizations, ...members].map(({ slug, name }) => ({ key: slug, heading: name })),
    ...groups.map(({ slug, name }) => ({
      key: `group-${slug}`,
      heading: name,
      link: { href: shownListAddress(shown, { after: shown.after, open: slug }), label: t('list.matrix.open') },
    })),
  ]
  return { columns, over: opened && overMembers(organizations.length, opened, shown), cells: cellsOf(matrix, today) }
}

const overMembers = (from: number, { group, members }: NonNullable<Matrix['opened']>, shown: Shown): Over => ({
  from,
  count: members.length,
  heading: group.name,
  link: { href: shownListAddress(shown, { after: shown.after, open: undefined }), label: t('list.matrix.fold') },
})

/** Returns the cells of each recommendation in the order of the columns. */
function cellsOf({ organizations, opened, groups, ...found }: Matrix, today: string) {
  const members = opened?.members ?? []
  const placesFrom = (parties: Party[], from: number) => new Map(parties.map(({ slug }, place) => [slug, from + place]))
  const alone = placesFrom(organizations, 0)
  const inGroup = placesFrom(members, organizations.length)
  const ofGroups = placesFrom(groups, organizations.length + members.length)
  const cells = new Map<string, Cell[]>()
  const put = (key: string, cell: Cell) => {
    const before = cells.get(key)
    if (before) before.push(cell)
    else cells.set(key, [cell])
  }
  for (const cell of found.cells.values())
    put(cell.key, assignmentIn(alone.get(cell.organization.slug) ?? 0, cell, today))
  for (const cell of found.memberCells.values())
    put(cell.key, assignmentIn(inGroup.get(cell.organization.slug) ?? 0, cell, today))
  for (const cell of found.groupCells.values()) put(cell.key, groupIn(ofGroups.get(cell.group.slug) ?? 0, cell))
  for (const row of cells.values()) row.sort((a, b) => a.at - b.at)
  return cells
}

function assignmentIn(at: number, cell: MatrixCell, today: string): Cell {
  const { id, status, dueOn, matches } = cell
  const due = dueOn && isPending(status) ? distanceInWords(dueOn, today) : undefined
  return {
    at,
    status,
    href: assignmentAddress(id),
    ...(due?.tone === 'late' && { note: due.note, tone: due.tone }),
    ...(due?.tone === 'soon' && { note: t('list.dueSoon', { note: due.note }), tone: due.tone }),
    reported: reportedLateInWords(cell) || undefined,
    printed: matches || undefined,
  }
}

const groupIn = (at: number, { key, group, counts }: GroupCell): Cell => ({
  at,
  href: recommendationAddress(key, { group: group.slug }, 'assignments'),
  counts: counts.map(({ status, count, matching }) => ({
    status,
    all: inFigures(count),
    matching: matching > 0 ? inFigures(matching) : undefined,
  })),
  printed: counts.some(({ matching }) => matching > 0) || undefined,
})

type Named = { nameOf: (item: MatrixRow) => string; assigning: boolean }

/** Returns the row of a recommendation. */
export function rowOf(item: MatrixRow, cells: Contents['cells'], { nameOf, assigning }: Named): Row {
  const { key, title, assignments } = item
  return {
    key,
    href: recommendationPath(key),
    name: nameOf(item),
    title,
    cells: cells.get(key) ?? [],
    band:
      assignments > 0
        ? undefined
        : {
            text: t('list.matrix.nobody'),
            link: assigning
              ? { href: recommendationAddress(key, { assign: 'open' }, 'assignments'), label: t('list.matrix.assign') }
              : undefined,
          },
  }
}
