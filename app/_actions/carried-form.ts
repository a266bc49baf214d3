import 'server-only'
import { headers } from 'next/headers'
import { after } from 'next/server'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { instanceSecret } from '@/lib/people/secrets'
import { hiddenFields } from '@/lib/platform/form-input'
import { hasScript } from './has-script'

/*
 * A form that is sent without script by somebody whose session has ended. Their page cannot be shown to nobody, so its
 * layout asks to sign in instead, and holds what was typed in a hidden field: encrypted, and never in an address or a
 * database. After the sign-in the same page shows the form again, filled in. Its person then sends it.
 */

const Carried = z.object({
  /** Which form of its page it is. */
  form: z.string(),
  /** Whose page it was; empty if unknown. */
  account: z.string(),
  typed: z.record(z.string(), z.string()),
})

export type Carried = z.infer<typeof Carried>

/** By the id of the request: an action puts a form here, and the page that answers the same request reads it. */
const byRequest = new Map<string, Carried>()

const requestId = async () => (await headers()).get('x-request-id') ?? ''

/** Hands a form on to the page that answers this request. With script the page stays as it is and needs nothing. */
export async function carry(form: Carried) {
  if (await hasScript()) return
  const id = await requestId()
  byRequest.set(id, form)
  after(() => {
    byRequest.delete(id)
  })
}

/** The form that came with this request and has not been used. */
export const carriedHere = async () => byRequest.get(await requestId())

const sealing = () => ({ secret: instanceSecret(), salt: 'carried form' })

/** The form as the value of a hidden field, for an hour: nobody can read or change it. */
export const sealed = (form: Carried) => encode({ token: form, maxAge: 60 * 60, ...sealing() })

/** Takes a form out of the hidden field in which it came back, and hands it on. Returns whether there was one. */
export async function carryOn(form: FormData): Promise<boolean> {
  const text = form.get(hiddenFields.carried)
  if (typeof text !== 'string' || text === '') return false
  const token = await decode({ token: text, ...sealing() }).catch(() => null)
  const read = Carried.safeParse(token)
  if (read.success) await carry(read.data)
  return read.success
}
