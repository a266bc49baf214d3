import { previewPublication } from '@/lib/publications/preview-publication'
import { generateAgain, requestPublication } from '@/lib/publications/request-publication'
import { people, valueIn } from '../given'
import { keepers, type Permission } from './permission'

const one = (command: string, attempt: Permission['attempt']): Permission => ({
  command,
  relation: 'anything',
  allowed: keepers,
  attempt,
})

export const onPublications: Permission[] = [
  one('previewPublication', (person) => previewPublication(person, {})),
  one('requestPublication', (person) => requestPublication(person, {})),
  one('generateAgain', async (person) => {
    const { code } = valueIn(await requestPublication(people.chen, {}))
    return generateAgain(person, { code })
  }),
]
