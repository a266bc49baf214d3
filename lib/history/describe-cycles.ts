import { t } from '@/lib/platform/i18n'
import {
  type Bodies,
  type Describers,
  day,
  fieldsOf,
  list,
  named,
  type Pair,
  pair,
  plain,
  type Scene,
} from './description'

type Planned = Bodies['cycle.edited']['after']

export const describeCycles: Describers<'cycle'> = {
  'cycle.added': ({ after }, scene) => ({
    sentence: t('history.event.cycle.added', { actor: scene.actor, name: after.name }),
    pairs: [...pairsOf(scene, {}, { ...after, name: undefined, ...asked(after) }), ...everybody(after)],
  }),
  'cycle.edited': ({ before, after }, scene) => ({
    sentence: t('history.event.cycle.edited', { actor: scene.actor, name: scene.name, what: fieldsOf(after) }),
    pairs: pairsOf(scene, before, after),
  }),
  'cycle.opened': ({ after }, { actor, name }) => ({
    sentence: t('history.event.cycle.opened', { actor, name, count: after.asked }),
    pairs: [],
  }),
  'cycle.extended': ({ before, after }, { actor, name }) => ({
    sentence: t('history.event.cycle.extended', { actor, name, date: day(after.closesOn) }),
    pairs: [pair('closesOn', day(before.closesOn), day(after.closesOn))],
  }),
  'cycle.cancelled': plain('cycle.cancelled'),
  'cycle.closed': ({ after }, { actor, name }) => ({
    sentence: t('history.event.cycle.closed', { actor, name }),
    pairs: (['answered', 'late', 'not_answered', 'closed'] as const).map((answer) =>
      pair(answer, undefined, String(after[answer])),
    ),
  }),
}

type Asked = Pick<Bodies['cycle.added']['after'], 'organizationIds' | 'groupIds'>

/** Returns the organizations and the groups that a new cycle names. Leaves out a list without any. */
const asked = ({ organizationIds, groupIds }: Asked): Planned => ({
  organizationIds: organizationIds.length > 0 ? organizationIds : undefined,
  groupIds: groupIds.length > 0 ? groupIds : undefined,
})

/** Returns that a new cycle asks all organizations, if it names none. */
const everybody = ({ organizationIds, groupIds }: Asked): Pair[] =>
  organizationIds.length + groupIds.length > 0 ? [] : [pair('organizations', undefined, t('cycle.allOrganizations'))]

/** Returns the values before and after of the fields that changed. */
const pairsOf = (scene: Scene, before: Planned, after: Planned): Pair[] => [
  ...(after.name === undefined ? [] : [pair('name', before.name, after.name)]),
  ...(after.asks === undefined ? [] : [pair('asks', asks(before), asks(after))]),
  ...(after.opensOn === undefined ? [] : [pair('opensOn', before.opensOn && day(before.opensOn), day(after.opensOn))]),
  ...(after.closesOn === undefined
    ? []
    : [pair('closesOn', before.closesOn && day(before.closesOn), day(after.closesOn))]),
  ...(after.documentId === undefined
    ? []
    : [pair('document', documentIn(scene, before.documentId), documentIn(scene, after.documentId))]),
  ...(after.organizationIds === undefined
    ? []
    : [pair('organizations', those(scene, before.organizationIds), those(scene, after.organizationIds))]),
  ...(after.groupIds === undefined
    ? []
    : [pair('groups', those(scene, before.groupIds), those(scene, after.groupIds))]),
]

const asks = ({ asks }: Planned) => asks && t(`cycle.asks.${asks}`)

const documentIn = (scene: Scene, id: string | null | undefined) =>
  id === undefined ? undefined : id === null ? t('cycle.allDocuments') : named(scene, id)

const those = (scene: Scene, ids: readonly string[] | undefined) => ids && list(ids.map((id) => named(scene, id)))
