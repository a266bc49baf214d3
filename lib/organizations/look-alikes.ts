import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { lookOf } from '@/lib/platform/look-alike'

/**
 * For each new name, an organization in use that is called otherwise but looks the same, for example with Cyrillic letters
 * among Latin ones; `except` is left out.
 */
export async function lookAlikes(tx: Transaction, names: string[], except?: string) {
  const there = await tx.organization.findMany({
    where: { archivedAt: null, ...(except !== undefined && { id: { not: except } }) },
    select: { name: true },
  })
  const byLook = new Map(there.map(({ name }) => [lookOf(name), name]))
  return names.map((name) => {
    const other = byLook.get(lookOf(name))
    return other !== undefined && plain(other) !== plain(name) ? other : undefined
  })
}

/** Names that differ only in signs and blanks are no imitation: "Agency A/B" and "Agency A-B". */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
