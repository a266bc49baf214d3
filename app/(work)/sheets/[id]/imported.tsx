import { documentAddress } from '@/app/_addresses/document'
import { LinkButton } from '@/app/_ui/button'
import { Row, Section } from '@/app/_ui/layout'
import { t } from '@/lib/platform/i18n'
import { documentsOfSheet, type SheetCounts } from '@/lib/sheets/queries'
import type { SheetNow } from '@/lib/sheets/sheet-shape'
import { WrongRows } from './wrong-rows'

type Props = { sheet: SheetNow; counts: SheetCounts; after: number | undefined }

/** What a spreadsheet has added, with links to it, and what was left out. */
export async function Imported({ sheet, counts, after }: Props) {
  const { made, unchanged, wrong } = counts
  const documents = await documentsOfSheet(sheet)
  const added = (['recommendations', 'assignments', 'reports', 'organizations'] as const).filter(
    (one) => counts[one] > 0,
  )
  return (
    <>
      <Section title={t('sheets.done.title')} card>
        <p>
          {[
            t('sheets.done.made', { made }),
            ...(unchanged > 0 ? [t('sheets.done.unchanged', { count: unchanged })] : []),
            ...(wrong > 0 ? [t('sheets.done.wrong', { count: wrong })] : []),
          ].join(' ')}
        </p>
        {added.length > 0 && (
          <ul>
            {added.map((one) => (
              <li key={one}>{t(`sheets.done.${one}`, { count: counts[one] })}</li>
            ))}
          </ul>
        )}
        {documents.length > 0 && (
          <>
            <h3>{t('sheets.done.documents')}</h3>
            <ul>
              {documents.map(({ code, title }) => (
                <li key={code}>
                  <a href={documentAddress(code)} dir="auto">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <Row>
          <LinkButton href="/sheets/import">{t('sheets.done.another')}</LinkButton>
        </Row>
      </Section>
      {wrong > 0 && <WrongRows sheet={sheet} after={after} />}
    </>
  )
}
