import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/accessible'
import { givenAssignment, givenRecommendation, made } from './support/given'
import { login } from './support/login'
import { newcomer } from './support/newcomer'
import { formCalled, openHistory, rowOf } from './support/parts'
import { expect, test } from './support/test'

test('title, kind, themes and addressees are corrected; the text names whom to give it to', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  await expect(page.getByText('Not recorded')).toBeVisible()
  await page.getByRole('link', { name: 'Record the addressees' }).click()
  const form = page.locator('#reading')
  await form.getByLabel('Title').fill('Work together')
  await form.getByLabel('Theme 1').fill('Peace, justice; strong institutions')
  await form.getByLabel('Theme 2').fill('Justice')
  await form.getByLabel('Words of the text').first().fill('UNODC')
  await form.getByLabel('Linked organization or group').first().fill('Nobody we know')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('There is no organization or group called “Nobody we know”.')
  await expectAccessible(page)

  await form.getByLabel('Linked organization or group').first().fill('UNODC')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Work together' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Peace, justice; strong institutions' })).toBeVisible()
  await expect(await openHistory(page)).toContainText('corrected the title, the themes and the addressees')

  const assign = page.locator('#assignments')
  await assign.getByLabel('UNODC').check()
  await assign.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'UNODC')).toBeVisible()
})

test('a recommendation is linked to another one, by a form that stays when it is refused', async ({
  page,
  context,
}) => {
  await login(context)
  const { page: address } = await givenRecommendation(context)
  await page.goto(address)
  const related = page.locator('#related')
  await related.getByRole('link', { name: 'Link to another recommendation' }).click()
  await related.getByLabel('This recommendation').selectOption('Is part of')
  await related.getByLabel('Key of the other recommendation').fill('NOWHERE-1')
  await related.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(related.getByRole('alert')).toBeVisible()
  await expectAccessible(page)

  await related.getByLabel('Key of the other recommendation').fill('SALVADOR-2010-17.2')
  await related.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(related.getByRole('listitem').filter({ hasText: 'Is part of' })).toContainText('17.2')
  await expect(related.getByLabel('Key of the other recommendation')).toHaveCount(0)
})

test('whoever writes can look further down the page and loses nothing @js', async ({ page, context }) => {
  await login(context)
  const { page: address, key } = await givenAssignment(context)
  const assignments = `/recommendations/${key}/assignments`
  const { id } = await made(context, assignments, { organization: 'council-of-europe' })
  const report = { progress: 'in_progress', narrative: 'A first course was held.' }
  for (let day = 1; day <= 9; day++) await made(context, `/assignments/${id}/reports`, report)
  const { slug: group = '' } = await made(context, '/groups', { name: `Partners of ${key}` })
  await made(context, `/groups/${group}/members`, { names: [`Partner of ${key}`] })
  await made(context, assignments, { group })
  await page.goto(address)
  await rowOf(page, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
  const written = formCalled(page, 'Report progress for UNODC').getByLabel('What was done')
  await written.fill('Twelve investigators')

  const history = await openHistory(page)
  await history.getByRole('link', { name: 'Assignments' }).click()
  await expect(history.getByRole('link', { name: 'Assignments' })).toHaveAttribute('aria-current', 'true')
  await history.getByRole('link', { name: 'Older' }).click()
  await expect(history.getByRole('link', { name: 'Newest' })).toBeVisible()
  await page.getByRole('link', { name: 'Show all 1' }).click()
  await expect(rowOf(page, `Partner of ${key}`)).toBeVisible()
  await expect(written).toHaveValue('Twelve investigators')
  await expect(page).toHaveURL(/report=.*group=|group=.*report=/)
})

test('after a change, Back shows what stands now @js', async ({ page, context }) => {
  await login(context)
  const { page: address } = await givenAssignment(context)
  await page.goto(address)
  await expect(rowOf(page, 'UNODC')).toContainText('No report yet')
  await rowOf(page, 'UNODC').getByRole('button', { name: 'Report progress' }).click()
  const form = formCalled(page, 'Report progress for UNODC')
  await form.getByRole('radio', { name: 'In progress' }).check()
  await form.getByLabel('What was done').fill('Twelve investigators were trained.')
  await form.getByRole('button', { name: 'Report progress' }).click()
  await expect(rowOf(page, 'UNODC')).toContainText('Twelve investigators')

  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await expect(rowOf(page, 'UNODC')).toContainText('Twelve investigators')
  await expect(rowOf(page, 'UNODC')).toContainText('In progress')
})

test('words that run from right to left do so wherever they stand @js', async ({ page, context }) => {
  await login(context)
  const code = `E2E-${randomUUID().toUpperCase()}`
  const text = 'ينبغي للدول أن تدرّب المحققين (UNODC).'
  await made(context, '/documents', {
    code,
    language: 'ar',
    title: 'تقرير عن التدريب، الدورة 5.',
    paragraphs: [{ label: '1', text }],
    recommendations: [{ paragraph: '1', start: 0, end: text.length, title: 'تدريب المحققين.' }],
  })

  await page.goto(`/recommendations/${code}-1.1`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('blockquote')).toHaveCSS('direction', 'rtl')

  await page.goto(`/recommendations?document=${code}`)
  const row = page.getByRole('list', { name: 'Recommendations' }).getByRole('listitem')
  await expect(row.getByText('تدريب المحققين.')).toHaveCSS('direction', 'rtl')
  await expect(row.getByText(text)).toHaveCSS('direction', 'rtl')

  await page.goto(`/documents/${code}`)
  await expect(page.getByRole('article')).toHaveCSS('direction', 'rtl')
})

test('a viewer reads all of it and is offered nothing that they may not do @js', async ({ page, context }) => {
  await newcomer(context, { role: 'viewer' })
  const theirs = await context.cookies()
  await context.clearCookies()
  await login(context)
  const { page: address } = await givenAssignment(context)
  await context.clearCookies()
  await context.addCookies(theirs)

  await page.goto(address)
  await expect(rowOf(page, 'UNODC')).toContainText('Not started')
  await expect(await openHistory(page)).toContainText('assigned UNODC')
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await expect(page.locator('#assignments').getByRole('button')).toHaveCount(0)
  await expectAccessible(page)

  const scripted = test.info().project.use.javaScriptEnabled !== false
  await expect(page.getByRole('button', { name: 'Copy the citation' })).toHaveCount(scripted ? 1 : 0)
})

test('what is nobody’s to see is not there @js', async ({ page, context }) => {
  await login(context)
  for (const nowhere of ['/recommendations/NO-SUCH-1.1', '/assignments/nothing', '/people/nobody', '/no/such/page']) {
    const answer = await page.goto(nowhere)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
    await expect(page).toHaveTitle(/^There is no such page/)
    await expect(page.locator('#menu').getByRole('link', { name: 'My work' })).toHaveCount(1)
  }
  await expectAccessible(page)
  await context.clearCookies()
  await page.goto('/no/such/page')
  await expect(page).toHaveTitle(/^There is no such page/)
  await expect(page.locator('#menu')).toHaveCount(0)
})

test('all changes can be read in one place, by what they concern @js', async ({ page, context }) => {
  await login(context)
  await givenRecommendation(context)
  await page.goto('/history')
  await expect(page.getByRole('heading', { name: 'All changes' })).toBeVisible()
  await page.getByRole('link', { name: 'Documents' }).last().click()
  await expect(page.getByRole('main')).toContainText('added the document')
  await expect(page.getByRole('main')).not.toContainText('added the recommendation')
  await expectAccessible(page)
})
