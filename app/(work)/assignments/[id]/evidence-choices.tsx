'use client'

import { Fragment, useState } from 'react'
import { useForm } from '@/app/_ui/form-context'
import { Check } from '@/app/_ui/inputs'

type Choice = {
  id: string
  title: string
  /** Whether the reader added it. */
  own: boolean
  /** Whether the report names it at first. */
  named: boolean
}

/**
 * The evidence that a report can name. What the reader adds while the form is open is ticked as soon as it is listed.
 * The form says what it listed, so that a box that the reader then clears stays clear.
 */
export function EvidenceChoices({ evidence }: { evidence: Choice[] }) {
  const { state, ticked } = useForm()
  const [atFirst] = useState(() => new Set(evidence.map(({ id }) => id)))
  const listed = state.typed?.listed === undefined ? atFirst : ticked('listed')
  const isTicked = ({ id, own, named }: Choice) =>
    (own && !listed.has(id)) || (state.typed ? ticked('evidence').has(id) : named)
  return (
    <>
      <input type="hidden" name="listed" value="" />
      {evidence.map((one) => (
        <Fragment key={one.id}>
          <input type="hidden" name="listed" value={one.id} />
          <Check
            key={String(isTicked(one))}
            name="evidence"
            value={one.id}
            label={<bdi>{one.title}</bdi>}
            defaultChecked={isTicked(one)}
          />
        </Fragment>
      ))}
    </>
  )
}
