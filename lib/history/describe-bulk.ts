import { t } from '@/lib/platform/i18n'
import { day, fieldsOf, named, type Scene } from './description'
import type { Event } from './events'

const foldable: readonly string[] = [
  'assignment.made',
  'assignment.changed',
  'assignment.moved',
  'recommendation.added',
  'recommendation.placed',
  'annotation.placed',
  'organization.added',
] satisfies Event['kind'][]

/** Returns whether many events of this kind in one change are described in one sentence. */
export const isFoldable = (kind: string) => foldable.includes(kind)

/** Returns a sentence for many events of one kind in one change, from the first of them and their number. */
export function describeMany({ kind, body }: Event, scene: Scene, count: number): string | undefined {
  const { actor } = scene
  switch (kind) {
    case 'assignment.made': {
      const { dueOn } = body.after
      return t('history.many.assignment.made', { actor, count, due: dueOn === null ? 'none' : day(dueOn) })
    }
    case 'assignment.changed':
      return t('history.many.assignment.changed', { actor, count, what: fieldsOf(body.after) })
    case 'assignment.moved': {
      const before = named(scene, body.before.organizationId)
      const after = named(scene, body.after.organizationId)
      return t('history.many.assignment.moved', { actor, count, before, after })
    }
    case 'recommendation.added':
      return t('history.many.recommendation.added', { actor, count })
    case 'recommendation.placed':
      return t('history.many.recommendation.placed', { actor, count, edition: body.after.edition })
    case 'annotation.placed':
      return t('history.many.annotation.placed', { actor, count, edition: body.after.edition })
    case 'organization.added':
      return t('history.many.organization.added', { actor, count })
  }
}
