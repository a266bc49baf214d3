import { builtProgram, type Program, removeBuilt } from '@/lib/platform/built-program'

/** The program that sets reports in their formats. */
const writer: Program = {
  name: 'writer',
  entry: 'lib/publications/child/main.ts',
  sources: ['lib/formats', 'lib/platform', 'lib/publications'],
  // It loads what the machine runs from its own folder.
  external: ['@myriaddreamin/typst-ts-node-compiler'],
}

/** Returns the program that sets reports in their formats. */
export const builtWriter = () => builtProgram(writer)

/** Removes the programs that were built from older sources. */
export const removeBuiltWriters = () => removeBuilt(writer)
