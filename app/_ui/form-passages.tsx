'use client'

import { useSaid } from './action-form'
import choices from './choices.module.css'
import { FieldGroup } from './field'
import { useForm } from './form-context'

type Props = {
  name: string
  /** The field of the command that is missing until a passage is chosen. */
  of: string
  label: string
  /** The language of the text. */
  lang: string
}

/**
 * The places at which the same words occur, each with the text around it. Shown once the action asks which one is
 * meant.
 */
export function FormPassages({ name, of, label, lang }: Props) {
  const { id, error } = useSaid(of)
  const { typed } = useSaid(name)
  const passages = useForm().state.choices?.[of]
  if (!passages) return null
  return (
    <FieldGroup id={id} label={label} error={error}>
      <div className={choices.choices}>
        {passages.map(({ value, before, marked, after }, place) => {
          const own = place === 0 ? id : `${id}-${value}`
          return (
            // The key renews the input, because React resets it to its first default when an action ends.
            <div key={`${value} ${value === typed}`} className={choices.choice}>
              <input type="radio" id={own} name={name} value={value} defaultChecked={value === typed} />
              <span>
                <label htmlFor={own} lang={lang} dir="auto" className={choices.passage}>
                  {before}
                  <mark>{marked}</mark>
                  {after}
                </label>
              </span>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
