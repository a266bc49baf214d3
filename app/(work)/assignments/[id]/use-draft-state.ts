'use client'

import { useEffect, useState } from 'react'
import { useForm } from '@/app/_ui/form-context'
import type { SavedText } from '@/lib/platform/form'
import type { Answer, Known, Problem } from './send-draft'

/**
 * What a form knows of its draft: the version that it shows, when it saved it, and what went wrong. It starts with the
 * draft as the page was rendered, and follows the answers to its saves and to its submission.
 */
export function useDraftState({ id, version }: Known) {
  const { state } = useForm()
  const [known, setKnown] = useState<Known>(state.saved ?? { id, version })
  const [at, setAt] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const [theirs, setTheirs] = useState<SavedText | undefined>(state.saved)
  const [paused, setPaused] = useState(state.saved !== undefined)

  useEffect(() => {
    if (state.saved) {
      setKnown(state.saved)
      setTheirs(state.saved)
      setPaused(true)
    } else if (state.message !== undefined && state.errors === undefined) setKnown({ id, version })
  }, [state, id, version])

  /** Takes an answer in. Returns whether saving pauses until the person saves or submits. */
  const take = (answer: Answer) => {
    const pauses = answer.problem !== undefined && answer.known !== undefined
    setProblem(answer.problem)
    setTheirs(answer.theirs)
    setPaused(pauses)
    if (answer.known) setKnown(answer.known)
    if (answer.savedAt) setAt(answer.savedAt)
    return pauses
  }
  return { known, at, problem, theirs, paused, take }
}
