'use server'

import { action } from '@/app/_forms/action'
import { inviteUser } from '@/lib/people/invite-user'
import { readForm, readTyped } from '@/lib/platform/form'
import { atField } from './at-field'
import { linkMade } from './link-made'

export const inviteSomebody = action(async (actor, form) => {
  const { id, name, email, role, organization } = readForm(form)
  const organizations = organization ? [organization] : []
  const result = await inviteUser(actor, { id, name, email, role, organizations })
  return atField('organization', linkMade(result, readTyped(form)))
})
