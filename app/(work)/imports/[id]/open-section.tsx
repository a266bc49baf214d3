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
  const rows = paragraphs
    .map((paragraph) => {
      const own = candidates.filter((one) => one.paragraph === paragraph.ordinal)
      const shown = own.filter((one) => !show || one.decision === show || one.id === edit || one.paragraph === told)
      return { paragraph, own, shown }
    })
    .filter(({ paragraph, shown }) => !show || shown.length > 0 || paragraph.ordinal === add)
  const at = sections.indexOf(open)
  const to = (section: Section | undefined) =>
    section && { href: importAddress(id, { section: section.section, show }, 'section') }
  const [previous, next] = [to(sections[at - 1]), to(sections[at + 1])]
  return (
    <section id="section" className={css.section} aria-labelledby="section-name">
      <h2 id="section-name" dir="auto">
        {nameOf(open, sections)}
      </h2>
      {rows.map(({ paragraph, own, shown }) => (
        <ParagraphRow
          key={paragraph.ordinal}
          id={id}
          language={document.language}
          state={{ ...state, section: open.section }}
          paragraph={paragraph}
          path={pathOf(paragraph, paragraphs)}
          candidates={own}
          shown={shown}
        />
      ))}
      <Pager
        label={t('imports.review.turn')}
        previous={previous && { ...previous, label: t('imports.review.previous') }}
        next={next && { ...next, label: t('imports.review.next') }}
      />
    </section>
  )
}

/** Returns the label of a paragraph with those of its parents in the section: "18 (a)". */
function pathOf({ label, parent }: ParagraphNow, paragraphs: readonly ParagraphNow[]): string {
  const above = parent === undefined ? undefined : paragraphs.find(({ ordinal }) => ordinal === parent)
  return [above ? pathOf(above, paragraphs) : '', label ?? ''].join(' ').trim()
}
