const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Headless)?(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const

type Names = readonly (readonly [string, RegExp])[]

const first = (names: Names, agent: string) => names.find(([, sign]) => sign.test(agent))?.[0] ?? null

/** What a browser says it is, so far as it helps people to know their own sessions apart. */
export const userAgentOf = (agent: string | null) => ({
  browser: first(browsers, agent ?? ''),
  system: first(systems, agent ?? ''),
})
