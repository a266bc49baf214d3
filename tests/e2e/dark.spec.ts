import { findings } from './support/accessible'
import { givenAssignment } from './support/given'
import { login } from './support/login'
import { expect, test } from './support/test'

test.use({ colorScheme: 'dark' })

test('in the dark every text can be read on its ground too @js', async ({ page, context }) => {
  await page.goto('/sign-in')
  await login(context)
  const { page: recommendation, id, code } = await givenAssignment(context, { dueOn: '2020-01-31' })
  const pages = [
    ...[
      '/sign-in',
      '/',
      '/my-work',
      '/people',
      '/settings',
      '/documents/import?way=text',
      `/documents/${code}?edit=details`,
    ],
    ...['/recommendations?q=training&choose=all', '/recommendations?view=matrix', `${recommendation}?report=${id}`],
    ...[`${recommendation}?edit=reading&annotate=open`, `/assignments/${id}?form=change`, '/organizations/unodc'],
  ]
  for (const path of pages) {
    await page.goto(path)
    expect(await findings(page, ['color-contrast', 'link-in-text-block']), path).toEqual([])
  }
})
