import 'react'

declare module 'react' {
  /** What a stylesheet reads from one element, such as a count, is set as a custom property. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
