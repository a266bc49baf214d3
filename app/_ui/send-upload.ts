import type { FormState } from '@/lib/platform/form'

/** Why there is no answer. */
type Unanswered = 'lost' | 'tooLarge' | 'busy'

/** Sends a form with its files, and reports how many percent were sent. Returns the answer, or why there is none. */
export const send = (form: HTMLFormElement, report: (percent: number) => void): Promise<FormState | Unanswered> =>
  new Promise((resolve) => {
    // Only this interface reports the progress of what is sent.
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => report(Math.floor((100 * loaded) / total)))
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => resolve('lost'))
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.send(new FormData(form))
  })

function answerOf({ status, responseText }: XMLHttpRequest): FormState | Unanswered {
  if (status === 413) return 'tooLarge'
  if (status === 429) return 'busy'
  try {
    const answer: FormState = JSON.parse(responseText)
    return answer
  } catch {
    return 'lost'
  }
}
