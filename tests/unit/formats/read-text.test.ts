import { expect, test } from 'vitest'
import { readInPlace, textsOf } from '../../support/formats/read-in-place'

const text = '17. Les États devraient agir – “vite”.\n\n18. Ils le firent.'
const read = ['17. Les États devraient agir – “vite”.', '18. Ils le firent.']
const windows = Buffer.from(
  text.replace(/[–“”]/g, (sign) => ({ '–': '\x96', '“': '\x93' })[sign] ?? '\x94'),
  'latin1',
)
const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 from the other end', swapped],
  ['Windows-1252', windows],
])('a text in %s is read exactly', async (_, content) => {
  const found = await readInPlace(content)

  expect(found.format).toBe('text')
  expect(textsOf(found)).toEqual(read)
})

test.each([
  ['nothing', '', 'file_empty'],
  ['blank lines', '\n \n', 'file_without_text'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'file_type_unknown'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><text>17</text></svg>', 'file_type_unknown'],
  ['other bytes', Buffer.from([1, 2, 3, 0, 4]), 'file_type_unknown'],
])('%s is refused', async (_, content, code) => {
  await expect(readInPlace(content)).rejects.toMatchObject({ code })
})

const markdown = `# Conclusions

14. States should *act*,
    and **report**.[^1]
16. They did:
    - by law
    - by deed

## More

1. one
1. two

> Quoted (a) text
(b) continued

| Recommendation | Owner |
| --- | --- |
| Publish the plan | Ministry |

\`\`\`
17. kept
\`\`\`

[^1]: See *A/70/12*,
    para. 4.
`

test('Markdown is read as its paragraphs, with headings, written numbers, rows and notes', async () => {
  const { format, blocks } = await readInPlace(markdown, 'report.md')

  expect(format).toBe('markdown')
  expect(blocks).toEqual([
    { text: 'Conclusions', heading: 1, whole: true },
    { text: 'States should act, and report.1', label: '14.', raised: [{ start: 30, end: 31 }], whole: true },
    { text: 'They did:', label: '16.', whole: true },
    { text: 'by law', label: '•', whole: true },
    { text: 'by deed', label: '•', whole: true },
    { text: 'More', heading: 2, whole: true },
    { text: 'one', label: '1.', whole: true },
    { text: 'two', label: '2.', whole: true },
    { text: 'Quoted (a) text', gap: 2 },
    { text: '(b) continued', gap: 1 },
    { text: 'Recommendation\tOwner', cells: ['Recommendation', 'Owner'], whole: true },
    { text: 'Publish the plan\tMinistry', cells: ['Publish the plan', 'Ministry'], whole: true },
    { text: '17. kept', gap: 2 },
    { text: 'See A/70/12, para. 4.', note: '1', whole: true },
  ])
})

test('further paragraphs of a note in Markdown belong to it', async () => {
  const { blocks } = await readInPlace('Act.[^1]\n\n[^1]: See one.\n\n    See two.\n\nThe end.', 'report.md')
  expect(textsOf({ blocks })).toEqual(['Act.1', 'The end.', '1: See one. See two.'])
})

test('a note in Markdown goes on in the next line, as a paragraph does, and no paragraph of the text takes it up', async () => {
  const { blocks } = await readInPlace('Act.[^1] Wait.[^2]\n\n[^1]: See\none.\n[^2]: See two.\n- Item', 'report.md')
  expect(textsOf({ blocks })).toEqual(['Act.1 Wait.2', '• Item', '1: See one.', '2: See two.'])
})

test('the same text under another name is a plain text', async () => {
  const { format, blocks } = await readInPlace('# Not a heading', 'report.txt')
  expect({ format, blocks }).toEqual({ format: 'text', blocks: [{ text: '# Not a heading', gap: 2 }] })
})

test.each(['> ', '- '])('text within 150 times %j is refused, not left out', async (sign) => {
  await expect(readInPlace(`${sign.repeat(150)}States should act.`, 'a.md')).rejects.toMatchObject({
    code: 'file_nested',
  })
})
