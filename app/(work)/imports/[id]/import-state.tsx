import { documentAddress } from '@/app/_addresses/document'
import { importAddress, importFormAddress } from '@/app/_addresses/import'
import { LinkButton } from '@/app/_ui/button'
import { Section } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import type { ImportNow } from '@/lib/imports/import-shape'
import { t } from '@/lib/platform/i18n'
import { MissingSelection } from './missing-selection'

/** What there is to say of an import that is not to be reviewed: how far it is read, or how it ended. */
export function ImportState({ one }: { one: ImportNow }) {
  if (one.published) {
    const { code } = one.published
    return (
      <Section>
        <p>{t('imports.publishedAbout')}</p>
        <LinkButton href={documentAddress(code)} variant="main">
          {t('imports.toDocument', { code })}
        </LinkButton>
      </Section>
    )
  }
  if (one.state === 'withdrawn') return <Notice tone="info">{t('imports.withdrawnAbout')}</Notice>
  if (one.state === 'failed') {
    return (
      <Section title={t('imports.failed.title')}>
        <Notice tone="warning">{one.error?.message}</Notice>
        <MissingSelection one={one} />
        <LinkButton
          href={importFormAddress({ way: one.name ? 'file' : 'text', from: one.id, editionOf: one.editionOf?.code })}
          variant="main"
        >
          {t(one.name ? 'imports.failed.again' : 'imports.failed.editText')}
        </LinkButton>
      </Section>
    )
  }
  return <Reading one={one} />
}

/** Loads the page again by itself, with and without script. */
const Reading = ({ one: { id, progress } }: { one: ImportNow }) => (
  <Section title={t('imports.reading.title')}>
    <meta httpEquiv="refresh" content={`2;url=${importAddress(id)}`} />
    <p>{t('imports.reading.about')}</p>
    <p>
      <progress value={progress} max={1} aria-label={t('imports.reading.title')} />{' '}
      <small>{t('imports.reading.progress', { percent: Math.round(progress * 100) })}</small>
    </p>
    <LinkButton href={importAddress(id)}>{t('imports.reading.reload')}</LinkButton>
  </Section>
)
