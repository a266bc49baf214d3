import { Hidden } from '@/app/_ui/text'
import { t } from '@/lib/platform/i18n'
import { compareWords } from '@/lib/reading/compare-words'
import { cutter } from '@/lib/reading/sentences'
import css from './word-changes.module.css'

type Props = { before: string; after: string; lang: string }

/**
 * A text with what was removed from it struck through and what is new underlined. Screen readers hear where each begins
 * and ends.
 */
export function WordChanges({ before, after, lang }: Props) {
  const [was, is] = [cutter(before), cutter(after)]
  return (
    <p className={css.words} lang={lang} dir="auto">
      {compareWords(before, after).map(({ same, ...run }) =>
        same ? (
          is(run.after)
        ) : (
          <Change key={`${run.before.start} ${run.after.start}`} removed={was(run.before)} added={is(run.after)} />
        ),
      )}
    </p>
  )
}

const Change = ({ removed, added }: { removed: string; added: string }) => (
  <>
    {removed !== '' && (
      <del>
        <Hidden>{t('imports.edition.removedBegins')} </Hidden>
        {removed}
        <Hidden> {t('imports.edition.removedEnds')}</Hidden>
      </del>
    )}
    {added !== '' && (
      <ins>
        <Hidden>{t('imports.edition.addedBegins')} </Hidden>
        {added}
        <Hidden> {t('imports.edition.addedEnds')}</Hidden>
      </ins>
    )}
  </>
)
