import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { conflict, forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { nameText, writtenText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { changeInstance } from './change-instance'
import { logoChanged, logoIn, Picture } from './change-logo'
import { ContactAddress } from './contact-address'
import type { Instance } from './instance'
import { mayEditInstance } from './policy'
import { instanceId, instanceNow } from './queries'

/** A field that is left blank clears the value. */
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed), schema.optional())

const Editing = z.strictObject({
  version: Version,
  name: nameText('name_missing', 80),
  contactName: orNothing(nameText('field_unreadable', 120)),
  contactAddress: orNothing(ContactAddress),
  contactWords: orNothing(writtenText('field_unreadable', 300)),
  /** A new logo. Without one, the current logo stays. */
  logo: Picture.optional(),
})

/**
 * Changes the name and contact of the instance, and its logo if one is given, all in one transaction. The history
 * records the names, but not the contacts: a contact can be a person who may want it erased. Refusals:
 * `instance_forbidden`, `instance_changed`.
 */
export async function editInstance(actor: Actor, input: unknown): Promise<Result<Instance>> {
  const parsed = Editing.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (!mayEditInstance(actor)) return forbidden('instance_forbidden')

  const { version, name, contactName = null, contactAddress = null, contactWords = null } = parsed.data
  const picture = parsed.data.logo && logoIn(parsed.data.logo)
  if (picture && !picture.ok) return picture

  return changeInstance(actor, async ({ tx, record }) => {
    const before = await instanceNow(tx)
    const renamed = before.name !== name
    const contactChanged =
      (before.contact?.name ?? null) !== contactName ||
      (before.contact?.address ?? null) !== contactAddress ||
      (before.contact?.words ?? null) !== contactWords
    const oldLogo = before.logo?.hash ?? null
    const logo = picture?.columns.logoHash === oldLogo ? undefined : picture?.columns
    if (!renamed && !contactChanged && !logo) return unchanged(before)

    const { count } = await tx.instance.updateMany({
      where: { id: instanceId, version },
      data: { ...(renamed && { name }), ...logo, contactName, contactAddress, contactWords, version: { increment: 1 } },
    })
    if (count === 0) return conflict('instance_changed', await instanceNow(tx))

    if (renamed)
      record({
        kind: 'instance.renamed',
        subjectId: instanceId,
        body: { before: { name: before.name }, after: { name } },
      })
    if (contactChanged)
      record({ kind: 'instance.contact_changed', subjectId: instanceId, body: { before: null, after: null } })
    if (logo) record(logoChanged(oldLogo, logo.logoHash))
    return ok(await instanceNow(tx))
  })
}
