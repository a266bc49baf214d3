import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { pageAddress } from '@/app/_addresses/page-address'
import { newPublicationAddress, publicationAddress, publicationFileAddress } from '@/app/_addresses/publication'
import { verifyAddress } from '@/app/_addresses/verify'
import { ActionForm } from '@/app/_ui/action-form'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { LinkButton } from '@/app/_ui/button'
import { Fact, Facts } from '@/app/_ui/facts'
import { FormHidden } from '@/app/_ui/form-fields'
import { Page, PageHead, Row, Section } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { NotFoundPage } from '@/app/not-found-page'
import { config } from '@/lib/platform/config'
import { dateInWords, inFigures, momentInWords, t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { figureInWords } from '@/lib/publications/figures'
import { publicationFormats } from '@/lib/publications/formats'
import { mayGenerate } from '@/lib/publications/policy'
import type { Publication } from '@/lib/publications/publication-shape'
import { findPublication } from '@/lib/publications/queries'
import { again } from '../actions'
import { stateInWords } from '../state-in-words'
import { PendingFiles } from './pending-files'

type Props = PageProps<'/reports/[code]'>

/** Read once for the title and the page. */
const find = cache(findPublication)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requireUser(), (await params).code)
  return { title: found.ok ? found.value.title : t('shell.not_found.title') }
}

/** A generated report: how far it is, its figures, and its files. */
export default async function ReportPage({ params }: Props) {
  const actor = await requireUser()
  const found = await find(actor, (await params).code)
  if (!found.ok) return <NotFoundPage />

  const one = found.value
  const above = [{ label: t('publications.title'), href: pageAddress('/reports') }, { label: one.title }]
  return (
    <Page>
      <PageHead title={one.title} above={<Breadcrumb label={t('publications.title')} items={above} />}>
        <p>{stateInWords(one)}</p>
      </PageHead>
      {(one.state === 'queued' || one.state === 'making') && <Working one={one} />}
      {one.error && <Notice tone="warning">{one.error.message}</Notice>}
      {one.state === 'ready' && <Ready one={one} />}
      {mayGenerate(actor) && one.state !== 'queued' && one.state !== 'making' && <Again code={one.code} />}
    </Page>
  )
}

/** Loads the page again by itself, with and without script. */
const Working = ({ one: { code, progress } }: { one: Publication }) => (
  <Section title={t('publications.working.title')}>
    <meta httpEquiv="refresh" content={`2;url=${publicationAddress(code)}`} />
    <p>{t('publications.working.about')}</p>
    <p>
      <progress value={progress} max={1} aria-label={t('publications.working.title')} />{' '}
      <small>{t('publications.working.progress', { percent: Math.round(progress * 100) })}</small>
    </p>
    <LinkButton href={publicationAddress(code)}>{t('publications.working.reload')}</LinkButton>
  </Section>
)

const Ready = ({ one }: { one: Publication }) => (
  <>
    <Section title={t('publications.files')}>
      <Row>
        {one.files?.map(
          ({ format, state }) =>
            state === 'ready' && (
              <LinkButton key={format} href={publicationFileAddress(one.code, format)} download>
                {t(`publications.format.${format}`)}
              </LinkButton>
            ),
        )}
        {publicationFormats.map((format) => (
          <LinkButton key={format} href={publicationFileAddress(one.code, format)} download>
            {t(`publications.format.${format}`)}
          </LinkButton>
        ))}
      </Row>
      <PendingFiles code={one.code} files={one.files ?? []} />
    </Section>
    <Section title={t('publications.figuresTitle')}>
      <Facts>
        {one.figures?.map(({ name, label, value }) => (
          <Fact key={name} term={figureInWords(name) ?? label}>
            {inFigures(value)}
          </Fact>
        ))}
      </Facts>
    </Section>
    <About one={one} />
  </>
)

function About({ one: { asOf, definition, madeAt, by, seq, hash, code, sha256, requestedAt } }: { one: Publication }) {
  const moment = momentInWords(new Date(madeAt ?? requestedAt), config.TIME_ZONE)
  return (
    <Section>
      <Facts>
        <Fact term={t('publications.facts.asOf')}>{dateInWords(asOf)}</Fact>
        <Fact term={t('publications.facts.content')}>{t(`publications.content.${definition.content}`)}</Fact>
        <Fact term={t('publications.facts.generated')}>{t('publications.generatedOn', { moment, name: by.name })}</Fact>
        <Fact term={t('publications.facts.event')}>
          {inFigures(seq ?? 0)} · <code>{hash}</code>
        </Fact>
        <Fact term={t('publications.facts.code')}>
          <code>{code}</code> <a href={verifyAddress(code)}>{t('verify.title')}</a>
        </Fact>
        <Fact term={t('publications.facts.sha256')}>
          <code>{sha256}</code>
        </Fact>
      </Facts>
    </Section>
  )
}

const Again = ({ code }: { code: string }) => (
  <Section title={t('publications.again.title')} screen>
    <p>{t('publications.again.about')}</p>
    <Row>
      <ActionForm action={again} prefix="again-">
        <FormHidden name="id" value={newId()} />
        <FormHidden name="code" value={code} />
        <SubmitButton>{t('publications.again.send')}</SubmitButton>
      </ActionForm>
      <LinkButton href={newPublicationAddress({ from: code })}>{t('publications.again.change')}</LinkButton>
    </Row>
  </Section>
)
