import { expect, test } from 'vitest'
import { markupOf } from '../bench/markup'

test('the markup of a page is read as its elements, its attributes and its words', () => {
  const page =
    '<!DOCTYPE html><html><head><title>T</title></head><body><p class="a b" data-x="&quot;1&quot;">You &amp; <b>me</b><br/></p>' +
    '<!-- --><input type="hidden" value="&lt;"/><script nonce="n">if (1<2) go("<p>")</script></body></html>'
  expect(markupOf(page)).toEqual([
    {
      tag: 'p',
      attributes: { class: 'a b', 'data-x': '"1"' },
      children: ['You & ', { tag: 'b', attributes: {}, children: ['me'] }, { tag: 'br', attributes: {}, children: [] }],
    },
    { tag: 'input', attributes: { type: 'hidden', value: '<' }, children: [] },
  ])
})
