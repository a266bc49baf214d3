'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { type Kept, useForm } from '@/app/_ui/form-context'
import { type Answer, type Known, sendDraft } from './send-draft'
import { useDraftState } from './use-draft-state'

type Marker = RefObject<HTMLInputElement | null>

/** How long after the first change everything is saved, and after a lost connection everything is sent again. */
const delays = { typing: 2_500, retry: 15_000 }

/**
 * Saves the draft of a form while its person types, at an address. One save follows another, and each has a number, so
 * that a late one changes nothing. It stops while someone else's text is shown, until the person saves or submits.
 */
export function useDraftSaving(marker: Marker, draft: Known, address: string) {
  const { kept } = useForm()
  const { take, ...draftState } = useDraftState(draft)
  const run = useRef<Run>({ number: 0, typed: 0, busy: false, paused: false, timer: undefined })
  run.current.paused = draftState.paused

  const receive = (answer: Answer, typed: number) => {
    run.current.paused = take(answer)
    if (answer.problem?.kind === 'lost') later(delays.retry)
    if (answer.problem) return
    if (answer.overtakenBy !== undefined) {
      // The same form had saved more often before it was shown again. Its text is newer, and is saved after that.
      run.current.number = Math.max(run.current.number, answer.overtakenBy)
      later(delays.typing)
      return
    }
    if (run.current.typed === typed) kept?.saved()
    else later(delays.typing)
  }
  const save = async (leaving = false) => {
    const form = marker.current?.form
    const { busy, typed } = run.current
    stop(run.current)
    if (!form || (busy && !leaving)) return
    run.current.busy = true
    run.current.number += 1
    const answer = await sendDraft(address, form, run.current.number, leaving)
    run.current.busy = false
    receive(answer, typed)
  }
  const later = (delay: number) => {
    const { paused, timer } = run.current
    if (!paused && timer === undefined) run.current.timer = setTimeout(() => latest.current.save(), delay)
  }
  const latest = useRef<Saving>({ save, later })
  latest.current = { save, later }

  useTyping(marker, run, latest)
  useStoredText(kept, draftState.known.version, run, latest)
  return { ...draftState, save }
}

type Run = {
  /** The number of the latest save. */
  number: number
  /** The number of changes so far. */
  typed: number
  busy: boolean
  paused: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

type Saving = { save: (leaving?: boolean) => Promise<void>; later: (delay: number) => void }

function stop(run: Run) {
  clearTimeout(run.timer)
  run.timer = undefined
}

/** Saves some time after a change, when the connection is back, and at once when the page disappears. */
function useTyping(marker: Marker, run: RefObject<Run>, latest: RefObject<Saving>) {
  useEffect(() => {
    const form = marker.current?.form
    if (!form) return
    const typed = () => {
      run.current.typed += 1
      latest.current.later(delays.typing)
    }
    const submitted = () => stop(run.current)
    const back = () => run.current.timer !== undefined && void latest.current.save()
    const hidden = () => run.current.timer !== undefined && void latest.current.save(true)
    form.addEventListener('input', typed)
    form.addEventListener('submit', submitted)
    window.addEventListener('online', back)
    window.addEventListener('pagehide', hidden)
    return () => {
      hidden()
      form.removeEventListener('input', typed)
      form.removeEventListener('submit', submitted)
      window.removeEventListener('online', back)
      window.removeEventListener('pagehide', hidden)
    }
  }, [marker, run, latest])
}

/** Saves the text that this browser had stored. What it stores goes with the version of the draft that it was typed on. */
function useStoredText(
  kept: Kept | undefined,
  version: number | undefined,
  run: RefObject<Run>,
  latest: RefObject<Saving>,
) {
  const restoredAt = kept?.restoredAt
  useEffect(() => {
    if (restoredAt === undefined) return
    run.current.typed += 1
    latest.current.later(delays.typing)
  }, [restoredAt, run, latest])

  const store = useRef(kept?.typed)
  store.current = kept?.typed
  useEffect(() => {
    if (run.current.timer !== undefined) store.current?.()
  }, [version, run])
}
