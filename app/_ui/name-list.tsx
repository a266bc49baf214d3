import { partsOf } from '@/lib/platform/split-rows'

type Suggested = { name: string; label?: string }

/** The size of the names of one list, in bytes. Names for which there is no room can be typed all the same. */
const largest = 20_000

/** Names that a field suggests. */
export const NameList = ({ id, names }: { id: string; names: readonly Suggested[] }) => (
  <datalist id={id}>
    {(partsOf(names, largest, ({ name, label = '' }) => Buffer.byteLength(name + label))[0]?.rows ?? []).map(
      ({ name, label }) => (
        <option key={name} value={name} label={label} />
      ),
    )}
  </datalist>
)
