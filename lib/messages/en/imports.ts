import edit from './edit-candidate.json'
import general from './imports.json'

export const imports = { ...general, edit }
