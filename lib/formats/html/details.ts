import type { FileDetails } from '../reader-output'
import { attribute, elementsIn, textIn } from './walk'

const dates =
  /^(?:dcterms\.(?:date|issued)|dc\.date(?:\.issued)?|date|article:published_time|citation_(?:publication_)?date)$/i

/** Returns the title, language and date that the head of a page names. */
export function detailsOf(page: Parameters<typeof elementsIn>[0]): FileDetails {
  const details: FileDetails = {}
  for (const element of elementsIn(page)) {
    const { tagName } = element
    if (tagName === 'body') break
    if (tagName === 'html') {
      const language = attribute(element, 'lang')?.trim()
      if (language) details.language = language
    }
    if (tagName === 'title' && textIn(element)) details.title ??= textIn(element)
    if (tagName === 'meta' && dates.test(attribute(element, 'name') ?? attribute(element, 'property') ?? '')) {
      const [date] = /^\d{4}-\d{2}-\d{2}/.exec(attribute(element, 'content')?.trim() ?? '') ?? []
      if (date) details.date ??= date
    }
  }
  return details
}
