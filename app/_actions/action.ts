import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { currentActor, type SignedIn } from '@/lib/people/session'
import { isDiskFull } from '@/lib/platform/database-failure'
import { type FormState, readTyped, refused, refusedBySize } from '@/lib/platform/form'
import { hiddenFields } from '@/lib/platform/form-input'
import { keepLinks } from '@/lib/platform/form-links'
import { type Code, t } from '@/lib/platform/i18n'
import { log } from '@/lib/platform/log'
import { noteRefusedForm, reachedBy } from '@/lib/platform/request-scope'
import { forbidden } from '@/lib/platform/result'
import { passToPage } from './interrupted-form'

/*
 * Makes every export of the 'use server' files, which tests/unit/actions.test.ts checks. docs/forms.md describes forms
 * as a whole. An action for people who are signed in:
 *
 *     export const sendReport = action(async (actor, form) => {
 *       const { id, narrative } = readForm(form)
 *       const result = await reportProgress(actor, { id, narrative })
 *       return result.ok ? finished({ href }) : refused(result, readTyped(form))
 *     })
 *
 * The size and the sender of the form are checked before the action sees it. A command then parses and authorizes before
 * it does any work. An action that does work before it calls its command declares who may send the form:
 *
 *     export const addNames = actionWith({ may: [mayKeepOrganizations, 'organization_forbidden'] }, async (actor, form) => …)
 *
 * People who are signed out are not redirected: the form says so and keeps what was typed.
 */

type Perform = (actor: SignedIn, form: FormData) => Promise<FormState>

export type ActionOptions = {
  /** Who may send the form, and the code of the refusal for everyone else. */
  may?: [policy: (actor: Actor) => boolean, otherwise: Code]
  /** The names of the fields that contain files. */
  files?: readonly string[]
  /** Whether the form asks for passwords, which are never sent back to it. */
  secret?: boolean
}

/** The largest number of fields in a form. */
const mostFields = 2000

export const action = (perform: Perform) => actionWith({}, perform)

export function actionWith(options: ActionOptions, perform: Perform) {
  const act = acting(options, perform)
  return async (before: FormState, form: FormData) => {
    const state = await act(form)
    if (state.typed) noteRefusedForm(hidden(form, 'form'), state.typed)
    return keepLinks(linksOf(before), state)
  }
}

/** Without script, the previous state comes back with the form, so the sender could have changed it. */
const Links = z.object({ links: z.array(z.object({ label: z.string(), value: z.string() })).max(mostFields) })
const linksOf = (before: unknown) => Links.safeParse(before).data?.links

function acting({ may, files, secret = false }: ActionOptions, perform: Perform) {
  return async (form: FormData): Promise<FormState> => {
    const unfit = refusal(form, files)
    if (unfit) return unfit

    const typed = secret ? {} : readTyped(form)
    const actor = await currentActor()
    if (!actor) return signedOut(form, typed)
    const other = otherAccount(actor, form)
    if (other) return { ...other, typed }
    if (may && !may[0](actor)) return refused(forbidden(may[1]), typed)
    if (form.has(hiddenFields.enter)) return { message: t('errors.button_missing'), typed }
    return unlessFull(typed, () => perform(actor, form))
  }
}

/** Makes an action that everyone may use, such as signing in. */
export function publicAction(perform: (form: FormData) => Promise<FormState>) {
  return async (_: FormState, form: FormData): Promise<FormState> => {
    const unfit = refusal(form)
    if (unfit) return unfit
    const typed = Object.entries(readTyped(form)).filter(([name]) => !/password/i.test(name))
    return unlessFull(Object.fromEntries(typed), () => perform(form))
  }
}

/** Turns a full disk into a message in the form, which keeps what was typed. Nothing was saved. */
async function unlessFull(typed: Record<string, string>, perform: () => Promise<FormState>): Promise<FormState> {
  try {
    return await perform()
  } catch (error) {
    if (!isDiskFull(error)) throw error
    log.warn({ failure: 'full', reason: String(error) }, 'A form could not be saved.')
    return { message: t('errors.disk_full'), typed }
  }
}

/** Refuses input that is not a form of the expected size. Anyone can call an action with any value. */
function refusal(form: unknown, files?: readonly string[]): FormState | undefined {
  reachedBy()
  return form instanceof FormData ? refusedBySize(form, mostFields, files) : { message: t('errors.form_unreadable') }
}

async function signedOut(form: FormData, typed: Record<string, string>): Promise<FormState> {
  await passToPage({ form: hidden(form, 'form'), account: hidden(form, 'account'), typed })
  return { signedOut: true }
}

/**
 * Refuses a form from a page that was rendered for another account. The new person sees the form first, and sends it in
 * their own name the second time.
 */
function otherAccount(actor: SignedIn, form: FormData): FormState | undefined {
  const account = hidden(form, 'account')
  if (account === '' || account === actor.id) return undefined
  return { message: t('errors.other_account', { name: actor.name }), account: actor.id }
}

const hidden = (form: FormData, name: keyof typeof hiddenFields) => String(form.get(hiddenFields[name]) ?? '')
