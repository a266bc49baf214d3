import type { Locator } from './test'

/** Returns a person who uses only the mouse, except to type, and counts each click. */
export function mouse() {
  const pressed: string[] = []
  const name = (target: Locator) => String(target)
  return {
    pressed,
    async click(target: Locator) {
      pressed.push(`click ${name(target)}`)
      await target.click()
    },
    /** A field that has the focus already needs no click. */
    async type(target: Locator, text: string) {
      const there = await target.evaluate((field) => field === document.activeElement)
      if (!there) pressed.push(`click into ${name(target)}`)
      await target.fill(text)
    },
    /** Two clicks: one opens the list, and one chooses an option. */
    async choose(target: Locator, label: string) {
      pressed.push(`open ${name(target)}`, `choose ${label}`)
      await target.selectOption(label)
    },
  }
}
