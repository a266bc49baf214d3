import { importAddress } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { Disclosure } from '@/app/_ui/disclosure'
import { Fact, Facts } from '@/app/_ui/facts'
import { FormCheck, FormHidden } from '@/app/_ui/form-fields'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { LongList } from '@/app/_ui/long-list'
import { Notice } from '@/app/_ui/notice'
import { Quoted } from '@/app/_ui/quoted'
import { SubmitButton } from '@/app/_ui/submit-button'
import { detailsInWords } from '@/app/(work)/_components/document-details'
import type { Actor } from '@/lib/domain/actor'
import type { ImportNow } from '@/lib/imports/import-shape'
import { countsOfPlaces } from '@/lib/imports/list-places'
import { type ImportPreview, previewImport } from '@/lib/imports/preview-import'
import { countsOfImport } from '@/lib/imports/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import { cut } from '@/lib/reading/sentences'
import { PlaceState } from '@/prisma/generated/enums'
import { publish } from './actions'
import css from './review.module.css'

type Props = { actor: Actor; one: ImportNow }

/** Everything that will be published, to be checked before that. */
export async function Check({ actor, one }: Props) {
  const { id } = one
  const [preview, counts] = await Promise.all([previewImport(actor, id), countsOfImport(one)])
  const details = importAddress(id, { step: one.editionOf ? 'places' : 'details' })
  if (!preview.ok) {
    const codes = preview.reason === 'invalid' ? preview.errors : [preview]
    return (
      <Notice tone="warning">
        <ul>
          {codes.map(({ code, params }) => (
            <li key={code}>{t(`errors.${code}`, params)}</li>
          ))}
        </ul>
        <LinkButton href={details}>{t('imports.check.editDetails')}</LinkButton>
      </Notice>
    )
  }
  const { document, keys, dueOn, leads } = preview.value
  const sizes = { paragraphs: document.paragraphs.length, recommendations: keys.length }
  return (
    <Stack>
      <p>{t('imports.check.about')}</p>
      {counts.suggested + counts.offered > 0 && (
        <Notice tone="warning">
          {t('imports.check.undecided', { suggested: counts.suggested, offered: counts.offered })}
        </Notice>
      )}
      {one.editionOf ? <Standing id={id} /> : <CheckedDetails document={document} details={details} />}
      <Recommendations one={one} document={document} keys={keys} dueOn={dueOn} leads={leads} />
      <ActionForm action={publish} prefix="publish-" buttonsOnly>
        <FormHidden name="id" value={id} />
        <p>{t(one.editionOf ? 'imports.edition.publishAbout' : 'imports.check.publishAbout', sizes)}</p>
        <Assigned document={document} />
        <Row>
          <SubmitButton>{t(one.editionOf ? 'imports.edition.publish' : 'imports.check.publish')}</SubmitButton>
          <LinkButton href={importAddress(id, { step: 'review' })}>{t('imports.details.back')}</LinkButton>
        </Row>
      </ActionForm>
    </Stack>
  )
}

/** Offers to assign what is linked to organizations. */
function Assigned({ document }: Pick<ImportPreview, 'document'>) {
  const count = document.recommendations.filter(({ addressees = [] }) =>
    addressees.some(({ organizationId }) => organizationId),
  ).length
  if (count === 0) return document.recommendations.length > 0 && <p>{t('imports.check.assignNone')}</p>
  return <FormCheck name="assign" label={t('imports.check.assign', { count })} />
}

type DetailsProps = { document: ImportPreview['document']; details: string }

const CheckedDetails = ({ document, details }: DetailsProps) => (
  <Section
    title={t('imports.check.details')}
    actions={<LinkButton href={details}>{t('imports.check.editDetails')}</LinkButton>}
    card
  >
    <Facts>
      <Fact term={t('details.name')}>
        <b dir="auto">{document.title}</b>
      </Fact>
      {detailsInWords({ ...document, language: document.language ?? 'en', date: document.dated }).map(
        ([term, value]) => (
          <Fact key={term} term={term}>
            {value}
          </Fact>
        ),
      )}
    </Facts>
  </Section>
)

/** What becomes of the recommendations and annotations of the edition before. */
async function Standing({ id }: { id: string }) {
  const counts = await countsOfPlaces(id)
  const open = Object.values(counts).reduce((sum, { open }) => sum + open, 0)
  const toDecide = importAddress(id, { step: 'places', stand: 'open' })
  return (
    <Section title={t('imports.edition.list')} card>
      {open > 0 && (
        <Notice tone="warning">
          {t('errors.edition_places_open', { count: open })}{' '}
          <a href={toDecide}>{t('imports.edition.toDecide', { count: open })}</a>
        </Notice>
      )}
      <Facts>
        {Object.values(PlaceState).map((state) => (
          <Fact key={state} term={t(`imports.edition.state.${state}`)}>
            {counts[state].all}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}

const Recommendations = ({ one, document, keys, dueOn, leads }: ImportPreview & { one: ImportNow }) => (
  <Section
    title={t(one.editionOf ? 'imports.edition.newOnes' : 'imports.check.recommendations', { count: keys.length })}
    actions={
      <LinkButton href={importAddress(one.id, { step: 'review' })}>{t('imports.check.editRecommendations')}</LinkButton>
    }
    card
  >
    <p>{t('imports.check.keys')}</p>
    <Disclosure summary={t('imports.check.show')} open={keys.length <= 40}>
      <ol className={css.published}>
        <LongList rows={document.recommendations}>
          {({ title, kind, paragraph, addressees = [], ...span }, place) => (
            <li key={keys[place]}>
              <p>
                <b dir="ltr">{keys[place]}</b> <span dir="auto">{title}</span> <small>{t(`kind.${kind}`)}</small>
              </p>
              <Quoted lang={document.language} lead={leads[place]}>
                {cut(document.paragraphs[paragraph]?.text ?? '', span)}
              </Quoted>
              <Addressed names={addressees.map(({ words }) => words)} dueOn={dueOn[place]} />
            </li>
          )}
        </LongList>
      </ol>
    </Disclosure>
  </Section>
)

function Addressed({ names, dueOn }: { names: string[]; dueOn: string | undefined }) {
  const facts = [
    names.length > 0 && t('imports.candidate.addressees', { names: names.join(', ') }),
    dueOn && t('imports.candidate.due', { date: dateInWords(dueOn) }),
  ].filter(Boolean)
  return facts.length > 0 && <small>{facts.join(' · ')}</small>
}
