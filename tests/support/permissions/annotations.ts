import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { previewAnnotation } from '@/lib/annotations/preview-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import type { Role } from '@/prisma/generated/enums'
import { givenRecommendation, people } from '../given'
import { givenPerson } from '../given-person'
import { everybody, keepers, type Permission, readersOfAll, whose, whoTakePart } from './permission'

async function givenNote(author: Actor, more: object = {}) {
  const { key } = await givenRecommendation()
  const made = await annotate(author, { key, body: 'Worth a look.', ...more })
  if (!made.ok) throw new Error('No note was made.')
  return { key, ...made.value }
}

/** Creates an annotation by the actor. A viewer may have written it in an earlier role. */
async function ownNote(person: Actor) {
  const as = (role: Role) => db.user.update({ where: { id: person.id }, data: { role } })
  await as('focal_point')
  const { id, version } = await givenNote({ ...person, role: 'focal_point' })
  await as(person.role)
  return { id, version }
}

const writing = (relation: Permission['relation'], allowed: Permission['allowed'], more: object): Permission => ({
  command: 'annotate',
  relation,
  allowed,
  attempt: async (person) =>
    annotate(person, { key: (await givenRecommendation()).key, body: 'Worth a look.', ...more }),
})

const previewing: Permission = {
  command: 'previewAnnotation',
  relation: 'anything',
  allowed: whoTakePart,
  attempt: async (person) =>
    previewAnnotation(person, { key: (await givenRecommendation()).key, body: 'Worth a look.' }),
}

/** Reading is no command: it succeeds if the annotation is among those that the actor can see. */
const reading = (relation: Permission['relation'], allowed: Permission['allowed'], more: object): Permission => ({
  command: 'findOne',
  relation,
  allowed,
  attempt: async (person): Promise<Result<unknown>> => {
    const { key, id } = await givenNote(people.chen, more)
    const one = await findRecommendationInFull(person, key)
    return one?.annotations.some((note) => note.id === id)
      ? ok(one)
      : { ok: false, reason: 'not_found', code: 'annotation_not_found', params: {} }
  },
})

const own = { audience: 'organization', organization: whose['own organization'].slug }
const anothers = { audience: 'organization', organization: whose['another organization'].slug }

export const onAnnotations: Permission[] = [
  previewing,
  writing('anything', whoTakePart, { audience: 'internal' }),
  writing('anything', whoTakePart, { audience: 'public' }),
  writing('own organization', whoTakePart, own),
  writing('another organization', keepers, anothers),
  reading('anything', everybody, { audience: 'internal' }),
  reading('anything', everybody, { audience: 'public' }),
  reading('own organization', everybody, own),
  reading('another organization', readersOfAll, anothers),
  {
    command: 'editAnnotation',
    relation: 'oneself',
    allowed: whoTakePart,
    attempt: async (person) => editAnnotation(person, { ...(await ownNote(person)), body: 'Worth two.' }),
  },
  {
    command: 'editAnnotation',
    relation: 'somebody else',
    allowed: [],
    attempt: async (person) => {
      const { id, version } = await givenNote(await givenPerson())
      return editAnnotation(person, { id, version, body: 'Worth two.' })
    },
  },
  {
    command: 'withdrawAnnotation',
    relation: 'oneself',
    allowed: whoTakePart,
    attempt: async (person) => withdrawAnnotation(person, { id: (await ownNote(person)).id }),
  },
  {
    command: 'withdrawAnnotation',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (person) =>
      withdrawAnnotation(person, { id: (await givenNote(await givenPerson())).id, reason: 'Not for here.' }),
  },
]
