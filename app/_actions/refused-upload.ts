import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { instanceSecret } from '@/lib/people/secrets'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'

/*
 * A form with a file goes to a route that reads it as it arrives, and a route cannot render the page again. Without
 * script it leads back to the page, whose URL then contains what was typed and what was wrong with it. That is encrypted,
 * and only the person who typed it can use it, for an hour. The file has to be chosen again.
 */

const texts = z.record(z.string(), z.string())
const Refused = z.object({
  account: z.string(),
  message: z.string().optional(),
  errors: texts.optional(),
  typed: texts,
})

const sealing = () => ({ secret: instanceSecret(), salt: 'refused upload' })

/** Encrypts the state of a refused form. */
export const refusedUpload = ({ id: account }: { id: string }, { message, errors, typed }: FormState) =>
  encode({ token: { account, message, errors, typed: { ...typed } }, maxAge: 60 * 60, ...sealing() })

/** Returns the state of a form that this person sent and that was refused. */
export async function readRefusedUpload({ id }: { id: string }, text: string): Promise<FormState | undefined> {
  const token = await decode({ token: text, ...sealing() }).catch(() => null)
  const { success, data } = Refused.safeParse(token)
  if (!success || data.account !== id) return undefined
  const { message, errors, typed } = data
  return { typed, ...(message && { message }), errors: { file: t('evidence.form.fileAgain'), ...errors } }
}

/** Answers a form with a file: the script of the form with its state, and a browser without script with an address. */
export function answerUpload({ headers }: Request, state: FormState, to: string) {
  if (headers.get('accept')?.includes('application/json')) return Response.json(state)
  return new Response(null, { status: 303, headers: { location: to } })
}
