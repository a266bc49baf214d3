import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { Tabs } from '@/app/_ui/tabs'
import type { Actor } from '@/lib/domain/actor'
import type { ImportNow } from '@/lib/imports/import-shape'
import { countsOfImport, type ImportCounts, type Section, sectionsOfImport } from '@/lib/imports/queries'
import { t } from '@/lib/platform/i18n'
import { AcceptAll } from './accept-all'
import { MissingSelection } from './missing-selection'
import { OpenSection } from './open-section'
import css from './review.module.css'
import { SectionList } from './section-list'

type Props = { actor: Actor; one: ImportNow; state: ImportPageState }

/** The text beside its candidates, one section at a time. */
export async function Review({ actor, one, state }: Props) {
  const { id } = one
  const [counts, all] = await Promise.all([countsOfImport(one), sectionsOfImport(one)])
  const { show } = state
  // The candidate that was just decided on stays on the page, though the filter no longer asks for it.
  const isTold = ({ section }: Section) => state.at !== undefined && section === state.section
  const sections = show === undefined ? all : all.filter((section) => section[show] > 0 || isTold(section))
  const open = openOf(sections, state.section)
  return (
    <Stack>
      <p>{t(one.editionOf ? 'imports.edition.reviewAbout' : 'imports.review.about')}</p>
      <Keys />
      <Row spread>
        <span>
          {t('imports.review.counts', { paragraphs: counts.paragraphs, removed: counts.removed })}{' '}
          {counts.removed > 0 && <a href={importAddress(id, { step: 'removed' })}>{t('imports.review.removed')}</a>}
        </span>
        <LinkButton href={importAddress(id, { step: one.editionOf ? 'check' : 'details' })} variant="main">
          {t(one.editionOf ? 'imports.edition.toCheck' : 'imports.review.toDetails')}
        </LinkButton>
      </Row>
      {counts.leftOut > 0 && <Notice tone="warning">{t('imports.review.leftOut', { count: counts.leftOut })}</Notice>}
      <MissingSelection one={one} />
      <Shown one={one} counts={counts} show={show} />
      {counts.suggested + counts.offered > 0 && <AcceptAll id={id} state={state} />}
      {open ? (
        <div className={css.review}>
          <SectionList id={id} sections={sections} open={open} show={show} />
          <OpenSection actor={actor} one={one} state={state} sections={sections} open={open} />
        </div>
      ) : (
        <EmptyState title={t('imports.review.noneShown')}>{t('imports.review.noneShownAbout')}</EmptyState>
      )}
    </Stack>
  )
}

/** The keys that work with script. */
const Keys = () => (
  <p data-scripted="">
    <small>{t('imports.review.keys')}</small>
  </p>
)

/** Returns the section that the URL names, or else the first in which something is to be decided. */
const openOf = (sections: readonly Section[], named: number | undefined) =>
  sections.find(({ section }) => section === named) ??
  sections.find(({ suggested }) => suggested > 0) ??
  sections.find(({ offered }) => offered > 0) ??
  sections[0]

const decisions = ['suggested', 'offered', 'accepted', 'rejected'] as const

type ShownProps = { one: ImportNow; counts: ImportCounts; show: ImportPageState['show'] }

/** Links that choose which candidates to show. */
function Shown({ one: { id, editionOf }, counts, show }: ShownProps) {
  const all = decisions.reduce((sum, decision) => sum + counts[decision], 0)
  return (
    <Tabs
      label={t('imports.review.show')}
      items={[
        {
          href: importAddress(id, { step: editionOf && 'review' }),
          label: t('imports.review.all', { count: all }),
          current: show === undefined,
        },
        ...decisions.map((decision) => ({
          href: importAddress(id, { show: decision }),
          label: t(`imports.review.${decision}`, { count: counts[decision] }),
          current: show === decision,
        })),
      ]}
    />
  )
}
