export { step } from '../steps/step.ts'
