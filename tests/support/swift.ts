import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { freePort } from './instance'
import { swift } from './programs'

const key = { accessKeyId: 'test:tester', secretAccessKey: 'testing', service: 's3', region: 'us-east-1' }

const section = (name: string, lines: Record<string, string | number>) =>
  [`[${name}]`, ...Object.entries(lines).map(([setting, value]) => `${setting} = ${value}`), ''].join('\n')

/** Starts OpenStack Swift with an empty bucket. Returns the address of the bucket, for `STORAGE_URL`. */
export async function startSwift() {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-swift-'))
  mkdirSync(join(folder, 'devices', 'sdb1'), { recursive: true })
  const shared = { bind_ip: '127.0.0.1', user: 'root', swift_dir: folder, workers: 0, mount_check: 'false' }
  const run = (program: string, ...args: string[]) =>
    spawn(join(swift.bin, program), args, { cwd: folder, stdio: 'ignore' })
  const write = (name: string, ...sections: string[]) => writeFileSync(join(folder, name), sections.join('\n'))

  write('swift.conf', section('swift-hash', { swift_hash_path_suffix: 'a', swift_hash_path_prefix: 'b' }))
  const servers: ChildProcess[] = []
  for (const kind of ['account', 'container', 'object']) {
    const port = await freePort()
    for (const args of [['create', '4', '1', '1'], ['add', `r1z1-127.0.0.1:${port}/sdb1`, '1'], ['rebalance']]) {
      spawnSync(join(swift.bin, 'swift-ring-builder'), [`${kind}.builder`, ...args], { cwd: folder })
    }
    write(
      `${kind}.conf`,
      section('DEFAULT', { ...shared, bind_port: port, devices: join(folder, 'devices') }),
      section('pipeline:main', { pipeline: `${kind}-server` }),
      section(`app:${kind}-server`, { use: `egg:swift#${kind}` }),
    )
    servers.push(run(`swift-${kind}-server`, `${kind}.conf`))
  }
  const [port, memory] = [await freePort(), await freePort()]
  servers.push(run('memcached', '-u', 'root', '-l', '127.0.0.1', '-p', String(memory), '-m', '8'))
  write(
    'proxy.conf',
    section('DEFAULT', { ...shared, bind_port: port }),
    section('pipeline:main', { pipeline: 'catch_errors cache s3api tempauth proxy-server' }),
    section('app:proxy-server', { use: 'egg:swift#proxy', account_autocreate: 'true' }),
    section('filter:catch_errors', { use: 'egg:swift#catch_errors' }),
    section('filter:cache', { use: 'egg:swift#memcache', memcache_servers: `127.0.0.1:${memory}` }),
    section('filter:s3api', { use: 'egg:swift#s3api' }),
    section('filter:tempauth', { use: 'egg:swift#tempauth', user_test_tester: 'testing .admin' }),
  )
  servers.push(run('swift-proxy-server', 'proxy.conf'))

  const bucket = `http://127.0.0.1:${port}/evidence`
  await made(bucket)
  return {
    address: bucket.replace('//', `//${encodeURIComponent(key.accessKeyId)}:${key.secretAccessKey}@`),
    async stop() {
      for (const server of servers) server.kill('SIGKILL')
      await Promise.all(servers.map((server) => server.exitCode ?? once(server, 'close')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Creates the bucket, as soon as the servers answer. */
async function made(bucket: string) {
  for (;;) {
    const { url, headers } = await new AwsV4Signer({ ...key, method: 'PUT', url: bucket }).sign()
    const answer = await fetch(url, { method: 'PUT', headers }).catch(() => undefined)
    if (answer?.ok) return
    await pause(200)
  }
}
