import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { freePort, startInstance } from '../../support/instance'

/** Starts an instance without accounts, with further settings. */
export async function newInstance(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-first-visit-'))
  const instance = await startInstance({ ...settings, DATA_DIR: folder, PORT: await freePort() })
  return {
    address: instance.address,
    /** The link that the start command printed. */
    setupLink: instance.output().match(/http\S+\/setup\?code=\S+/)?.[0] ?? '',
    async end() {
      await instance.end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Creates the first account, as a person who has just started the instance does. */
export async function setUp(page: Page, link: string) {
  await page.goto(link)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByLabel('Password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Create account' }).click()
}
