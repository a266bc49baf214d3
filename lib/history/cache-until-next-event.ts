import 'server-only'
import { cache } from 'react'
import { pool } from '@/lib/platform/db'
import { shownPast } from '@/lib/platform/shown-day'

type Limits<Answer> = {
  /** The largest number of answers. If there are more, the one that was used longest ago is dropped. */
  most?: number
  /** Returns whether an answer is small enough to be kept. */
  keeps?: (answer: Answer) => boolean
}

/**
 * Returns a reader that caches its answers until the next event. Requests for the same at the same time are read once.
 * The cache is never out of date: every change appends its event in its own transaction, one after another, so nothing
 * has changed as long as the last event is the same. Answers for a past day are cached until the next event that the
 * past shows too, such as a new name.
 */
export function cacheUntilNextEvent<Question, Answer>(
  read: (question: Question) => Promise<Answer>,
  { most = 200, keeps = () => true }: Limits<Answer> = {},
) {
  const kept = new Map<string, { last: string; answer: Promise<Answer> }>()

  return async (question: Question): Promise<Answer> => {
    const past = shownPast()
    const key = JSON.stringify([past?.day ?? null, question])
    // Read before the answer: an event in between is then part of the answer, and ends its use.
    const last = await (past ? lastEventShownInPast() : lastEvent())
    const before = kept.get(key)
    kept.delete(key)
    if (before?.last === last) {
      kept.set(key, before)
      return before.answer
    }

    const entry = { last, answer: read(question) }
    kept.set(key, entry)
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
    const forget = () => kept.get(key) === entry && kept.delete(key)
    entry.answer.then((answer) => keeps(answer) || forget(), forget)
    return entry.answer
  }
}

/** SQL: the hash of the last event. */
export const lastEventHash = '(select hash from events order by seq desc limit 1)'

/**
 * Later events of these subjects change nothing that is shown of a past day, unless they take a content away. All others
 * may change what is shown as it is now: names, addressees and what is searched.
 */
const notShownInPast = ['assignment', 'annotation', 'token']

/** SQL: whether an event takes a content away. The same words as in the index of these events. */
const removing = `kind in ('annotation.withdrawn', 'annotation.erased', 'assignment.erased', 'assignment.evidence_withdrawn', 'assignment.evidence_infected')`

const lastEventShownInPast = async () => {
  const { rows } = await pool.query<{ last: string | null }>({
    name: 'last-event-shown-in-past',
    text: `
      with recursive subjects(type) as (
        (select subject_type from events order by subject_type limit 1)
        union all
        select (select e.subject_type from events e where e.subject_type > s.type order by e.subject_type limit 1)
        from subjects s where s.type is not null)
      select greatest(
        (select max((select seq from events where subject_type = type order by seq desc limit 1))
         from subjects where type <> all($1)),
        (select max(seq) from events where ${removing})) as last`,
    values: [notShownInPast],
  })
  return rows[0]?.last ?? ''
}

/** The last event as the page that is being rendered knows it. Outside of a page, each call returns a new object. */
const pageNow = cache((): { last?: Promise<string> } => ({}))

/**
 * Tells the page that is being rendered which event is the last. Its session is read first, and that query returns the
 * event.
 */
export function tellLastEvent(hash: string | null) {
  pageNow().last = Promise.resolve(hash ?? '')
}

/**
 * Returns the last event. A page reads it once, so that all of its parts show the state at the same event. An action
 * reads it each time, because it appends events itself.
 */
function lastEvent(): Promise<string> {
  const page = pageNow()
  page.last ??= readLastEvent()
  return page.last
}

async function readLastEvent(): Promise<string> {
  const { rows } = await pool.query<{ hash: string | null }>({
    name: 'last-event',
    text: `select ${lastEventHash} as hash`,
  })
  return rows[0]?.hash ?? ''
}
