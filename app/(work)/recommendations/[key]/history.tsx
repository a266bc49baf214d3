import { assignmentAddress } from '@/app/_addresses/assignment'
import { annotationAddress, recommendationAddress, type State, showing } from '@/app/_addresses/recommendation'
import { Row } from '@/app/_ui/layout'
import { Tabs } from '@/app/_ui/tabs'
import { EraseLink } from '@/app/(work)/_components/erase-link'
import { FoldedHistory, type Timeline } from '@/app/(work)/_components/folded-history'
import type { Actor } from '@/lib/domain/actor'
import type { Entry } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'
import type { RecommendationView } from '@/lib/register/recommendation-view'

type Props = {
  actor: Actor
  whole: Pick<RecommendationView, 'id' | 'key' | 'changes'>
  state: State
  chronicle: Timeline | undefined
}

const kinds = ['all', 'assignment', 'annotation', 'recommendation'] as const

/** Every change of the recommendation and of everything that belongs to it, newest first. */
export function History({ actor, whole: { id, key: recommendation, changes }, state, chronicle }: Props) {
  const { kind = 'all', after } = state
  const to = (shown: Pick<State, 'kind' | 'after'>) =>
    recommendationAddress(recommendation, showing(state, { after: undefined, ...shown }), 'history')
  const placeOf = ({ annotation, assignment }: Entry) =>
    annotation ? annotationAddress(recommendation, annotation) : assignment && assignmentAddress(assignment)
  return (
    <FoldedHistory
      count={changes}
      chronicle={chronicle}
      after={after}
      to={(next) => to({ kind, after: next })}
      placeOf={placeOf}
    >
      <Row screen>
        <Tabs
          label={t('recommendation.history.filter')}
          inPlace
          items={kinds.map((one) => ({
            href: to({ kind: one }),
            label: one === 'all' ? t('recommendation.history.all') : t(`history.noun.${one}`),
            current: one === kind,
          }))}
        />
      </Row>
      <EraseLink actor={actor} noun="recommendation" id={id} />
    </FoldedHistory>
  )
}
