import { documentAddress } from '@/app/_addresses/document'
import { Notice } from '@/app/_ui/notice'
import { Muted } from '@/app/_ui/text'
import { WordChanges } from '@/app/(work)/_components/word-changes'
import { t } from '@/lib/platform/i18n'
import type { RecommendationView } from '@/lib/register/recommendation-view'

type Props = Pick<RecommendationView, 'current' | 'edition' | 'quote' | 'document' | 'language'>

/** What became of the words of a recommendation in the current edition of its document, if that is a later one. */
export function CurrentWords({ current, edition, quote, document, language }: Props) {
  if (!current) return null
  const { state, edition: number, paragraph } = current
  if (state === 'gone') {
    return <Notice tone="warning">{t('recommendation.editions.gone', { number, edition })}</Notice>
  }
  const there = paragraph && (
    <a href={documentAddress(document.code, { to: `p${paragraph.ordinal}` })}>
      {t('recommendation.editions.there', {
        label: [paragraph.parent, paragraph.label].filter(Boolean).join(' ') || 'none',
      })}
    </a>
  )
  if (current.quote === undefined) {
    return (
      <p>
        <Muted>{t('recommendation.editions.same', { number, edition })}</Muted> {there}
      </p>
    )
  }
  return (
    <Notice tone="info">
      <p>
        {t('recommendation.editions.changed', { number, edition })} {there}
      </p>
      <WordChanges before={quote} after={current.quote} lang={language} />
    </Notice>
  )
}
