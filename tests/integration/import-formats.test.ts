import { beforeAll, expect, test } from 'vitest'
import { readImports } from '@/lib/imports/read-imports'
import { receiveImport } from '@/lib/imports/receive-import'
import { newId } from '@/lib/platform/id'
import { docxOf, inList, level, numberingOf, p, r } from '../support/formats/docx'
import { down, pdfOf } from '../support/formats/pdf'
import { givenPeople, people, valueIn } from '../support/given'
import { importThere } from '../support/given-import'
import { uploadOf } from '../support/uploads'

beforeAll(givenPeople)

const first = 'States should train judges in cooperation.'
const second = 'UNODC should publish a guide.'

/** Two paragraphs in each format. The content differs from file to file, because the same content is imported only once. */
const contents: Record<string, () => string | Buffer> = {
  md: () => `# Recommendations\n\n14. ${first}\n15. ${second}\n\n<!-- ${newId()} -->\n`,
  html: () =>
    `<!doctype html><title>${newId()}</title><h2>Recommendations</h2><ol start="14"><li>${first}</li><li>${second}</li></ol>`,
  docx: () =>
    docxOf(p(r('Recommendations'), '<w:outlineLvl w:val="0"/>') + p(r(first), inList(1)) + p(r(second), inList(1)), {
      numbering: numberingOf([level(0, 'decimal', '%1.', '', 14)], [[0]]),
      core: `<dc:title>${newId()}</dc:title>`,
    }),
  pdf: () => {
    const lines = ['14. States should train judges', 'in cooperation.', `15. ${second}`]
    const heading = `BT /B 14 Tf 1 0 0 1 50 740 Tm (Recommendations) Tj ET\n`
    return pdfOf([`${heading}${down(50, 700, lines)}% ${newId()}\n`])
  },
}

test.each(Object.keys(contents))(
  'a file in %s is imported with its labels, headings and exact sentences',
  async (ending) => {
    const content = new Uint8Array(Buffer.from(contents[ending]?.() ?? ''))
    const { id } = valueIn(await receiveImport(people.chen, {}, uploadOf(content, `report.${ending}`)))

    await readImports()

    const { state, paragraphs, candidates } = await importThere(id)
    expect(state).toBe('review')
    expect(paragraphs.slice(0, 2)).toMatchObject([
      { label: '14', text: first, heading: 'Recommendations' },
      { label: '15', text: second, heading: 'Recommendations' },
    ])
    expect(candidates.map(({ quote }) => quote).slice(0, 2)).toEqual([first, second])
  },
)

test.each([
  [
    'a locked document',
    pdfOf([''], {
      trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O <${'00'.repeat(32)}>/U <${'00'.repeat(32)}>>>`,
    }),
    'file_encrypted',
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'file_type_unknown'],
])('an import of %s fails with its reason', async (_, content, code) => {
  const { id } = valueIn(await receiveImport(people.chen, {}, uploadOf(new Uint8Array(content), 'report.pdf')))

  await readImports()

  expect(await importThere(id)).toMatchObject({ state: 'failed', error: { code } })
})
