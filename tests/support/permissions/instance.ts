import { removeLogo } from '@/lib/instance/change-logo'
import { editInstance } from '@/lib/instance/edit-instance'
import { findInstance } from '@/lib/instance/queries'
import { newId } from '@/lib/platform/id'
import { administrators, type Permission } from './permission'

const versionNow = async () => (await findInstance()).version

export const onInstance: Permission[] = [
  {
    command: 'editInstance',
    relation: 'anything',
    allowed: administrators,
    attempt: async (person) => editInstance(person, { version: await versionNow(), name: `Follow-up ${newId()}` }),
  },
  {
    command: 'removeLogo',
    relation: 'anything',
    allowed: administrators,
    attempt: async (person) => removeLogo(person, { version: await versionNow() }),
  },
]
