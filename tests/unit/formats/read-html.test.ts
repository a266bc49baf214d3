import { expect, test } from 'vitest'
import { leftOutOf, readInPlace, textsOf } from '../../support/formats/read-in-place'

const read = (body: string) => readInPlace(`<!doctype html><html><body>${body}</body></html>`)

const texts = async (body: string) => textsOf(await read(body))

test('the text is read without navigation, page furniture, scripts and hidden parts', async () => {
  const found = await readInPlace(`<!doctype html><html lang="fr"><head><title>Le  rapport</title>
    <meta name="dcterms.date" content="2010-04-14"><style>p {}</style></head><body>
    <nav>Menu</nav><header>Ministry</header><main><h2>Conclusions</h2>
    <p>17. States should
      <b>act</b>.</p><p hidden>Not shown</p><p style="color: red; display: none">Nor this</p><script>x()</script>
    <div aria-hidden="true">Nor that</div><template><p>No</p></template>
    <p><strong>All bold</strong></p></main><footer>Address</footer></body></html>`)

  expect(found).toEqual({
    format: 'html',
    title: 'Le rapport',
    language: 'fr',
    date: '2010-04-14',
    blocks: [
      { text: 'Conclusions', heading: 2, whole: true },
      { text: '17. States should act.', whole: true },
      { text: 'All bold', bold: true, whole: true },
    ],
  })
})

test('what the style sheets of a page hide is kept with the reason', async () => {
  const rules = `<style>/* .seen { display: none } */ .draft, p.note { color: red; display: none !important }
    #old { visibility: hidden } .seen { display: none } @media print { .screen { display: none } }
    .seen { display: block } div.draft { display: block } .a .b { display: none }</style>
    <style media="print">.paper { display: none }</style>`
  const page = `${rules}<p class="x draft">One</p><p class="note">Two</p><div id="old">Three</div><p class="seen">Four</p>
    <p class="screen paper">Five</p><div class="draft">Six</div><div class="note b">Seven</div>`
  expect(await leftOutOf(page)).toEqual(['hidden: One', 'hidden: Two', 'hidden: Three'])
  expect(await texts(page)).toEqual(['Four', 'Five', 'Six', 'Seven'])
})

test('what a page does not show is kept with the reason', async () => {
  const found = await leftOutOf(`<title>No</title><style>p {}</style><nav><a>Home</a><a>About us</a></nav>
    <header>Ministry <p>Department</p></header><p hidden>One <b>secret</b><br>line<script>x()</script></p>
    <noscript><p>Switch scripts on</p></noscript><dialog>Cookies?</dialog><p>States <del>may</del> should act.</p>
    <table><tr><td>1</td><td>Act <s>slowly</s> now</td></tr></table><div aria-hidden="true"><nav>Both</nav></div>
    <button>Send</button>`)
  expect(found).toEqual([
    ...['navigation: Home', 'navigation: About us', 'navigation: Ministry', 'navigation: Department'],
    ...['hidden: One secret', 'hidden: line', 'hidden: Switch scripts on', 'hidden: Cookies?', 'deleted: may'],
    ...['deleted: slowly', 'hidden: Both', 'navigation: Send'],
  ])
})

test('items have the labels that browsers print', async () => {
  const found = await texts(`
    <ol start="14"><li>one<ol type="a"><li><p>first</p><p>more</p></li><li value="5">fifth</li></ol></li>
      <li hidden>not counted</li><li>two</li></ol>
    <ol type="I" start="3"><li>three</li></ol><ol reversed><li>last</li><li>first</li></ol>
    <ol style="list-style: lower-roman inside"><li>low</li></ol><ol style="list-style-type:none"><li>(a) typed</li></ol>
    <ul><li>point</li></ul><ol start="27" type="A"><li>far</li></ol><ol><li><ol type="a"><li>deep</li></ol></li></ol>`)

  expect(found).toEqual([
    ...[
      '14. one',
      'a. first',
      'more',
      'e. fifth',
      '15. two',
      'III. three',
      '2. last',
      '1. first',
      'i. low',
      '(a) typed',
    ],
    ...['• point', 'AA. far', '1. a. deep'],
  ])
})

test('a paragraph that the page breaks is read line by line', async () => {
  const { blocks } = await read('<p>1. States should<br>act.<br><br>2. They <br> did.</p>')
  expect(blocks).toEqual([
    { text: '1. States should', gap: 2 },
    { text: 'act.', gap: 1 },
    { text: '2. They', gap: 2 },
    { text: 'did.', gap: 1 },
  ])
})

test('a table has rows, whose cells keep their columns', async () => {
  const { blocks } = await read(`<table><caption>Plan</caption><tr><th>Text</th><th colspan="2">Who</th></tr>
    <tr><td rowspan="2"><p>Publish</p><ul><li>soon</li></ul></td><td>A</td><td>B</td></tr><tr><td>C<sup>2</sup></td><td>D</td></tr>
    </table>`)
  expect(blocks.map(({ cells, text }) => cells ?? text)).toEqual([
    'Plan',
    ['Text', 'Who', ''],
    ['Publish • soon', 'A', 'B'],
    ['', 'C2', 'D'],
  ])
  expect(blocks.at(-1)?.raised).toEqual([{ start: 2, end: 3 }])
})

test.each([
  ['one column', '<table><tr><td>17. One</td></tr><tr><td>18. Two</td></tr></table>'],
  ['headings', '<table><tr><td>17. One</td><td><h3>18. Two</h3></td></tr></table>'],
  ['another table', '<table><tr><td>17. One</td><td><table><tr><td>18. Two</td></tr></table></td></tr></table>'],
])('a table with %s only arranges the page', async (_, table) => {
  expect(await texts(table)).toEqual(['17. One', '18. Two'])
})

test.each([
  ['in a list', '<ol><li id="n1">See A/70/12. <a href="#r1">↩</a></li></ol>'],
  ['as Word writes it', '<p><a href="#r1" name="n1"><sup>[1]</sup></a> See A/70/12.</p>'],
  ['with its number', '<div id="n1"><p><sup>1</sup> See A/70/12.</p></div>'],
])('a note %s is kept apart, and its mark is superscript', async (_, note) => {
  const { blocks } = await read(`<p>It acted<a id="r1" href="#n1"><sup>[1]</sup></a> soon.</p><p>After.</p>${note}`)
  expect(blocks).toEqual([
    { text: 'It acted[1] soon.', raised: [{ start: 8, end: 11 }], whole: true },
    { text: 'After.', whole: true },
    { text: 'See A/70/12.', note: '1', whole: true },
  ])
})

test('the encoding that a page names is used where it is not UTF-8', async () => {
  const page = Buffer.from(
    '<html><meta charset="windows-1251"><p>\xc3\xee\xf1\xf3\xe4\xe0\xf0\xf1\xf2\xe2\xe0</p>',
    'latin1',
  )
  expect(textsOf(await readInPlace(page))).toEqual(['Государства'])
})

test('superscripts are counted in characters, also beyond the first plane', async () => {
  const { blocks } = await read('<p> 😀 x<sup>2</sup> y</p>')
  expect(blocks).toEqual([{ text: '😀 x2 y', raised: [{ start: 3, end: 4 }], whole: true }])
})

test('100,000 nested elements are refused at once', async () => {
  await expect(read('<div>'.repeat(100_000))).rejects.toMatchObject({ code: 'file_nested' })
})
