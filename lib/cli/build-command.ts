import { build } from './build'
import { live } from './process-lifetime'

// `npm run build`: builds the pages in advance, so that `npm start` finds them built.
live(({ signal }) => build(signal))
