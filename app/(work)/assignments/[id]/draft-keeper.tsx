'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { useForm } from '@/app/_ui/form-context'
import { Row, Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { useWords } from '@/app/_ui/page-words'
import type { SavedText } from '@/lib/platform/form'
import type { Messages } from '@/lib/platform/i18n'
import css from './draft-keeper.module.css'
import type { Known, Problem } from './send-draft'
import { useDraftSaving } from './use-draft-saving'

type DraftWords = Messages['reportDraft']['form']

type Props = {
  draft: Known
  /** Who saved the draft and when, in words, if there is one. */
  savedBefore: string | undefined
  /** The ID of this form, by which the server recognizes its saves. */
  savedFrom: string
  address: string
  words: DraftWords
  /** The button that submits the report. */
  children: ReactNode
  cancel: ReactNode
}

/**
 * The buttons of the form to report, and its draft: saves it while its person types or, without script, with a button.
 * Shows the text of someone else who saved it too, and text that only this browser has.
 */
export function DraftKeeper({ draft, savedBefore, savedFrom, address, words, children, cancel }: Props) {
  const marker = useRef<HTMLInputElement>(null)
  const first = useRef(savedFrom)
  const { known, at, problem, theirs, save } = useDraftSaving(marker, draft, address)
  return (
    <Stack>
      <input ref={marker} type="hidden" name="id" value={known.id} />
      <input type="hidden" name="draftVersion" value={known.version ?? ''} />
      <input type="hidden" name="savedFrom" value={first.current} />
      {theirs && <Theirs saved={theirs} words={words} />}
      <Beside words={words} />
      <Row>
        {children}
        <Button
          type="submit"
          name="update"
          value="draft"
          formNoValidate
          onClick={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {words.save}
        </Button>
        {cancel}
      </Row>
      <DraftStatus before={savedBefore} at={at} problem={problem} words={words} />
    </Stack>
  )
}

type DraftStatusProps = {
  before: string | undefined
  at: string | undefined
  problem: Problem | undefined
  words: DraftWords
}

/** Whether everything is saved, and since when. Only what went wrong is announced. */
function DraftStatus({ before, at, problem, words }: DraftStatusProps) {
  const time = useTime()
  const saved = at === undefined ? before : words.saved.replace('{time}', time(at))
  return (
    <>
      {!problem && saved && <small>{saved}</small>}
      <div role="status">
        {problem && (
          <Notice tone="warning">
            {problem.kind === 'refused' ? problem.message : words[problem.kind]}{' '}
            {problem.kind === 'signedOut' && (
              <a href="/sign-in?callbackUrl=%2Fsigned-in" target="_blank" rel="noopener">
                {words.signIn}
              </a>
            )}
          </Notice>
        )}
      </div>
    </>
  )
}

const Theirs = ({ saved: { about, text }, words }: { saved: SavedText; words: DraftWords }) => (
  <Notice tone="warning">
    <b>{about}</b>
    <p dir="auto" className={css.text}>
      {text}
    </p>
    <small>{words.theirs}</small>
  </Notice>
)

/** Text that was typed in this browser on an earlier version of the draft. */
function Beside({ words }: { words: DraftWords }) {
  const { kept } = useForm()
  const time = useTime()
  if (!kept?.beside) return null
  const { at, typed } = kept.beside
  return (
    <Notice tone="warning">
      <b>{words.beside.replace('{time}', time(at))}</b>
      <p dir="auto" className={css.text}>
        {typed.narrative}
      </p>
      <Row>
        <Button variant="quiet" onClick={kept.showBeside}>
          {words.take}
        </Button>
        <Button variant="quiet" onClick={kept.saved}>
          {words.drop}
        </Button>
      </Row>
    </Notice>
  )
}

/** Returns a function that formats a moment in the reader's time zone, with its day unless that is today. */
function useTime() {
  const { locale } = useWords()
  return (moment: string | number) => {
    const date = new Date(moment)
    const today = date.toDateString() === new Date().toDateString()
    return date.toLocaleString(locale, {
      ...(!today && { day: 'numeric', month: 'long' }),
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
  }
}
