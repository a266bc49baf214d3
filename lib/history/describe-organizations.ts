import { t } from '@/lib/platform/i18n'
import { type Describers, list, named, pair, plain, type Scene, similar } from './description'

const shown = 12

/** Returns the names of the first of many members, and how many more there are. */
function membersIn(scene: Scene, { organizationIds }: { organizationIds: string[] }) {
  const names = organizationIds.slice(0, shown).map((id) => named(scene, id))
  const more = organizationIds.length - names.length
  return list(more > 0 ? [...names, t('history.more', { count: more })] : names)
}

export const describeOrganizations: Describers<'organization' | 'group'> = {
  'organization.added': ({ after }, scene) => ({
    sentence: t('history.event.organization.added', { actor: scene.actor, name: after.name }),
    pairs: similar(scene, after),
  }),
  'organization.renamed': ({ before, after }, scene) => ({
    sentence: t('history.event.organization.renamed', {
      actor: scene.actor,
      before: before.name,
      after: after.name,
    }),
    pairs: [pair('name', before.name, after.name), ...similar(scene, after)],
  }),
  'organization.merged': ({ after }, scene) => ({
    sentence: t('history.event.organization.merged', {
      actor: scene.actor,
      name: scene.name,
      after: named(scene, after.intoId),
    }),
    pairs: [pair('merged', undefined, named(scene, after.intoId))],
  }),
  'organization.archived': plain('organization.archived'),
  'organization.restored': (body, scene) => ({
    ...plain('organization.restored')(body, scene),
    pairs: similar(scene, body.after),
  }),

  'group.added': ({ after }, scene) => ({
    sentence: t('history.event.group.added', { actor: scene.actor, name: after.name }),
    pairs: similar(scene, after),
  }),
  'group.renamed': ({ before, after }, scene) => ({
    sentence: t('history.event.group.renamed', { actor: scene.actor, before: before.name, after: after.name }),
    pairs: [pair('name', before.name, after.name), ...similar(scene, after)],
  }),
  'group.members_added': ({ after }, scene) => ({
    sentence: t('history.event.group.members_added', {
      actor: scene.actor,
      name: scene.name,
      count: after.organizationIds.length,
    }),
    pairs: [pair('members', undefined, membersIn(scene, after))],
  }),
  'group.members_removed': ({ before }, scene) => ({
    sentence: t('history.event.group.members_removed', {
      actor: scene.actor,
      name: scene.name,
      count: before.organizationIds.length,
    }),
    pairs: [pair('members', membersIn(scene, before))],
  }),
}
