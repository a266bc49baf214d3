'use server'

import { action, actionWith } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { pageAddress } from '@/app/_addresses/page-address'
import { removeLogo } from '@/lib/instance/change-logo'
import { editInstance } from '@/lib/instance/edit-instance'
import { mayEditInstance } from '@/lib/instance/policy'
import { readFile, readForm } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'

export const saveInstance = actionWith(
  { files: ['logo'], may: [mayEditInstance, 'instance_forbidden'] },
  async (actor, form) => {
    const { version, name, contactName, contactAddress, contactWords } = readForm(form)
    const logo = await readFile(form, 'logo')
    const result = await editInstance(actor, { version, name, contactName, contactAddress, contactWords, logo })
    if (result.ok) return saved('general')
    const state = formConflict(result, form)
    // A browser sends a file only once, so people have to choose it again.
    if (!logo) return state
    const errors = { logo: t('settings.instance.logoAgain'), ...state.errors }
    return { ...state, ...(state.errors && { message: messageFor(errors) }), errors }
  },
)

export const takeLogoAway = action(async (actor, form) => {
  const { version } = readForm(form)
  const result = await removeLogo(actor, { version })
  return result.ok ? saved('general') : formConflict(result, form)
})

const messageFor = (errors: object) => t('errors.fields_invalid', { count: Object.keys(errors).length })

const saved = (section: string) =>
  formDone({ done: t('people.saved'), href: pageAddress('/settings/instance', { done: section }, section) })
