import { t } from '@/lib/platform/i18n'
import type { ActionState } from '@/prisma/generated/enums'
import { byLetter, type Describers, day, fieldsOf, type Pair, pair, type Scene, written } from './description'

type Fields = {
  titleId?: string
  responsibleId?: string | null | undefined
  startsOn?: string | null | undefined
  dueOn?: string | null | undefined
  state?: ActionState | undefined
  doneOn?: string | null | undefined
  position?: number | undefined
}

type Kind = 'assignment.action_added' | 'assignment.action_changed'

/** Describes the changes of the steps of a plan. */
export const describePlans: Pick<Describers<'assignment'>, Kind> = {
  'assignment.action_added': ({ after: { action, onBehalf, letterOn } }, scene) => {
    const { titleId, responsibleId, startsOn, dueOn } = action
    const title = written(scene, { id: titleId })
    return {
      sentence: t('history.event.assignment.action_added', { ...about(scene, onBehalf), title }),
      pairs: [
        ...pairsOf(
          scene,
          {},
          { ...(responsibleId && { responsibleId }), ...(startsOn && { startsOn }), ...(dueOn && { dueOn }) },
        ),
        ...byLetter({ letterOn }),
      ],
    }
  },
  'assignment.action_changed': ({ before, after: { action, onBehalf } }, scene) => {
    const { titleId, ...fields } = action
    const changed = titleId === before.action.titleId ? fields : action
    const title = written(scene, { id: titleId })
    return {
      sentence: t('history.event.assignment.action_changed', {
        ...about(scene, onBehalf),
        what: fieldsOf(changed),
        title,
      }),
      pairs: pairsOf(scene, before.action, changed),
    }
  },
}

const about = ({ actor, name }: Scene, onBehalf: boolean) => ({ actor, name, onBehalf: String(onBehalf) })

/** Returns the values before and after of the fields that changed. */
const pairsOf = (scene: Scene, before: Fields, after: Fields): Pair[] => [
  ...(after.titleId === undefined ? [] : [pair('title', text(scene, before.titleId), text(scene, after.titleId))]),
  ...(after.responsibleId === undefined
    ? []
    : [pair('responsible', text(scene, before.responsibleId), text(scene, after.responsibleId))]),
  ...(after.startsOn === undefined ? [] : [pair('startsOn', date(before.startsOn), date(after.startsOn))]),
  ...(after.dueOn === undefined ? [] : [pair('dueOn', date(before.dueOn), date(after.dueOn))]),
  ...(after.state === undefined ? [] : [pair('stepState', state(before.state), state(after.state))]),
  ...(after.doneOn === undefined ? [] : [pair('doneOn', date(before.doneOn), date(after.doneOn))]),
  ...(after.position === undefined
    ? []
    : [pair('placeInPlan', before.position?.toString(), after.position.toString())]),
]

const text = (scene: Scene, id: string | null | undefined) =>
  id === undefined ? undefined : id === null ? t('history.nobody') : written(scene, { id })

const date = (value: string | null | undefined) => (value === undefined ? undefined : day(value))

const state = (value: ActionState | undefined) => value && t(`plan.states.${value}`)
