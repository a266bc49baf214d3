import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './support/browser'
import { keepInMemory } from './support/keep-in-memory'

keepInMemory()

/** Each checkout has its own port, so that two can be tested at once. */
const port =
  process.env.E2E_PORT ?? String(20_000 + (createHash('sha256').update(process.cwd()).digest().readUInt16BE() % 10_000))
const address = `http://127.0.0.1:${port}`
const executablePath = findBrowser()

export default defineConfig<object, { scriptless: boolean }>({
  testDir: 'e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 120_000,
  // The first setup takes some seconds on a busy machine.
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    // A trace of every test takes a fifth of the whole time. Use `--trace retain-on-failure` to get one.
    screenshot: 'only-on-failure',
    // What moves is drawn again and again.
    contextOptions: { reducedMotion: 'reduce' },
    // No picture is looked at: a process that draws them takes a tenth of the browser's time.
    launchOptions: { args: ['--disable-gpu'], ...(executablePath && { executablePath }) },
  },
  // Every test runs twice, unless its title contains @no-js or @js. @js: it needs JavaScript, or another test covers it
  // without JavaScript. @layout: without JavaScript too it needs what only a browser knows, such as style sheets.
  projects: [
    { name: 'with-js', grepInvert: /@no-js/ },
    { name: 'without-js', grepInvert: /@js|@layout/, use: { javaScriptEnabled: false, scriptless: true } },
    { name: 'layout-without-js', grep: /@layout/, use: { javaScriptEnabled: false } },
  ],
  // A test often waits for its server or its page, so there is one worker more than there are cores.
  workers: availableParallelism() + 1,
  webServer: {
    command: 'exec node --conditions=react-server --import tsx tests/support/serve.ts',
    cwd: '..',
    url: `${address}/api/health/ready`,
    env: { PORT: port },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
})
