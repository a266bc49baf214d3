import { addCycle } from '@/lib/cycles/add-cycle'
import { cancelCycle } from '@/lib/cycles/cancel-cycle'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import { remindCycle } from '@/lib/notifications/remind-cycle'
import { givenAssignment } from '../given'
import { givenCycle } from '../given-cycle'
import { keepers, type Permission } from './permission'

const later = { opensOn: '2099-01-01', closesOn: '2099-01-31' }

const one = (command: string, attempt: Permission['attempt']): Permission => ({
  command,
  relation: 'anything',
  allowed: keepers,
  attempt,
})

export const onCycles: Permission[] = [
  one('addCycle', (person) => addCycle(person, { name: 'Mid-year', ...later })),
  one('editCycle', async (person) => {
    const { id, version } = await givenCycle(later)
    return editCycle(person, { id, version, name: 'Half-year' })
  }),
  one('cancelCycle', async (person) => cancelCycle(person, { id: (await givenCycle(later)).id })),
  one('closeCycle', async (person) => closeCycle(person, { id: (await givenCycle()).id })),
  one('remindCycle', async (person) => {
    const { recommendation } = await givenAssignment()
    const [code = ''] = recommendation.key.split('-1.1')
    return remindCycle(person, { id: (await givenCycle({ document: code })).id })
  }),
]
