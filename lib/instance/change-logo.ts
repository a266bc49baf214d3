import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/people/actor'
import { conflict, forbidden, invalidField, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { about } from './about'
import { changeInstance } from './change-instance'
import { mayEditInstance } from './policy'
import { instanceId, instanceNow } from './queries'
import { largestLogo, readLogo } from './read-logo'
import type { Instance } from './shown'

const Bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.length > 0,
  'logo_missing',
)

const Setting = z.strictObject({ version: Version, logo: Bytes })
const Removing = z.strictObject({ version: Version })

/** Gives the instance a logo. History names it by its SHA-256. */
export async function setLogo(actor: Actor, input: unknown): Promise<Result<Instance>> {
  const parsed = Setting.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (!mayEditInstance(actor)) return forbidden('instance_forbidden')

  const { version, logo } = parsed.data
  if (logo.length > largestLogo) return invalidField('logo', 'logo_too_large', { maximum: largestLogo / 1024 })

  const read = readLogo(logo)
  if (!read) return invalidField('logo', 'logo_unreadable')

  const { type: logoType, width: logoWidth, height: logoHeight } = read
  const logoHash = createHash('sha256').update(logo).digest('hex')
  return replaceLogo(actor, version, { logo, logoHash, logoType, logoWidth, logoHeight })
}

/** Takes the logo away: the product's sign is shown again. */
export async function removeLogo(actor: Actor, input: unknown): Promise<Result<Instance>> {
  const parsed = Removing.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (!mayEditInstance(actor)) return forbidden('instance_forbidden')

  return replaceLogo(actor, parsed.data.version, none)
}

type Logo = {
  logo: Uint8Array<ArrayBuffer> | null
  logoHash: string | null
  logoType: string | null
  logoWidth: number | null
  logoHeight: number | null
}

const none: Logo = { logo: null, logoHash: null, logoType: null, logoWidth: null, logoHeight: null }

const replaceLogo = (actor: Actor, version: number, logo: Logo) =>
  changeInstance(actor, async (tx, record) => {
    const before = await instanceNow(tx)
    const hash = before.logo?.hash ?? null
    if (hash === logo.logoHash) return unchanged(before)

    const { count } = await tx.instance.updateMany({
      where: { id: instanceId, version },
      data: { ...logo, version: { increment: 1 } },
    })
    if (count === 0) return conflict('instance_changed', await instanceNow(tx))

    record({
      kind: 'instance.logo_changed',
      ...about,
      body: { before: { logo: hash }, after: { logo: logo.logoHash } },
    })
    return ok(await instanceNow(tx))
  })
