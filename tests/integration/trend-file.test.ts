import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { type TrendFormat, trendFile } from '@/lib/overview/trend-file'
import { db } from '@/lib/platform/db'
import { exportHeader } from '@/lib/register/export-about'
import { givenRecommendation, organizations, people, valueIn } from '../support/given'

async function fileOf(format: TrendFormat, document: string) {
  const { name, type, about, parts } = valueIn(
    await trendFile(people.chen, { document }, { format, separator: 'semicolon' }),
  )
  let text = ''
  for await (const part of parts) text += part
  return { name, type, text, header: exportHeader(about) }
}

test('a chart stands alone: what it shows, of what, as of which day, with its legend and literal colours', async () => {
  const of = await givenRecommendation()
  valueIn(
    await assign(people.chen, {
      ...{ key: of.key, organization: organizations.health.slug },
      ...{ dueOn: '2020-01-31', confirmPast: true },
    }),
  )
  const { code } = await db.document.update({
    where: { id: of.documentId },
    data: { title: 'Fish & <Chips> \u0007"today"' },
  })
  const { name, type, text, header } = await fileOf('svg', code)

  expect(type).toBe('image/svg+xml; charset=utf-8')
  expect(name).toMatch(/^trend-as-of-\d{4}-\d\d-\d\d-event-\d+-[0-9a-f]{8}\.svg$/)
  expect(header).toMatch(/^seq=\d+; hash=[0-9a-f]{64}; as-of=.*\/trend\.svg\?document=/)
  expect(text).toContain('0 of 1 assignment implemented or verified, 1 overdue.')
  expect(text).toContain('Fish &amp; &lt;Chips&gt; &quot;today&quot;')
  expect(text).toContain('Not started</text>')
  expect(text).not.toMatch(/style|class=|var\(|currentColor|undefined|NaN/)
  expect(await fileOf('csv', code)).toMatchObject({
    type: 'text/csv; charset=utf-8',
    text: expect.stringContaining(';'),
  })
})
