import { ageAssignment } from '../support/browser-instance'
import { expectAccessible } from './support/accessible'
import { givenAssignment, made } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

test('a past day is chosen on a page, kept by its links, and left again', async ({ page, context }) => {
  await login(context)
  const { assignment } = await givenAssignment(context)

  await page.goto('/recommendations?kind=action')
  await page.getByText('Show an earlier day').click()
  const day = page.locator('form').filter({ has: page.getByLabel('Show the state at the end of') })
  await day.getByLabel('Show the state at the end of').fill('2020-12-31')
  await day.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/kind=action&as-of=2020-12-31$/)
  await expect(page.getByText('State at the end of 31 December 2020')).toBeVisible()
  await expect(page.getByText('There was nothing in it on this day.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Matrix' }).click()
  await expect(page).toHaveURL(/view=matrix.*as-of=2020-12-31/)
  await page.goto(`${assignment}?as-of=2020-12-31`)
  await expect(page.getByText('This was not in the register at the end of that day')).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(new RegExp(`${assignment}$`))
  await expect(page.locator('#next')).toBeVisible()
})

test('the links of a past day lead to the same day on every page that can show it @no-js', async ({
  page,
  context,
  baseURL,
}) => {
  await login(context)
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const { code, key, id, assignment } = await givenAssignment(context, { dueOn: yesterday })
  for (const narrative of ['The first course was held.', 'The second course was held.']) {
    await made(context, `/assignments/${id}/reports`, { progress: 'in_progress', narrative })
  }
  await ageAssignment(baseURL ?? '', id)
  const asOf = `as-of=${yesterday}`
  const list = `/recommendations?document=${code}`
  const views = [list, `${list}&view=assignments`, `${list}&view=matrix`, `${list}&by=status`]
  const pages = ['/documents', `/documents/${code}`, '/organizations', '/organizations/unodc']
  for (const path of ['/', ...views, ...pages, `/recommendations/${key}`, assignment, `${assignment}?history=open`]) {
    const shown = await page.goto(`${path}${path.includes('?') ? '&' : '?'}${asOf}`)
    const main = (await shown?.text())?.match(/<main.*<\/main>/s)?.[0] ?? ''
    // The first day of the chart leads to itself.
    const others = main.replace(/(id="trend".*?<\/nav>)<p>.*?<\/p>/s, '$1')
    const addresses = [...others.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const showing = addresses.filter((href) =>
      /^\/(?:$|\?|#|recommendations|assignments|documents|organizations|groups|themes)/.test(href),
    )
    expect(showing.length).toBeGreaterThan(2)
    // One link leads back to today.
    expect(showing.filter((href) => !href.includes(asOf))).toEqual([path])
  }
  await page.goto(`/organizations/unodc?${asOf}`)
  const row = page
    .locator('#assignments')
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="${id}"]`) })
  await expect(row).toHaveCount(1)
  await expect(row).not.toContainText('overdue')
})

test('a day that cannot be shown is refused at its field, and no page shows the present state instead @no-js', async ({
  page,
  context,
}) => {
  await login(context)
  const key = 'SALVADOR-2010-17.2'
  await page.goto(`/recommendations/${key}?as-of=2020-02-30`)
  await expect(page.getByLabel('Show the state at the end of')).toHaveAccessibleDescription(/Enter the date/)
  await expect(page.locator('main')).not.toContainText(key)
  const others = ['/documents', '/documents/SALVADOR-2010', '/organizations', '/themes/cybercrime']
  for (const path of ['/', ...others, '/recommendations?kind=action']) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}as-of=2999-01-01`)
    await expect(page.getByLabel('Show the state at the end of')).toHaveAccessibleDescription(/This is after today/)
    await expect(page.getByRole('heading')).toHaveText(['Show an earlier day'])
  }
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(/\/recommendations\?kind=action$/)
})
