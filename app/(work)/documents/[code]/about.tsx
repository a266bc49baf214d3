import { Fact, Facts as List } from '@/app/_ui/facts'
import type { Document } from '@/lib/documents/queries'
import { words } from '@/lib/platform/i18n'
import { detailsInWords } from '../details'

/** What is known of it besides its text. */
export function Facts({ document }: { document: Document }) {
  const { code, distribution = '', jobNumber = '' } = document
  const known = [
    ...detailsInWords(document),
    [words('document.distribution'), distribution],
    [words('document.jobNumber'), jobNumber],
  ]
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
