import css from './choices.module.css'
import { FieldGroup } from './field'
import { StatusMark, type StatusName } from './status'

export type Choice = { value: string; label: string; about?: string | undefined; mark?: StatusName | undefined }

type Props = {
  name: string
  id?: string | undefined
  label: string
  hint?: string | undefined
  error?: string | undefined
  options: readonly Choice[]
  defaultValue?: string | undefined
}

/** A choice between a few options, which may have explanations. An error links to the first option. */
export function Choices({ name, id = name, label, hint, error, options, defaultValue }: Props) {
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      <div className={css.choices}>
        {options.map(({ value, label, about, mark }, place) => {
          const own = place === 0 ? id : `${id}-${value}`
          return (
            // The key renews the input, because React resets it to its first default when an action ends.
            <div key={`${value} ${value === defaultValue}`} className={css.choice}>
              <input
                type="radio"
                id={own}
                name={name}
                value={value}
                defaultChecked={value === defaultValue}
                aria-describedby={about && `${own}-about`}
              />
              {mark && <StatusMark status={mark} />}
              <span>
                <label htmlFor={own}>{label}</label>
                {about && <small id={`${own}-about`}>{about}</small>}
              </span>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
