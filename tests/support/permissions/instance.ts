import { removeLogo } from '@/lib/instance/change-logo'
import { editInstance } from '@/lib/instance/edit-instance'
import { findInstance } from '@/lib/instance/queries'
import { newId } from '@/lib/platform/id'
import { administrators, type Deed } from './deed'

const versionNow = async () => (await findInstance()).version

export const deedsOnInstance: Deed[] = [
  {
    command: 'editInstance',
    relation: 'anything',
    allowed: administrators,
    attempt: async (doer) => editInstance(doer, { version: await versionNow(), name: `Follow-up ${newId()}` }),
  },
  {
    command: 'removeLogo',
    relation: 'anything',
    allowed: administrators,
    attempt: async (doer) => removeLogo(doer, { version: await versionNow() }),
  },
]
