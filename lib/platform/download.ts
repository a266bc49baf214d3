import 'server-only'

type File = {
  name: string
  type: string
  /** The content in parts, which are sent as they are produced. */
  parts: AsyncGenerator<string | Uint8Array>
  headers?: Record<string, string>
}

/** Returns a response that downloads a file. Producing it ends when the receiver goes away. */
export function download({ name, type, parts, headers }: File): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, {
    headers: { ...headers, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}

/**
 * Returns the handler of HEAD for a handler of GET that answers with a download. Nobody would read its content, so
 * producing it ends at once.
 */
export const withoutContent =
  <Given extends unknown[]>(get: (...given: Given) => Promise<Response>) =>
  async (...given: Given): Promise<Response> => {
    const { body, status, headers } = await get(...given)
    await body?.cancel()
    return new Response(null, { status, headers })
  }
