import type { Measured } from './measure'

const columns = [
  ...['name', 'at once', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms each'],
  ...['of the floor', 'of bare', 'CPU × bare', 'CPU × same'],
]

const row = ([name = '', ...figures]: string[]) =>
  name.padEnd(24) + figures.map((figure) => figure.padStart(13)).join('')

export const heading = row(columns)

export const line = ({ name, concurrency, rps, p50, p99, cpu, ofFloor, ofBare, timesBare, timesSame }: Measured) =>
  row([
    ...[name, String(concurrency), rps.toFixed(1), p50.toFixed(2), p99.toFixed(2)],
    ...[cpu, ofFloor, ofBare, timesBare, timesSame].map(rounded),
  ])

const rounded = (figure: number | null) => figure?.toFixed(3) ?? ''
