import { Fact, Facts as List } from '@/app/_ui/facts'
import { InPlaceLink } from '@/app/_ui/in-place'
import type { Document } from '@/lib/documents/queries'
import { words } from '@/lib/platform/i18n'
import { detailsInWords } from '../details'
import { addressOf } from './address'

/** What is known of it besides its text. */
export function Facts({ document, keeps }: { document: Document; keeps: boolean }) {
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
      {keeps && (
        <Fact term={words('document.manage')} screen>
          <InPlaceLink href={addressOf(code, { edit: 'archive' })}>{words('document.archive')}</InPlaceLink>
        </Fact>
      )}
    </List>
  )
}
