import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { conflict, forbidden, invalidField, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { changeInstance } from './change-instance'
import type { Instance } from './instance'
import { mayEditInstance } from './policy'
import { instanceId, instanceNow } from './queries'
import { largestLogo, readLogo } from './read-logo'

/** The bytes of an image. */
export const Picture = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.length > 0,
  'logo_missing',
)

/**
 * Returns the part of an image that is stored as the logo, without bytes that follow its end in the file. Returns what
 * is wrong with the image if it cannot be a logo.
 */
export function logoIn(sent: Uint8Array<ArrayBuffer>) {
  if (sent.length > largestLogo) return invalidField('logo', 'logo_too_large', { maximum: largestLogo / 1024 })

  const read = readLogo(sent)
  if (!read) return invalidField('logo', 'logo_unreadable')

  const { type: logoType, width: logoWidth, height: logoHeight, end } = read
  if (end === null) return invalidField('logo', 'logo_cut_off')

  const logo = sent.slice(0, end)
  const logoHash = createHash('sha256').update(logo).digest('hex')
  return { ok: true, columns: { logo, logoHash, logoType, logoWidth, logoHeight } } as const
}

/** Returns the event for a change of the logo. It identifies the logo by its SHA-256. */
export const logoChanged = (before: string | null, after: string | null) =>
  ({
    kind: 'instance.logo_changed',
    subjectId: instanceId,
    body: { before: { logo: before }, after: { logo: after } },
  }) as const

const none = { logo: null, logoHash: null, logoType: null, logoWidth: null, logoHeight: null }

const Removing = z.strictObject({ version: Version })

/**
 * Removes the logo, so that pages show the product's sign again. Refusals: `instance_forbidden`, `instance_changed`.
 */
export async function removeLogo(actor: Actor, input: unknown): Promise<Result<Instance>> {
  const parsed = Removing.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (!mayEditInstance(actor)) return forbidden('instance_forbidden')

  const { version } = parsed.data
  return changeInstance(actor, async ({ tx, record }) => {
    const before = await instanceNow(tx)
    if (!before.logo) return unchanged(before)

    const { count } = await tx.instance.updateMany({
      where: { id: instanceId, version },
      data: { ...none, version: { increment: 1 } },
    })
    if (count === 0) return conflict('instance_changed', await instanceNow(tx))

    record(logoChanged(before.logo.hash, null))
    return ok(await instanceNow(tx))
  })
}
