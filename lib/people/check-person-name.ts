import 'server-only'
import { type GivenBy, isConfirmed, similarityTo, whoConfirms } from '@/lib/domain/name-confirmation'
import type { Transaction } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { inEveryLanguage } from '@/lib/platform/languages'
import { lookOf } from '@/lib/platform/look-alike'
import { invalidField } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'

/**
 * A person and their new name. `before` is their current name, which they may spell differently as long as it looks the
 * same.
 */
type Given = { id: string; name: string; before?: string }

/**
 * Returns what a person's name looks like. Unlike the names of organizations, it contains no numbers, so a digit counts
 * as the letter that it resembles, and `rn` as `m`. A mark that belongs to none of the letters counts as an ornament.
 */
const lookOfPerson = (name: string) =>
  lookOf(name.normalize('NFC').replace(/(?<=\p{Script=Latin})\p{Mn}+|(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, ''))
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')

/** Returns the names by which the history and the pages call the product itself. */
const ours = () =>
  ['System', 'Followthrough', ...inEveryLanguage(() => t('history.system'))].map((name) => lookOfPerson(name))

/**
 * Refuses a name that is, or looks like, the name of another person with an account, unless an administrator confirmed
 * it. Always refuses a name of the product itself. Returns what the event records about the name. Names are checked one
 * after another, so that two similar ones cannot be given at the same time.
 */
export async function checkPersonName(tx: Transaction, { id, name, before }: Given, by: GivenBy) {
  const look = lookOfPerson(name)
  if (before !== undefined && look === lookOfPerson(before)) return { ok: true, recorded: null } as const
  if (ours().includes(look)) return invalidField('name', 'name_reserved')

  await lockName(tx, 'names of people')
  const others = await tx.user.findMany({
    where: { disabledAt: null, id: { not: id } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  const similar = others.find((other) => lookOfPerson(other.name) === look)
  if (similar && !isConfirmed(by)) return invalidField('name', 'name_imitates', whoConfirms(by))
  return { ok: true, recorded: similar ? similarityTo(similar) : null } as const
}
