import { signInAddress } from '@/app/_addresses/sign-in'
import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { findKeptForm, keepForm, keptFor } from '@/lib/people/kept-forms'
import { instanceSecret } from '@/lib/people/secrets'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { readRest, type SentFields } from '@/lib/platform/receive-form'
import { answerSignedOut } from '@/lib/platform/request-scope'

/*
 * A form with a file goes to a route that reads it as it arrives, and a route cannot render the page again. Without
 * script it leads back to the page, whose URL then names what was typed and what was wrong with it. That is kept on the
 * server for an hour, encrypted, for the person who typed it. The file has to be chosen again.
 */

type Person = Pick<Actor, 'id'>

const texts = z.record(z.string(), z.string())
const Refused = z.object({ message: z.string().optional(), errors: texts.optional(), typed: texts })

const sealing = () => ({ secret: instanceSecret(), salt: 'refused upload' })

type Refusal = { state: FormState; rest: SentFields; sent: SentFields }

/**
 * Answers a form that was refused with what was typed. `sent` are the fields that were read with the file, and `rest`
 * those that were read afterwards. A text that would be kept in part is not kept, and the answer says so. `to` returns
 * the address of the form by the ID of what is kept.
 */
export async function answerRefusedUpload(
  request: Request,
  actor: Person,
  { state, rest, sent }: Refusal,
  to: (kept: string) => string,
) {
  const whole = rest.whole && sent.whole
  const refused = { ...state, typed: whole ? { ...rest.fields, ...state.typed } : {} }
  if (wantsState(request.headers)) return Response.json(refused)
  const kept = whole ? await keep(actor, refused) : undefined
  return redirected(to(kept ?? (await keepWithoutText(actor, refused))))
}

async function keep(actor: Person, { message, errors, typed }: FormState) {
  const token = { message, errors, typed: { ...typed } }
  return keepForm(actor, await encode({ token, maxAge: keptFor / 1000, ...sealing() }))
}

const keepWithoutText = async (actor: Person, state: FormState) =>
  (await keep(actor, { ...state, message: t('errors.form_too_large_to_keep'), typed: {} })) ?? ''

/**
 * Returns the state of a form that this person sent and that was refused. If it is no longer kept, the state says that
 * nothing was saved.
 */
export async function readRefusedUpload(actor: Person, id: string): Promise<FormState> {
  const sealed = await findKeptForm(actor, id)
  const token = sealed && (await decode({ token: sealed, ...sealing() }).catch(() => null))
  const { success, data } = Refused.safeParse(token)
  if (!success) return { message: t('errors.form_not_kept') }
  const { message, errors, typed } = data
  return { typed, ...(message && { message }), errors: { file: t('evidence.form.fileAgain'), ...errors } }
}

/** Answers a form with a file: the script of the form with its state, and a browser without script with an address. */
export function answerUpload({ headers }: Request, state: FormState, to: string) {
  if (wantsState(headers)) return Response.json(state)
  return redirected(to)
}

/**
 * Answers a form with a file whose sender's session has ended. Without script, the page that answers keeps what was
 * typed, and if nothing was, leads through the sign-in to `form`, the address of the form.
 */
export async function answerSignedOutUpload(request: Request, form: string) {
  const { fields: typed, whole } = wantsState(request.headers) ? { fields: {}, whole: true } : await readRest(request)
  if (!whole) return new Response(null, { status: 413 })
  if (Object.keys(typed).length === 0) {
    return answerUpload(request, { signedOut: true }, signInAddress(form))
  }
  answerSignedOut(typed)
  return new Response(null, { status: 401 })
}

const redirected = (to: string) => new Response(null, { status: 303, headers: { location: to } })

/** Returns whether the script of a form sent it, which keeps the form as it is. */
const wantsState = (headers: Headers) => headers.get('accept')?.includes('application/json') ?? false
