import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type FontFile, readFontFile } from './font-file'

/** The fonts of a report: their files, their families by purpose, and whether one of them has a character. */
export type Fonts = {
  files: Buffer[]
  serif: string[]
  sans: string[]
  arabic: string[]
  has: (character: number) => boolean
}

const resolve = createRequire(join(process.cwd(), 'package.json')).resolve

/** The fonts that come with the product, each in an upright and a bold face. */
const own = {
  serif: ['source-serif-4/400Regular/SourceSerif4_400Regular', 'source-serif-4/700Bold/SourceSerif4_700Bold'],
  sans: ['source-sans-3/400Regular/SourceSans3_400Regular', 'source-sans-3/600SemiBold/SourceSans3_600SemiBold'],
  arabic: ['amiri/400Regular/Amiri_400Regular', 'amiri/700Bold/Amiri_700Bold'],
}

/**
 * Loads the fonts of reports, and those that are in a folder for further scripts, by their names in order. A text takes
 * each letter from the first of its families that has it.
 */
export function loadFonts(folder: string): Fonts {
  const files: Buffer[] = []
  const add = (paths: string[]) => {
    const contents = paths.map((path) => readFileSync(path))
    files.push(...contents)
    return contents.map(readFontFile)
  }
  const [serif, sans, arabic] = [own.serif, own.sans, own.arabic].map((faces) =>
    add(faces.map((face) => resolve(`@expo-google-fonts/${face}.ttf`))),
  ) as [FontFile[], FontFile[], FontFile[]]
  const further = add(fontsIn(folder))
  const families = byFamily([...serif, ...sans, ...arabic, ...further])
  const inOrder = (...first: FontFile[][]) => [...new Set([...first.flat(), ...further].map(({ family }) => family))]
  return {
    files,
    serif: inOrder(serif, sans, arabic),
    sans: inOrder(sans, serif, arabic),
    arabic: inOrder(arabic, serif, sans),
    has: (character) => families.some((faces) => faces.every((face) => face.has(character))),
  }
}

function byFamily(files: FontFile[]): FontFile[][] {
  const names = new Set(files.map(({ family }) => family))
  return Array.from(names, (name) => files.filter(({ family }) => family === name))
}

const fontsIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(ttf|otf)$/i.test(name))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
