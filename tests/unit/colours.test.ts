import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tokensFile = 'app/_ui/tokens.css'
const [tokens = ''] = readFileSync(tokensFile, 'utf8').split('@media')
const sheets = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => join('app', file))
  .filter((file) => file.endsWith('.css') && file !== tokensFile)
  .map((file) => ({ file, text: readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }))

/** The relative luminance of a colour, as WCAG 2.2 defines it. */
function luminance(oklch: string) {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map(Number)
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ]
  const [red, green, blue] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part))) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: number, other: number) {
  const [lighter, darker] = [Math.max(one, other), Math.min(one, other)]
  return (lighter + 0.05) / (darker + 0.05)
}

const written = /--([\w-]+): light-dark\(oklch\(([^)]*)\), oklch\(([^)]*)\)\)/g
const colours = [...tokens.matchAll(written)].map(([, name = '', light = '', dark = '']) => ({
  name,
  light: luminance(light),
  dark: luminance(dark),
}))

/** The colours that style sheets give to one of these properties. */
function used(...properties: string[]) {
  const named = new RegExp(`(?:^|[\\s;{])(?:${properties.join('|')}):[^;]*`, 'g')
  const names = sheets.flatMap(({ text }) =>
    [...text.matchAll(named)].flatMap(([value]) => [...value.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name)),
  )
  return colours.filter(({ name }) => names.includes(name))
}

// On every page that is visited axe holds the text against its ground, but in the light alone.
test('what can be read in the light can be read in the dark', () => {
  const [texts, grounds] = [used('color', '--c'), used('background', 'background-color')]
  const pairs = texts.flatMap((text) => grounds.map((ground) => ({ text, ground })))
  expect(pairs.length).toBeGreaterThan(50)
  const lost = [4.5, 3].flatMap((least) =>
    pairs
      .filter(({ text, ground }) => contrast(text.light, ground.light) >= least)
      .filter(({ text, ground }) => contrast(text.dark, ground.dark) < least)
      .map(({ text, ground }) => `${text.name} on ${ground.name}: ${contrast(text.dark, ground.dark).toFixed(2)}`),
  )
  expect(lost).toEqual([])
})

const otherColours =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|prefers-color-scheme|opacity: (?!1;)|filter:|blend-mode|: (?:white|black|gr[ae]y|red|green|blue)\b/gi

test('every colour is a token, and the dark changes no other', () => {
  const found = sheets.flatMap(({ file, text }) => [...text.matchAll(otherColours)].map(([what]) => `${file} ${what}`))
  // A logo keeps its white ground.
  const logo = ['prefers-color-scheme', ': white'].map((what) => `app/_ui/auth-page.module.css ${what}`)
  expect(found).toEqual(logo)
})
