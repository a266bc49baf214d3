import { publicationAddress } from '@/app/_addresses/publication'
import { Notice } from '@/app/_ui/notice'
import { t } from '@/lib/platform/i18n'
import type { PublicationFile } from '@/lib/publications/publication-shape'

/** Says which files are not there yet, and why others could not be made. The page loads again until none is awaited. */
export function PendingFiles({ code, files }: { code: string; files: PublicationFile[] }) {
  const awaited = files.filter(({ state }) => state === 'queued' || state === 'making')
  return (
    <>
      {awaited.length > 0 && <meta httpEquiv="refresh" content={`3;url=${publicationAddress(code)}`} />}
      {awaited.map(({ format, state }) => (
        <p key={format} role="status">
          {t(`publications.awaited.${state === 'making' ? 'making' : 'queued'}`, {
            format: t(`publications.format.${format}`),
          })}
        </p>
      ))}
      {files.map(
        ({ format, error }) =>
          error && (
            <Notice key={format} tone="warning">
              {t('publications.notMade', { format: t(`publications.format.${format}`), reason: error.message })}
            </Notice>
          ),
      )}
    </>
  )
}
