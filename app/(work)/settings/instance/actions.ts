'use server'

import { action, actionWith } from '@/app/_forms/action'
import { finished } from '@/app/_forms/finished'
import { meanwhile } from '@/app/_forms/meanwhile'
import { removeLogo, setLogo } from '@/lib/instance/change-logo'
import { editInstance } from '@/lib/instance/edit-instance'
import { mayEditInstance } from '@/lib/instance/policy'
import { readFile, readForm } from '@/lib/platform/form'
import { words } from '@/lib/platform/i18n'

export const saveNameAndContact = action(async (actor, form) => {
  const { version, name, contactName, contactAddress, contactWords } = readForm(form)
  const result = await editInstance(actor, { version, name, contactName, contactAddress, contactWords })
  return result.ok ? saved('general') : meanwhile(result, form)
})

export const saveLogo = actionWith(
  { files: ['logo'], may: [mayEditInstance, 'instance_forbidden'] },
  async (actor, form) => {
    const { version } = readForm(form)
    const result = await setLogo(actor, { version, logo: await readFile(form, 'logo') })
    return result.ok ? saved('logo') : meanwhile(result, form)
  },
)

export const takeLogoAway = action(async (actor, form) => {
  const { version } = readForm(form)
  const result = await removeLogo(actor, { version })
  return result.ok ? saved('logo') : meanwhile(result, form)
})

const saved = (section: string) =>
  finished({ done: words('people.saved'), href: `/settings/instance?done=${section}#${section}` })
