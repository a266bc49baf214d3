import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { words } from '@/lib/platform/i18n'
import { lookOf } from '@/lib/platform/look-alike'

/** Names by which the history and the pages call the product itself. */
const ours = ['System', 'Followthrough', words('history.system')].map(lookOf)

/** Whether a name is, or looks like, that of another person with an account, or of the product itself. */
export async function looksTaken(tx: Transaction, name: string, otherThan: string) {
  const look = lookOf(name)
  const others = await tx.user.findMany({
    where: { disabledAt: null, id: { not: otherThan } },
    select: { name: true },
  })
  return ours.includes(look) || others.some((other) => lookOf(other.name) === look)
}
