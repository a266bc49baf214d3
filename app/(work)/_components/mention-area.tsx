'use client'

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from 'react'
import { FormTextArea } from '@/app/_ui/form-fields'
import css from './mention-area.module.css'
import { type Suggestion, useSuggestions } from './use-suggestions'

type Props = ComponentProps<typeof FormTextArea> & { words: { people: string; how: string } }

/** What is typed after an @ before the cursor: a name, or part of it. */
const typed = /(?:^|[^\p{L}\p{N}\p{M}.%+\-/\\@=&#])@([\p{L}\p{N}][^@\n]{0,60})$/u

/**
 * A field for several lines of text. After an @ it lists people, and the arrow keys and Enter choose one. Without script
 * it is a plain field.
 */
export function MentionArea({ words, ...props }: Props) {
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const { suggestions, search, close } = useSuggestions()
  const [active, setActive] = useState(0)
  const isOpen = suggestions.length > 0

  function look(area: HTMLTextAreaElement) {
    setActive(0)
    const query = area.selectionStart === area.selectionEnd ? queryAt(area) : undefined
    if (query === undefined) close()
    else search(query)
  }

  function choose(area: HTMLTextAreaElement, { insert }: Suggestion) {
    const query = queryAt(area)
    if (query === undefined) return close()
    area.setRangeText(`${insert} `, area.selectionStart - query.length, area.selectionStart, 'end')
    // The form keeps what is typed, and so has to know of it. The event also searches again, which ends here.
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.focus()
    close()
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isOpen || event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = suggestions[active]
    if (step !== undefined) setActive((active + step + suggestions.length) % suggestions.length)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(event.currentTarget, chosen)
    else return
    event.preventDefault()
  }

  const popup = isOpen ? { 'aria-controls': list, 'aria-activedescendant': optionId(list, active) } : {}
  return (
    <div ref={box} className={css.area}>
      <FormTextArea
        {...props}
        {...popup}
        aria-autocomplete="list"
        onInput={(event) => look(event.currentTarget)}
        onKeyDown={press}
        onBlur={close}
      />
      <People
        list={list}
        words={words}
        suggestions={suggestions}
        active={active}
        choose={(suggestion) => {
          const area = box.current?.querySelector('textarea')
          if (area) choose(area, suggestion)
        }}
      />
    </div>
  )
}

const queryAt = ({ value, selectionStart: caret }: HTMLTextAreaElement) =>
  typed.exec(value.slice(Math.max(0, caret - 64), caret))?.[1]

const optionId = (list: string, place: number) => `${list}-${place}`

type PeopleProps = {
  list: string
  words: Props['words']
  suggestions: Suggestion[]
  active: number
  choose: (suggestion: Suggestion) => void
}

/** The people to choose from, if there are any, with how to choose one. */
const People = ({ list, words, suggestions, active, choose }: PeopleProps) => (
  <div className={css.panel}>
    <div role="status" className={css.how}>
      {suggestions.length > 0 && words.how}
    </div>
    {suggestions.length > 0 && (
      <div id={list} role="listbox" aria-label={words.people} tabIndex={-1} className={css.list}>
        {suggestions.map((suggestion, place) => (
          <div
            key={suggestion.id}
            id={optionId(list, place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            // The field keeps the focus: losing it closes the list.
            onMouseDown={(event) => event.preventDefault()}
            onPointerUp={() => choose(suggestion)}
          >
            <b dir="auto">{suggestion.name}</b> <small dir="auto">{suggestion.about}</small>
          </div>
        ))}
      </div>
    )}
  </div>
)
