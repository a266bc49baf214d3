import { annotate } from '@/lib/annotations/annotate'
import { erase } from '@/lib/erasures/erase'
import { erasableIn } from '@/lib/erasures/queries'
import { erasePerson } from '@/lib/people/erase-person'
import { givenRecommendation, people, valueIn } from '../given'
import { givenPerson } from '../given-person'
import { administrators, type Permission } from './permission'

const byLaw = { reason: 'Court order 12/2027', confirm: true }

export const onErasures: Permission[] = [
  {
    command: 'erase',
    relation: 'anything',
    allowed: administrators,
    attempt: async (person) => {
      const { key } = await givenRecommendation()
      const { id } = valueIn(await annotate(people.amina, { key, body: 'Worth a look.' }))
      const { found } = await erasableIn(people.faisal, 'annotation', id)
      return erase(person, { noun: 'annotation', id, items: found.map((one) => one.id), ...byLaw })
    },
  },
  {
    command: 'erasePerson',
    relation: 'somebody else',
    allowed: administrators,
    attempt: async (person) => erasePerson(person, { id: (await givenPerson()).id, version: 1, ...byLaw }),
  },
  {
    command: 'erasePerson',
    relation: 'oneself',
    allowed: [],
    attempt: (person) => erasePerson(person, { id: person.id, version: 1, ...byLaw }),
  },
]
