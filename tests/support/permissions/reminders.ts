import { remind, remindAll } from '@/lib/notifications/remind'
import { givenAssignment } from '../given'
import { keepers, type Permission } from './permission'

export const onReminders: Permission[] = [
  {
    command: 'remind',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => remind(person, { assignmentId: (await givenAssignment()).id }),
  },
  {
    command: 'remindAll',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => remindAll(person, { key: (await givenAssignment()).recommendation.key }),
  },
]
