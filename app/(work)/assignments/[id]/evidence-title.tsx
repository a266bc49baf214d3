import { evidenceFileAddress } from '@/app/_addresses/assignment'
import { Muted } from '@/app/_ui/text'
import { kindOfType } from '@/lib/evidence/file-name'
import { isServed, shownScan } from '@/lib/evidence/policy'
import type { Evidence } from '@/lib/evidence/queries'
import { t } from '@/lib/platform/i18n'

/** The title of evidence, which leads to its content, with its kind and its size. */
export function EvidenceTitle({ evidence }: { evidence: Evidence }) {
  return (
    <>
      <Title evidence={evidence} /> <small>{kindInWords(evidence)}</small>
    </>
  )
}

function Title({ evidence: { id, kind, title, url, withdrawn, erasure, scan } }: { evidence: Evidence }) {
  const words = <bdi>{title || t('recommendation.assignments.erased')}</bdi>
  if (withdrawn || erasure || !isServed(scan)) return <Muted>{words}</Muted>
  if (kind === 'link') {
    return (
      <a href={url} rel="external noopener noreferrer">
        {words}
      </a>
    )
  }
  return (
    <a href={evidenceFileAddress(id)} download>
      {words}
    </a>
  )
}

function kindInWords(evidence: Evidence) {
  const { kind, mediaType = '', bytes } = evidence
  const type = t(`evidence.kind.${kind === 'link' ? 'link' : (kindOfType(mediaType) ?? 'txt')}`)
  return [type, bytes !== undefined && sizeInWords(bytes), stateInWords(evidence)].filter(Boolean).join(', ')
}

function stateInWords({ kind, scan, withdrawn, erasure }: Evidence) {
  if (withdrawn) return t('evidence.isWithdrawn')
  const shown = shownScan(scan)
  return kind === 'file' && !erasure && shown !== 'clean' && t(`evidence.scan.${shown}`)
}

function sizeInWords(bytes: number) {
  if (bytes < 1_000) return t('evidence.size.bytes', { size: bytes })
  if (bytes < 1_000_000) return t('evidence.size.kilobytes', { size: Math.round(bytes / 1_000) })
  return t('evidence.size.megabytes', { size: Math.round(bytes / 100_000) / 10 })
}
