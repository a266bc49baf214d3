import { build } from './build'
import { live } from './lifetime'

// `npm run build`: what `npm start` would do first, ahead of time.
live(({ signal }) => build(signal))
