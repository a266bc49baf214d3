import { builtProgram, type Program, removeBuilt } from '@/lib/platform/built-program'

/** The program that reads files. `lib/formats` may import nothing but these sources. */
const reader: Program = {
  name: 'reader',
  entry: 'lib/formats/child/main.ts',
  sources: ['lib/domain', 'lib/formats', 'lib/platform', 'lib/reading', 'lib/suggestions'],
  // It looks for its fonts and its worker in its own folder.
  external: ['pdfjs-dist'],
}

/** Returns the program that reads files. */
export const builtReader = () => builtProgram(reader)

/** Removes the programs that were built from older sources. */
export const removeBuiltReaders = () => removeBuilt(reader)
