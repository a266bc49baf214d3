import { type ImportPageState, importAddress, importDoneInWords } from '@/app/_addresses/import'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { DoneNotice } from '@/app/_ui/done-notice'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import type { Actor } from '@/lib/domain/actor'
import type { ImportNow } from '@/lib/imports/import-shape'
import { countsOfPlaces, listPlaces, type PlaceCounts, placeCursors } from '@/lib/imports/list-places'
import { t } from '@/lib/platform/i18n'
import { PlaceState } from '@/prisma/generated/enums'
import css from './edition.module.css'
import { confirmAll } from './edition-actions'
import { PlaceCard } from './place-card'

type Props = { actor: Actor; one: ImportNow; state: ImportPageState }

/** The number of cards on a page. */
const atATime = 25

/** What becomes of the recommendations and annotations of the edition before, each to be confirmed by a person. */
export async function Places({ actor, one, state }: Props) {
  const { id, document } = one
  const counts = await countsOfPlaces(id)
  const open = Object.values(counts).reduce((sum, { open }) => sum + open, 0)
  const all = Object.values(counts).reduce((sum, { all }) => sum + all, 0)
  const { stand, after = 0 } = state
  const found = await listPlaces(actor, id, { show: stand, limit: atATime, after: placeCursors.after([after]) })
  if (!found.ok) return null
  const { items, next } = found.value
  const to = (after: number) => importAddress(id, { step: 'places', stand, after: after || undefined }, 'places')
  const done = state.edit === undefined && state.at === undefined && importDoneInWords(state.done)
  return (
    <Stack>
      <p>{t('imports.edition.about')}</p>
      <Row spread>
        <span>{t('imports.edition.openCount', { open, all })}</span>
        <LinkButton href={importAddress(id, { step: 'compare' })} variant="main">
          {t('imports.edition.toCompare')}
        </LinkButton>
      </Row>
      <Shown id={id} counts={counts} stand={stand} open={open} all={all} />
      {done && <DoneNotice>{done}</DoneNotice>}
      <ConfirmAll id={id} counts={counts} stand={stand} />
      {items.length > 0 ? (
        <ol className={css.cards} id="places" aria-label={t('imports.edition.list')}>
          {items.map((place) => (
            <PlaceCard key={place.id} importId={id} language={document.language} place={place} state={state} />
          ))}
        </ol>
      ) : (
        <EmptyState title={t('imports.edition.none')}>{t('imports.edition.noneAbout')}</EmptyState>
      )}
      <Pager
        label={t('imports.edition.pages')}
        previous={
          after > 0 ? { href: to(Math.max(after - atATime, 0)), label: t('imports.edition.previous') } : undefined
        }
        next={next === null ? undefined : { href: to(after + items.length), label: t('imports.edition.next') }}
      />
    </Stack>
  )
}

type ShownProps = { id: string; counts: PlaceCounts; stand: ImportPageState['stand']; open: number; all: number }

/** Links that choose which places to show. */
const Shown = ({ id, counts, stand, open, all }: ShownProps) => (
  <Tabs
    label={t('imports.edition.show')}
    items={[
      {
        href: importAddress(id, { step: 'places' }),
        label: t('imports.review.all', { count: all }),
        current: stand === undefined,
      },
      {
        href: importAddress(id, { step: 'places', stand: 'open' }),
        label: t('imports.edition.toDecide', { count: open }),
        current: stand === 'open',
      },
      ...Object.values(PlaceState).map((one) => ({
        href: importAddress(id, { step: 'places', stand: one }),
        label: t(`imports.edition.tab.${one}`, { count: counts[one].all }),
        current: stand === one,
      })),
    ]}
  />
)

type ConfirmProps = { id: string; counts: PlaceCounts; stand: ImportPageState['stand'] }

/** Confirms all whose words are the same at once. Those whose words changed are read one by one. */
const ConfirmAll = ({ id, counts, stand }: ConfirmProps) => {
  const states = (['unchanged', 'moved'] as const).filter((one) => counts[one].open > 0)
  if (states.length === 0) return null
  return (
    <ActionForm action={confirmAll} prefix="all-" buttonsOnly>
      <FormHidden name="importId" value={id} />
      {stand && <FormHidden name="stand" value={stand} />}
      <Row>
        {states.map((one) => (
          <SubmitButton key={one} name="state" value={one} variant="plain">
            {t(`imports.edition.confirmAll.${one}`, { count: counts[one].open })}
          </SubmitButton>
        ))}
      </Row>
    </ActionForm>
  )
}
