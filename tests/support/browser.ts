import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The shell first, because it draws no windows and needs half the processor time. */
const installed = [
  '/usr/bin/chromium-headless-shell',
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  ...[
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
]

/** Returns the path of a Chromium: Playwright's own, or else the system's. */
export const findBrowser = () => [chromium.executablePath(), ...installed].find((file) => existsSync(file))

/** Installs a browser if there is none. Returns whether there is one now. */
export function installBrowser() {
  const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (!findBrowser() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-q', '-y', 'chromium-headless-shell'])
  }
  return findBrowser() !== undefined
}
