import type { Page } from './test'

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The number that a link says, in figures or as a word. */
function numberIn(text: string): number | undefined {
  const figures = text.match(/\d+/)?.[0]
  if (figures) return Number(figures)
  const word = words.findIndex((one) => new RegExp(`^${one}\\b`, 'i').test(text))
  return word === -1 ? undefined : word
}

/** What leads from the page to a list, and the number that it says. */
export async function numbersOn(page: Page) {
  const links = await page.getByRole('main').locator('a[href^="/recommendations?"], a[href="/recommendations"]').all()
  const found = await Promise.all(
    links.map(async (link) => {
      const text = (await link.getAttribute('aria-label')) ?? (await link.textContent()) ?? ''
      return { text, href: (await link.getAttribute('href')) ?? '', number: numberIn(text) }
    }),
  )
  return found.filter(({ href }) => !href.includes('view=matrix'))
}

/** How many a list says that it has: read without a browser, there being many of them. */
export async function countAt(page: Page, address: string) {
  const html = await (await page.request.get(address)).text()
  return Number(html.match(/role="status">(\d+) /)?.[1])
}
