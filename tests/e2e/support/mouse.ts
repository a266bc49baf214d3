import type { Locator } from '@playwright/test'

/** Somebody who does everything with the mouse but type: each press of its button counts. */
export function mouse() {
  const pressed: string[] = []
  const name = (target: Locator) => String(target)
  return {
    pressed,
    async click(target: Locator) {
      pressed.push(`click ${name(target)}`)
      await target.click()
    },
    /** Into a field that the cursor is in already nothing is clicked. */
    async type(target: Locator, text: string) {
      const there = await target.evaluate((field) => field === document.activeElement)
      if (!there) pressed.push(`click into ${name(target)}`)
      await target.fill(text)
    },
    /** A list is opened, and something in it is chosen. */
    async choose(target: Locator, label: string) {
      pressed.push(`open ${name(target)}`, `choose ${label}`)
      await target.selectOption(label)
    },
  }
}
