import 'server-only'
import { headers } from 'next/headers'
import { after } from 'next/server'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { instanceSecret } from '@/lib/people/secrets'
import { hiddenFields } from '@/lib/platform/form-input'
import { hasScript } from './has-script'

/*
 * Keeps a form through the sign-in when it was sent without script after its sender's session ended. The page cannot
 * be shown to someone who is signed out, so its layout asks them to sign in. A hidden field holds what was typed. It is
 * encrypted, and never part of a URL or stored in the database. After the sign-in, the same page shows the form again
 * with its text, and the person sends it.
 */

const InterruptedForm = z.object({
  /** The form's ID on its page. */
  form: z.string(),
  /** The account for which the page was rendered. Empty if unknown. */
  account: z.string(),
  typed: z.record(z.string(), z.string()),
})

export type InterruptedForm = z.infer<typeof InterruptedForm>

/** Forms by the ID of the request. An action stores a form here for the page that answers the same request. */
const byRequest = new Map<string, InterruptedForm>()

const requestId = async () => (await headers()).get('x-request-id') ?? ''

/** Passes a form to the page that answers this request. With script, the page stays as it is and needs nothing. */
export async function passToPage(form: InterruptedForm) {
  if (await hasScript()) return
  const id = await requestId()
  byRequest.set(id, form)
  after(() => {
    byRequest.delete(id)
  })
}

/** Returns the form that came with this request, if nothing has used it yet. */
export const interruptedForm = async () => byRequest.get(await requestId())

const sealing = () => ({ secret: instanceSecret(), salt: 'interrupted form' })

/** Encrypts a form as the value of a hidden field. The value works for an hour, and nobody can read or change it. */
export const sealed = (form: InterruptedForm) => encode({ token: form, maxAge: 60 * 60, ...sealing() })

/** Reads a form from the hidden field in which it came back, and passes it on. Returns whether there was one. */
export async function restoreForm(form: FormData): Promise<boolean> {
  const text = form.get(hiddenFields.interrupted)
  if (typeof text !== 'string' || text === '') return false
  const token = await decode({ token: text, ...sealing() }).catch(() => null)
  const read = InterruptedForm.safeParse(token)
  if (read.success) await passToPage(read.data)
  return read.success
}
