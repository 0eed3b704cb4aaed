import type { Person, Team } from '../schedule/team.ts'
import { CONTACT_LEFT_OUT } from './left-out-words.ts'

type Clean = (text: string) => string

/** Somebody whose name is nothing but a way to reach them is called by id: who is on call is the point of the schedule. */
function cleanPerson(person: Person, clean: Clean): Person {
  const name = clean(person.name)
  return {
    ...person,
    name: name === CONTACT_LEFT_OUT ? person.id : name,
    ...(person.holidays && { holidays: person.holidays.map((day) => ({ ...day, name: clean(day.name) })) }),
  }
}

/** A team whose names of people, pipelines, rotations and own holidays went through `clean`; they stand in schedule, list and documents (B2). */
export const cleanTeamNames = (team: Team, clean: Clean): Team => ({
  ...team,
  people: team.people.map((person) => cleanPerson(person, clean)),
  pipelines: team.pipelines.map((pipeline) => ({ ...pipeline, name: clean(pipeline.name) })),
  rotations: team.rotations.map((rotation) => ({ ...rotation, name: clean(rotation.name) })),
})
