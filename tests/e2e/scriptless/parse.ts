import { parseHTML } from 'linkedom'

/** Reads a page as a browser does whose JavaScript is off: what is in `noscript` is part of it. */
export function parsePage(html: string): Document {
  const { document } = parseHTML(html)
  // React writes some attributes in mixed case, and HTML reads them in lower case.
  for (const element of document.querySelectorAll('body *:not(svg, svg *)')) {
    for (const { name, value } of [...element.attributes]) {
      if (name !== name.toLowerCase()) element.setAttribute(name.toLowerCase(), value)
    }
  }
  return document
}
