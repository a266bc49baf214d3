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

/** Returns the parts of a browser's user agent by which people recognize their own sessions. */
export const userAgentOf = (agent: string | null) => ({
  browser: first(browsers, agent ?? ''),
  system: first(systems, agent ?? ''),
})
