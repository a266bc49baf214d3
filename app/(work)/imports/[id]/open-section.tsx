import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { Pager } from '@/app/_ui/pager'
import type { Actor } from '@/lib/domain/actor'
import { findSection, type ParagraphNow } from '@/lib/imports/contents'
import type { ImportNow } from '@/lib/imports/import-shape'
import type { Section } from '@/lib/imports/queries'
import { t } from '@/lib/platform/i18n'
import { ParagraphRow } from './paragraph-row'
import css from './review.module.css'
import { nameOf } from './section-list'
import { pageOfSection, type SectionRow } from './section-pages'

type Props = {
  actor: Actor
  one: ImportNow
  state: ImportPageState
  sections: readonly Section[]
  open: Section
}

/** The paragraphs of a section, each with its candidates. */
export async function OpenSection({ actor, one, state, sections, open }: Props) {
  const { id, document } = one
  const found = await findSection(actor, id, open.section)
  if (!found.ok) return null

  const { paragraphs, candidates } = found.value
  const { show, at: told, add, edit } = state
  const all = paragraphs
    .map((paragraph): SectionRow => {
      const own = candidates.filter((one) => one.paragraph === paragraph.ordinal)
      const shown = own.filter((one) => !show || one.decision === show || one.id === edit || one.paragraph === told)
      return { paragraph, own, shown }
    })
    .filter(({ paragraph, shown }) => !show || shown.length > 0 || paragraph.ordinal === add)
  const { rows, ...pages } = pageOfSection(all, state.page)
  const at = sections.indexOf(open)
  const to = (section: Section | undefined) =>
    section && { href: importAddress(id, { section: section.section, show }, 'section') }
  const [previous, next] = [to(sections[at - 1]), to(sections[at + 1])]
  return (
    <section id="section" className={css.section} aria-labelledby="section-name">
      <h2 id="section-name" dir="auto">
        {nameOf(open, sections)}
      </h2>
      {rows.map((row) => (
        <ParagraphRow
          key={row.paragraph.ordinal}
          id={id}
          language={document.language}
          state={{ ...state, section: open.section, page: pages.page === 1 ? undefined : pages.page }}
          row={row}
          path={pathOf(row.paragraph, paragraphs)}
        />
      ))}
      <CandidatePager id={id} section={open.section} show={show} {...pages} />
      <Pager
        label={t('imports.review.turn')}
        previous={previous && { ...previous, label: t('imports.review.previous') }}
        next={next && { ...next, label: t('imports.review.next') }}
      />
    </section>
  )
}

type PagerProps = Omit<ReturnType<typeof pageOfSection>, 'rows'> & {
  id: string
  section: number
  show: ImportPageState['show']
}

/** The place in the candidates of a section that has several pages of them. */
function CandidatePager({ id, section, show, page, pages, first, last, count }: PagerProps) {
  if (pages === 1) return null
  const to = (page: number) => importAddress(id, { section, page, show }, 'section')
  return (
    <Pager
      label={t('imports.review.turnPage')}
      previous={page > 1 ? { href: to(page - 1), label: t('imports.review.previousPage') } : undefined}
      next={page < pages ? { href: to(page + 1), label: t('imports.review.nextPage') } : undefined}
    >
      {t('imports.review.onPage', { first, last, count })}
    </Pager>
  )
}

/** Returns the label of a paragraph with those of its parents in the section: "18 (a)". */
function pathOf({ label, parent }: ParagraphNow, paragraphs: readonly ParagraphNow[]): string {
  const above = parent === undefined ? undefined : paragraphs.find(({ ordinal }) => ordinal === parent)
  return [above ? pathOf(above, paragraphs) : '', label ?? ''].join(' ').trim()
}
