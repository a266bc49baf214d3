'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { signedIn } from '@/app/signed-in'
import { addGroup } from '@/lib/organizations/add-group'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { namesIn } from '@/lib/organizations/names'
import { type FormState, readForm, readTyped, refused } from '@/lib/platform/form'
import { atOneField } from './at-one-field'
import { outcomes } from './outcomes'

/** The answer stays on the page, without script too: it says what became of each line. */
export async function addNames(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { names = '' } = readForm(form)
  const result = await addOrganizations(actor, { names: namesIn(names) })
  if (!result.ok) return atOneField('names', refused(result, readTyped(form)))

  refresh()
  return { done: outcomes(result.value.rows) }
}

export async function makeGroup(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { id, name } = readForm(form)
  const result = await addGroup(actor, { id, name })
  if (result.ok) redirect(`/groups/${result.value.slug}`)

  return refused(result, readTyped(form))
}
