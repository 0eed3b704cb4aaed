import { longDate, shortTime, timeOfDay, zoneName } from './time-words.ts'

/** An instant as local time, with date, zone and UTC in its tooltip and for machines. */
export function TimeText(props: { readonly at: string; readonly zone: string; readonly seconds?: boolean }) {
  const { at, zone } = props
  const full = `${longDate(at, zone)}, ${timeOfDay(at, zone)} ${zoneName(at, zone)} (${timeOfDay(at, 'UTC')} UTC)`
  return (
    <time dateTime={at} title={full} className="num">
      {props.seconds === true ? timeOfDay(at, zone) : shortTime(at, zone)}
    </time>
  )
}
