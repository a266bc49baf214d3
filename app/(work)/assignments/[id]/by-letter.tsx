import type { Evidence } from '@/lib/evidence/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import { EvidenceTitle } from './evidence-title'

type Props = {
  of: { id: string; letterOn?: string }
  /** The evidence that the reader may read. */
  evidence: readonly Evidence[]
}

/** The letter with which something arrived, if it did. */
export function ByLetter({ of: { id, letterOn }, evidence }: Props) {
  if (!letterOn) return null
  const letter = evidence.find(({ letterOf }) => letterOf.includes(id))
  return (
    <small>
      {t('letter.by', { date: dateInWords(letterOn) })}
      {letter && (
        <>
          {': '}
          <EvidenceTitle evidence={letter} />
        </>
      )}
    </small>
  )
}
