import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
