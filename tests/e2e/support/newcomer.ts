import { randomUUID } from 'node:crypto'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { invite } from './invite'
import { login } from './login'
import { home } from './parts'

export const password = 'seven green bicycles'

/** Creates a new person, who accepts an invitation and is signed in on this page. */
export async function newcomer(page: Page, context: BrowserContext, person = {}) {
  await login(context)
  const invited = await invite(context, { name: `Oskar ${randomUUID()}`, ...person })
  await context.clearCookies()
  await page.goto(invited.link)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(home)
  return { ...invited, password }
}
