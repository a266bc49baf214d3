import { documentAddress } from '@/app/_addresses/document'
import {
  annotationId,
  opening,
  recommendationAddress,
  recommendationPath,
  type State,
} from '@/app/_addresses/recommendation'
import { CopyButton } from '@/app/_ui/copy-button'
import { Split } from '@/app/_ui/layout'
import { ParagraphQuote, type Segment } from '@/app/_ui/paragraph-quote'
import type { Assignees } from '@/lib/assignments/assignees'
import type { Actor } from '@/lib/domain/actor'
import { paragraphInWords, shortKey } from '@/lib/domain/citation'
import { t } from '@/lib/platform/i18n'
import { mayClose, mayEdit, mayRemove } from '@/lib/recommendations/policy'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { textSegmentsOf } from '@/lib/register/text-segments'
import { ClosureForm } from './closure-form'
import { CurrentWords } from './current-words'
import { DetailsForm } from './details-form'
import { Known } from './recommendation-facts'
import { shownKnown } from './recommendation-facts-words'
import { RemovalForm } from './removal-form'

type Props = { actor: Actor; whole: RecommendationView; state: State; candidates: Assignees | undefined }

/** The text that was agreed, with the facts about it. */
export function Source({ actor, whole, state, candidates }: Props) {
  const { key, document, paragraph } = whole
  const back = recommendationAddress(key, opening(state), 'main')
  return (
    <Split aside={<Known {...shownKnown(actor, whole, state)} />}>
      <ParagraphQuote
        heading={paragraph.heading}
        label={paragraphInWords(paragraph)}
        lang={whole.language}
        lead={whole.above}
        segments={segmentsOf(whole)}
        before={
          <a
            href={documentAddress(document.code, {
              edition: whole.current && whole.edition,
              to: shortKey(key, document.code),
            })}
          >
            {t('recommendation.source')}
          </a>
        }
        after={
          <CopyButton text={whole.citation} label={t('recommendation.copy')} copied={t('recommendation.copied')} />
        }
      />
      <CurrentWords {...whole} />
      {state.edit === 'reading' && mayEdit(actor) && <DetailsForm whole={whole} candidates={candidates} back={back} />}
      {state.edit === 'closure' && mayClose(actor) && <ClosureForm whole={whole} back={back} />}
      {state.edit === 'removal' && mayRemove(actor) && <RemovalForm whole={whole} back={back} />}
    </Split>
  )
}

function segmentsOf(whole: RecommendationView): Segment[] {
  const { key, text, siblings, notes, document } = whole
  const others = siblings.filter((one) => one.key !== key)
  const marks = notes.flatMap(({ annotation: { id, start, end, edition, withdrawnAt } }) =>
    start === undefined || end === undefined || edition || withdrawnAt ? [] : [{ id, start, end }],
  )
  type Other = (typeof others)[number]
  const pin = ({ key, status }: Pick<Other, 'key' | 'status'>) => ({
    short: shortKey(key, document.code),
    status,
    statusLabel: t(`status.${status}`),
  })
  return textSegmentsOf(text, whole, others, marks).map((stretch) => {
    if (!('parts' in stretch)) {
      const { text, other, first } = stretch
      return { text, ...(other && { href: recommendationPath(other.key) }), ...(other && first && pin(other)) }
    }
    const parts = stretch.parts.map(({ text, other, first, note }) => ({
      text,
      ...(other && { href: recommendationPath(other.key) }),
      ...(note && { href: `#${annotationId(note.id)}` }),
      ...(other && first && pin(other)),
    }))
    return { text: whole.quote, current: true, parts, ...pin(whole) }
  })
}
