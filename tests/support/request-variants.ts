/** Each way in which Next, or somebody who means ill, may ask for a page. */
export const variants: Record<string, { headers?: Record<string, string>; method?: string; suffix?: string }> = {
  'as a page': {},
  'by its head': { method: 'HEAD' },
  'as its parts': { headers: { rsc: '1' }, suffix: '?_rsc=1' },
  'ahead of time': { headers: { rsc: '1', 'next-router-prefetch': '1' } },
  'ahead of time, one segment': {
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  'by the file of its parts': { suffix: '.rsc' },
  'by the file of one segment': { suffix: '.segments/_tree.segment.rsc' },
  'past a middleware': {
    headers: { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  },
  'with a cookie that is none': { headers: { cookie: 'session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c' } },
  'with a token that is none': { headers: { authorization: `Bearer ft_${'x'.repeat(43)}` } },
}
