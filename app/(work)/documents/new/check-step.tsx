import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { Disclosure } from '@/app/_ui/disclosure'
import { Fact, Facts } from '@/app/_ui/facts'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { LongList } from '@/app/_ui/long-list'
import { Quoted } from '@/app/_ui/quoted'
import { SubmitButton } from '@/app/_ui/submit-button'
import { detailsInWords } from '@/app/(work)/_components/document-details'
import type { Draft } from '@/lib/documents/drafts'
import { t } from '@/lib/platform/i18n'
import type { DraftPreview } from '@/lib/recommendations/draft-preview'
import { publish } from './actions'
import css from './check.module.css'
import { LeftOut } from './left-out'

type Props = { draft: Draft; preview: DraftPreview }

/** The third step: everything that will be published, to be checked before that. */
export function CheckStep({ draft, preview }: Props) {
  const { paragraphs, recommendations } = preview
  const counts = { paragraphs: paragraphs.length, recommendations: recommendations.length }
  return (
    <Stack>
      <p>{t('draft.checkAbout')}</p>
      <DetailsPart draft={draft} preview={preview} />
      <RecommendationsPart draft={draft} preview={preview} />
      <TextPart preview={preview} />
      <ActionForm action={publish}>
        <FormHidden name="id" value={draft.id} />
        <FormHidden name="version" value={draft.updatedAt.getTime()} />
        <p>{t('draft.publishAbout', counts)}</p>
        <Row>
          <SubmitButton>{t('draft.publish')}</SubmitButton>
          <LinkButton href={`/documents/new?draft=${draft.id}`}>{t('draft.backToMarks')}</LinkButton>
        </Row>
      </ActionForm>
    </Stack>
  )
}

const DetailsPart = ({ draft, preview: { document } }: Props) => (
  <Section
    title={t('draft.checkDetails')}
    actions={<LinkButton href={`/documents/new?draft=${draft.id}&step=text`}>{t('draft.editDetails')}</LinkButton>}
    card
  >
    <Facts>
      <Fact term={t('draft.name')}>
        <b dir="auto">{document.title}</b>
      </Fact>
      {detailsInWords(document).map(([term, value]) => (
        <Fact key={term} term={term}>
          {value}
        </Fact>
      ))}
    </Facts>
  </Section>
)

const RecommendationsPart = ({ draft, preview: { document, recommendations } }: Props) => (
  <Section
    title={t('draft.checkRecommendations', { count: recommendations.length })}
    actions={<LinkButton href={`/documents/new?draft=${draft.id}`}>{t('draft.editRecommendations')}</LinkButton>}
    card
  >
    <ol className={css.recommendations}>
      <LongList rows={recommendations}>
        {({ key, title, kind, quote, lead }) => (
          <li key={key}>
            <p>
              <b dir="ltr">{key}</b> <span dir="auto">{title}</span> <small>{t(`kind.${kind}`)}</small>
            </p>
            <Quoted lang={document.language} lead={lead}>
              {quote}
            </Quoted>
          </li>
        )}
      </LongList>
    </ol>
  </Section>
)

const TextPart = ({ preview: { document, paragraphs, leftOut } }: Pick<Props, 'preview'>) => (
  <Section title={t('draft.checkText', { count: paragraphs.length })} card>
    <Disclosure summary={t('draft.checkParagraphs')}>
      <div className={css.text} lang={document.language}>
        <LongList rows={paragraphs}>
          {({ path, text, heading }, place) => (
            <div key={`${place} ${path}`}>
              {heading && heading !== paragraphs[place - 1]?.heading && <h3 dir="auto">{heading}</h3>}
              <p dir="auto">
                {path && <b>{path}</b>} {text}
              </p>
            </div>
          )}
        </LongList>
      </div>
    </Disclosure>
    <LeftOut lines={leftOut} />
  </Section>
)
