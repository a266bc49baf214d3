import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import type { Section } from '@/lib/imports/queries'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import css from './review.module.css'

type Props = { id: string; sections: readonly Section[]; open: Section; show: ImportPageState['show'] }

/** The largest number of links in the list. A longer list shows those around the open section. */
const most = 60

/** The largest length of a name in the list, in characters. */
const longestInList = 70

/** The sections of the text, with how much is to be decided in each. */
export function SectionList({ id, sections, open, show }: Props) {
  const at = sections.indexOf(open)
  const from = Math.max(0, Math.min(at - most / 2, sections.length - most))
  return (
    <nav aria-label={t('imports.review.sections')} className={css.sections}>
      <ol>
        {sections.slice(from, from + most).map((section) => (
          <li key={section.section}>
            <a
              href={importAddress(id, { section: section.section, show })}
              aria-current={section === open ? 'true' : undefined}
            >
              <span dir="auto">{nameOf(section, sections, longestInList)}</span>
              <small>{countsIn(section)}</small>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/**
 * Returns the heading of a section, or its paragraphs. If several sections have one heading, each has the
 * number of its part.
 */
export function nameOf(section: Section, all: readonly Section[], longest = 149) {
  const { heading, name, from, to } = section
  const called = heading ?? name
  if (called === undefined) return t('imports.review.noHeading', { from, to })
  const isSame = (other: Section) => other.heading === heading && other.name === section.name
  const part = all.filter((other) => isSame(other) && other.section <= section.section).length
  const short = shortened(called, longest)
  return all.filter(isSame).length > 1 ? t('imports.review.part', { name: short, part }) : short
}

const countsIn = ({ suggested, accepted }: Section) =>
  [
    suggested > 0 && t('imports.review.open', { count: suggested }),
    accepted > 0 && t('imports.review.acceptedHere', { count: accepted }),
  ]
    .filter(Boolean)
    .join(' · ')
