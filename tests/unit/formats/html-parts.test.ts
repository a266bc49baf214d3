import { expect, test } from 'vitest'
import { readSource } from '@/lib/formats/child/read-source'

const read = async (body: string) => {
  const content = Buffer.from(`<!doctype html><html><body>${body}</body></html>`)
  return readSource(content, '.html', () => {})
}

/** Returns the paragraphs, each with the label of the paragraph to which it belongs. */
async function outlineOf(body: string) {
  const { paragraphs } = await read(body)
  return paragraphs.map(({ label, text, parent }) => {
    const above = parent === undefined ? undefined : paragraphs[parent]
    return `${above ? `${above.label || above.text} > ` : ''}${label} ${text}`
  })
}

test('the items of a list within a paragraph are its parts', async () => {
  const found = await outlineOf(`
    <ol><li>States should:<ol type="a"><li>Pay;</li><li>Report:<ol type="i"><li>yearly;</li><li>in full.</li></ol></li></ol></li>
      <li>The Fund should:<ol><li>Lend;</li><li>Wait.</li></ol></li></ol>
    <p>3. The Board recommends that the Fund:</p><ol type="a"><li>Write;</li><li>Read.</li></ol>
    <p>It asks the Council:</p><ol><li>To meet;</li><li>To vote.</li></ol>
    <ol start="4"><li>The end is near.</li></ol>`)

  expect(found).toEqual([
    ...['1 States should:', '1 > a Pay;', '1 > b Report:', 'b > i yearly;', 'b > ii in full.'],
    ...['2 The Fund should:', '2 > 1 Lend;', '2 > 2 Wait.'],
    ...['3 The Board recommends that the Fund:', '3 > a Write;', '3 > b Read.'],
    ...[' It asks the Council:', 'It asks the Council: > 1 To meet;', 'It asks the Council: > 2 To vote.'],
    '4 The end is near.',
  ])
})

test('numbered recommendations under an introduction and paragraphs under numbered headings are no parts', async () => {
  expect(await outlineOf('<p>We recommend:</p><ol><li>That A act.</li><li>That B wait.</li></ol>')).toEqual([
    ...[' We recommend:', '1 That A act.', '2 That B wait.'],
  ])
  expect(
    await outlineOf(
      '<ol type="I"><li><h2>Aims</h2><ol start="7"><li>The first aim.</li><li>Another.</li></ol></li></ol>',
    ),
  ).toEqual(['7 The first aim.', '8 Another.'])
})

test('what was removed stands in the order of the text', async () => {
  const { removed } = await read(`<nav>Menu</nav><p>A/70/12</p><h2>Aims</h2><p>1. One <del>two</del> three.</p>
    <p hidden>Never</p><p>2. Four.</p><footer>Address</footer>`)
  expect(removed.map(({ text, why }) => `${why}: ${text}`)).toEqual([
    ...['navigation: Menu', 'symbol: A/70/12', 'deleted: two', 'hidden: Never', 'navigation: Address'],
  ])
})
