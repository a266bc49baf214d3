import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limitTime } from '@/lib/server/limit-time'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
const upload = { method: 'POST', url: '/api/v1/assignments/1/evidence', headers: multipart }

/** Begins a request whose body has not arrived yet. */
function begin(head: Partial<Pick<IncomingMessage, 'method' | 'url' | 'headers'>>) {
  const request = Object.assign(new IncomingMessage(new Socket()), head)
  const response = new ServerResponse(request)
  limitTime(request, response)
  return { request, response }
}

test('a request that does not arrive within a minute is answered with 408', () => {
  const { response } = begin({ method: 'POST', url: '/reviews', headers: multipart })
  vi.advanceTimersByTime(59_000)
  expect(response.headersSent).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(response.statusCode).toBe(408)
})

test('a request that has arrived may take longer to answer', () => {
  const { request, response } = begin({ method: 'GET', url: '/recommendations.csv' })
  request.complete = true
  vi.advanceTimersByTime(3_600_000)
  expect([response.headersSent, request.destroyed]).toEqual([false, false])
})

test('a file may take half an hour, as long as some of it arrives', () => {
  const { request, response } = begin(upload)
  for (let seconds = 0; seconds < 1_780; seconds += 20) {
    vi.advanceTimersByTime(20_000)
    request.push(Buffer.from('words'))
  }
  expect(response.headersSent).toBe(false)
  vi.advanceTimersByTime(29_000)
  expect(response.statusCode).toBe(408)
})

test('a file that stops to arrive is ended after half a minute', () => {
  const { request, response } = begin(upload)
  vi.advanceTimersByTime(20_000)
  request.push(Buffer.from('words'))
  vi.advanceTimersByTime(29_000)
  expect(response.headersSent).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(response.statusCode).toBe(408)
})

test('a request whose answer has begun is cut off', () => {
  const { request, response } = begin(upload)
  response.writeHead(200)
  vi.advanceTimersByTime(30_000)
  expect(request.destroyed).toBe(true)
})
