import { Fact, Facts as List } from '@/app/_ui/facts'
import type { Document } from '@/lib/documents/queries'
import { dateInWords, languageInWords, words } from '@/lib/platform/i18n'

/** What is known of it besides its text. */
export function Facts({ document }: { document: Document }) {
  const { code, symbol, body, date, place, language, distribution, jobNumber } = document
  const known = [
    [words('document.code'), code],
    [words('document.symbol'), symbol],
    [words('document.body'), body],
    [words('document.date'), date && dateInWords(date)],
    [words('document.where'), place],
    [words('document.language'), languageInWords(language)],
    [words('document.distribution'), distribution],
    [words('document.jobNumber'), jobNumber],
  ] as const
  return (
    <List>
      {known.map(([term, said]) =>
        said ? (
          <Fact key={term} term={term}>
            {said}
          </Fact>
        ) : null,
      )}
      <Fact term={words('document.recommendations')}>
        <a href={`/recommendations?document=${code}`}>{words('document.inList')}</a>
      </Fact>
    </List>
  )
}
