import type { ImportPageState } from '@/app/_addresses/import'
import { FormHidden } from '@/app/_ui/form-fields'

/** The section, the page of its candidates and the filter to which a form leads back. */
export const StateFields = ({ state: { section = 1, page, show } }: { state: ImportPageState }) => (
  <>
    <FormHidden name="section" value={section} />
    {page !== undefined && <FormHidden name="page" value={page} />}
    {show && <FormHidden name="show" value={show} />}
  </>
)
