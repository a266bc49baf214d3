import { pageTitle } from '@/app/_actions/page-title'
import { MissingPage } from '@/app/_ui/missing-page'

export const generateMetadata = pageTitle('shell.not_found.title')

/** The answer of Next itself, before any page of ours. An address without a page has one of its own. */
export default function NotFound() {
  return <MissingPage />
}
