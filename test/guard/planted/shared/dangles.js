import { gone } from './gone.js'

export const dangles = gone
