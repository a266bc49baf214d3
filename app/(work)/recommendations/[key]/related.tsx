import type { State } from '@/app/_addresses/recommendation'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import { mayEdit } from '@/lib/recommendations/policy'
import type { Related as One } from '@/lib/relations/related'
import { LinkForm, UnlinkForm } from './link-form'

/** The largest length of a quote in the list, in characters. */
const longest = 240

type Props = { actor: Actor; recommendation: string; related: readonly One[]; state: State }

/**
 * The recommendations that are linked to this one, and those that say the same or nearly the same. Nothing if there are
 * none and the reader cannot link any.
 */
export function Related({ actor, recommendation, related, state }: Props) {
  const edits = mayEdit(actor)
  if (related.length === 0 && !edits) return null
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
      {edits && <LinkForm recommendation={recommendation} offered={related.find(({ relation }) => !relation)?.key} />}
    </Section>
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
