import 'react'

declare module 'react' {
  /** A value that a style sheet reads from an element, such as a count, is set as a custom property. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
