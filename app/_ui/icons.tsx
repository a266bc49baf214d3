'use client'

import css from './status.module.css'

/**
 * Every shape, once on each page. The root layout renders it and `<use>` refers to it, so that a status takes one short
 * line. It is a client component, so that the page does not include the description of its markup too.
 */
export function Icons() {
  return (
    <svg className={css.sprite} aria-hidden="true">
      <symbol id="s-ring" viewBox="0 0 16 16" className={css.shape}>
        <circle cx="8" cy="8" r="6.5" />
      </symbol>
      <symbol id="s-unassigned" viewBox="0 0 16 16" className={css.shape}>
        <circle cx="8" cy="8" r="6.5" strokeDasharray="1.6 2.48" />
      </symbol>
      <symbol id="s-noted" viewBox="0 0 16 16" className={css.shape}>
        <path d="M2.5 2.5h11v11h-11zM5.5 6.25h5M5.5 9.75h3" />
      </symbol>
      <symbol id="s-not_started" viewBox="0 0 16 16" className={css.shape}>
        <use href="#s-ring" />
      </symbol>
      <symbol id="s-in_progress" viewBox="0 0 16 16" className={`${css.shape} ${css.in_progress}`}>
        <use href="#s-ring" />
        <path className={css.full} d="M8 8V3.5A4.5 4.5 0 0 1 12.5 8z" />
      </symbol>
      <symbol id="s-partially_implemented" viewBox="0 0 16 16" className={`${css.shape} ${css.partially_implemented}`}>
        <use href="#s-ring" />
        <path className={css.full} d="M8 8V3.5A4.5 4.5 0 1 1 3.5 8z" />
      </symbol>
      <symbol id="s-implemented" viewBox="0 0 16 16" className={`${css.shape} ${css.implemented}`}>
        <use href="#s-ring" />
        <circle className={css.full} cx="8" cy="8" r="4.5" />
      </symbol>
      <symbol id="s-verified" viewBox="0 0 16 16" className={`${css.shape} ${css.verified}`}>
        <circle className={css.full} cx="8" cy="8" r="7.5" />
        <path className={css.check} d="m4.5 8.3 2.4 2.4 4.7-5.1" />
      </symbol>
      <symbol id="s-closed" viewBox="0 0 16 16" className={css.shape}>
        <use href="#s-ring" />
        <path d="M4.75 8h6.5" />
      </symbol>
      <symbol id="s-logo" viewBox="0 0 24 24" className={css.logo}>
        <path d="M3 6h11M3 12h7M3 18h4m4-2 4 4 7-9" />
      </symbol>
      <pattern
        id="s-hatch"
        className={css.shape}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M1 0v5" />
      </pattern>
      <symbol id="s-bar" className={css.shape}>
        <rect className={css.level} rx="3" />
        <rect className={css.frame} rx="2.5" />
      </symbol>
      <symbol id="s-bar-track" className={css.shape}>
        <rect className={css.track} rx="3" />
      </symbol>
      <symbol id="s-bar-dotted" className={css.shape}>
        <rect className={css.frame} rx="2.5" strokeDasharray="1.6 2.48" />
      </symbol>
      <symbol id="s-bar-hatched" className={css.shape}>
        <rect className={css.frame} rx="2.5" fill="url(#s-hatch)" />
      </symbol>
    </svg>
  )
}
