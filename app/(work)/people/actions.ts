'use server'

import { signedIn } from '@/app/signed-in'
import { inviteUser } from '@/lib/people/invite-user'
import { type FormState, readForm, readTyped } from '@/lib/platform/form'
import { atField } from './at-field'
import { linkMade } from './link-made'

export async function inviteSomebody(_: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn()
  const { id, name, email, role, organization } = readForm(form)
  const organizations = organization ? [organization] : []
  const result = await inviteUser(actor, { id, name, email, role, organizations })
  return atField('organization', linkMade(result, readTyped(form)))
}
