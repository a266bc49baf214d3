import { type ImportPageState, importAddress } from '@/app/_addresses/import'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Quoted } from '@/app/_ui/quoted'
import { Tabs } from '@/app/_ui/tabs'
import { WordChanges } from '@/app/(work)/_components/word-changes'
import type { Actor } from '@/lib/domain/actor'
import { Difference } from '@/lib/imports/edition-filters'
import type { ImportNow } from '@/lib/imports/import-shape'
import {
  countsOfDifferences,
  type DifferentParagraph,
  differenceCursors,
  listDifferences,
} from '@/lib/imports/list-differences'
import { t } from '@/lib/platform/i18n'
import css from './edition.module.css'

type Props = { actor: Actor; one: ImportNow; state: ImportPageState }

/** The number of paragraphs on a page. */
const atATime = 25

/** The paragraphs of a new edition that differ from the edition before, word by word. */
export async function TextChanges({ actor, one, state }: Props) {
  const { id, document } = one
  const { differ: kind = 'changed', after = 0 } = state
  const counts = await countsOfDifferences(id)
  const found = await listDifferences(actor, id, { kind, limit: atATime, after: differenceCursors.after([after]) })
  if (!found.ok) return null
  const { items, next } = found.value
  const to = (after: number) => importAddress(id, { step: 'compare', differ: kind, after: after || undefined })
  return (
    <Stack>
      <p>{t('imports.edition.compareAbout')}</p>
      <Row spread>
        <span>{t('imports.edition.same', { count: counts.same })}</span>
        <LinkButton href={importAddress(id, { step: 'review' })} variant="main">
          {t('imports.edition.toReview')}
        </LinkButton>
      </Row>
      <Tabs
        label={t('imports.edition.differences')}
        items={Difference.options.map((one) => ({
          href: importAddress(id, { step: 'compare', differ: one }),
          label: t(`imports.edition.difference.${one}`, { count: counts[one] }),
          current: kind === one,
        }))}
      />
      {items.length > 0 ? (
        <ol className={css.cards} aria-label={t('imports.edition.differences')}>
          {items.map((pair) => (
            <Pair key={`${pair.was?.ordinal} ${pair.is?.ordinal}`} pair={pair} lang={document.language} />
          ))}
        </ol>
      ) : (
        <EmptyState title={t('imports.edition.noDifference')}>{t('imports.edition.noDifferenceAbout')}</EmptyState>
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

function Pair({ pair: { was, is }, lang }: { pair: DifferentParagraph; lang: string }) {
  const named = (label: string) => (label === '' ? t('imports.unnumbered') : t('imports.paragraph', { label }))
  const [before, after] = [was && named(was.label), is && named(is.label)]
  const where = before && after && before !== after ? t('imports.edition.fromTo', { before, after }) : (after ?? before)
  return (
    <li data-decided="">
      <small>{where}</small>
      {was && is ? (
        <WordChanges before={was.text} after={is.text} lang={lang} />
      ) : (
        <Quoted lang={lang}>{(is ?? was)?.text}</Quoted>
      )}
    </li>
  )
}
