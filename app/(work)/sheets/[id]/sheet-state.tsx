import { sheetAddress } from '@/app/_addresses/sheet'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Section } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import type { SheetCounts } from '@/lib/sheets/queries'
import type { SheetNow } from '@/lib/sheets/sheet-shape'
import { startImport } from './actions'

type Props = { sheet: SheetNow; counts: SheetCounts }

/** What there is to say of a spreadsheet that is not to be reviewed: how far it is, or why it has stopped. */
export function SheetState({ sheet, counts }: Props) {
  const { id, state, progress, error } = sheet
  if (state === 'withdrawn') return <Notice tone="info">{t('sheets.withdrawnAbout')}</Notice>
  if (state === 'failed') {
    return (
      <Section title={t('sheets.failed.title')}>
        <Notice tone="warning">{error?.message}</Notice>
        <Row>
          {counts.ready > 0 && (
            <ActionForm action={startImport} prefix="go-on-">
              <FormHidden name="id" value={id} />
              <SubmitButton>{t('sheets.failed.goOn')}</SubmitButton>
            </ActionForm>
          )}
          <LinkButton href="/sheets/import">{t('sheets.failed.again')}</LinkButton>
        </Row>
      </Section>
    )
  }
  if (state !== 'reading' && state !== 'checking' && state !== 'importing') return null
  const title = t(`sheets.working.${state}`)
  // The page loads again by itself, with and without script.
  return (
    <Section title={title}>
      <meta httpEquiv="refresh" content={`2;url=${sheetAddress(id)}`} />
      <p>{t('sheets.working.about')}</p>
      <p>
        <progress value={progress} max={1} aria-label={title} />{' '}
        <small>{t('sheets.working.progress', { percent: Math.round(progress * 100) })}</small>
      </p>
      <LinkButton href={sheetAddress(id)}>{t('sheets.working.reload')}</LinkButton>
    </Section>
  )
}
