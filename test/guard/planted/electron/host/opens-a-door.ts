import { door } from '../loopback/door.ts'

export const opensADoor = door
