import type { Case } from './cases'
import { drive, type Shot } from './load'
import type { Server } from './servers'

/** The result of one case at one concurrency: requests in a second, milliseconds, and ratios to the other servers. */
export type Measured = {
  name: string
  concurrency: number
  rps: number
  p50: number
  p99: number
  /** Milliseconds of the server's processor for each request. */
  cpu: number | null
  /** Its rate divided by that of the floor, and by that of bare Next. */
  ofFloor: number | null
  ofBare: number | null
  /** Its processor time divided by that of bare Next. */
  timesBare: number | null
  /** Its processor time divided by that of bare Next reading the same rows and rendering the same elements. */
  timesSame: number | null
}

export type Servers = { product: Server; floor: Server; bare: Server }
type Length = { rounds: number; seconds: number }

/** Measures the servers in turns, so that other work of the machine affects each of them. */
export async function measure(
  { name, product, floor, bare, same }: Case,
  concurrency: number,
  servers: Servers,
  { rounds, seconds }: Length,
): Promise<Measured> {
  const ours = runner(servers.product, product, concurrency)
  const onFloor = floor && runner(servers.floor, floor, concurrency)
  const inBare = bare && runner(servers.bare, bare, concurrency)
  const inSame = same && runner(servers.bare, () => ({ method: 'GET', path: `/same${same.path}` }), concurrency)
  // Until their code is optimized, servers take up to twice as long, the one with most code for longest.
  const warming = inSame && concurrency > 1 ? 8 : 1
  for (let round = -warming; round < rounds; round++) {
    for (const one of [ours, onFloor, inBare, inSame]) if (one) await one.run(seconds, round < 0)
  }
  const { rps, p50, p99, cpu } = ours.result()
  const bareResult = inBare?.result()
  const sameCpu = inSame ? inSame.result().cpu : null
  return {
    name,
    concurrency,
    rps,
    p50,
    p99,
    cpu,
    ofFloor: onFloor ? rps / onFloor.result().rps : null,
    ofBare: bareResult ? rps / bareResult.rps : null,
    timesBare: bareResult?.cpu && cpu ? cpu / bareResult.cpu : null,
    timesSame: sameCpu && cpu ? cpu / sameCpu : null,
  }
}

function runner(server: Server, shot: (turn: number) => Shot, concurrency: number) {
  let turn = 0
  let cpu = 0
  let lasted = 0
  const latencies: number[] = []

  async function run(seconds: number, warming: boolean) {
    const before = server.cpu()
    const round = await drive(server, () => shot(turn++), concurrency, seconds)
    if (warming) return
    cpu += server.cpu() - before
    lasted += round.seconds
    latencies.push(...round.latencies)
  }

  function result() {
    const sorted = latencies.toSorted((a, b) => a - b)
    const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
    const each = (cpu * 1000) / latencies.length
    return { rps: latencies.length / lasted, p50: at(0.5), p99: at(0.99), cpu: Number.isNaN(each) ? null : each }
  }

  return { run, result }
}
