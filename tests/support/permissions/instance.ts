import { removeLogo, setLogo } from '@/lib/instance/change-logo'
import { editInstance } from '@/lib/instance/edit-instance'
import { findInstance } from '@/lib/instance/queries'
import { newId } from '@/lib/platform/id'
import { png } from '../pictures'
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
    command: 'setLogo',
    relation: 'anything',
    allowed: administrators,
    attempt: async (doer) => setLogo(doer, { version: await versionNow(), logo: png }),
  },
  {
    command: 'removeLogo',
    relation: 'anything',
    allowed: administrators,
    attempt: async (doer) => removeLogo(doer, { version: await versionNow() }),
  },
]
