import { opening, recommendationAddress, type State } from '@/app/_addresses/recommendation'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { showsPresent } from '@/lib/platform/shown-day'
import { shortened } from '@/lib/platform/text'
import { mayEdit } from '@/lib/recommendations/policy'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import type { Related as One } from '@/lib/relations/related'
import { LinkForm, UnlinkForm } from './link-form'

/** The largest length of a quote in the list, in characters. */
const longest = 240

type Props = { actor: Actor; whole: RecommendationView; state: State }

/**
 * The recommendations that are linked to this one, and those that say the same or nearly the same. Nothing if there are
 * none and the reader cannot link any, or on a past day.
 */
export function Related({ actor, whole: { key: recommendation, related }, state }: Props) {
  const edits = mayEdit(actor)
  if (!showsPresent() || (related.length === 0 && !edits)) return null
  return (
    <Section id="related" title={t('recommendation.related.title')}>
      {state.at === 'related' && state.done && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
      {related.length > 0 && (
        <Rows>
          {related.map((one) => (
            <li key={one.key}>
              <Other one={one} />
              {edits && one.relation && <UnlinkForm recommendation={recommendation} other={one} />}
            </li>
          ))}
        </Rows>
      )}
      {edits && <Add recommendation={recommendation} related={related} state={state} />}
    </Section>
  )
}

/** The form to link another recommendation, when the reader asks for it. The most similar one is offered. */
function Add({ recommendation, related, state }: { recommendation: string; related: readonly One[]; state: State }) {
  const to = (form: State, part: string) => recommendationAddress(recommendation, opening(state, form), part)
  if (state.edit !== 'link' && !wasRefused('link-')) {
    return (
      <Row screen>
        <SoftLink variant="plain" href={to({ edit: 'link' }, 'link')}>
          {t('recommendation.related.link')}
        </SoftLink>
      </Row>
    )
  }
  return (
    <div id="link" data-screen>
      <Card>
        <LinkForm
          recommendation={recommendation}
          offered={related.find(({ relation }) => !relation)?.key}
          back={to({}, 'related')}
        />
      </Card>
    </div>
  )
}

const Other = ({ one }: { one: One }) => {
  const { key, title, quote, status, document } = one
  return (
    <Stack gap="tight">
      <Row>
        <b>{relationInWords(one)}</b>
        <small>{t(`status.${status}`)}</small>
      </Row>
      <NamedRecommendation item={{ key, code: document.code, title }} />
      <span lang={document.language} dir="auto">
        {shortened(quote, longest)}
      </span>
    </Stack>
  )
}

/** Returns what people have said of the two, or else what the comparison of their words says. */
function relationInWords({ relation, back, same }: One) {
  if (relation) return t('recommendation.related.relation', { relation: back ? `${relation}_back` : relation })
  return same ? t('recommendation.related.same') : t('recommendation.related.likely')
}
