/** Zones of date-times: RFC 5322 §3.3, §4.3. */

/** Minutes east of UTC; all other names, and the military letters, say nothing: RFC 5322 §4.3. */
const NAMED_MINUTES: ReadonlyMap<string, number> = new Map([
  ['ut', 0],
  ['gmt', 0],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['cst', -360],
  ['mdt', -360],
  ['mst', -420],
  ['pdt', -420],
  ['pst', -480],
]);

const NUMERIC = /^([+-])(\d\d)(\d\d)$/;
const UNKNOWN = '-0000';
const MINUTES_OF_HOUR = 60;

/** Whether a zone is a sign and four digits. */
export function isNumericZone(zone: string): boolean {
  return NUMERIC.test(zone);
}

/** Minutes east of UTC; undefined where a zone says nothing, and the time is UTC. */
export function zoneOffset(zone: string): number | undefined {
  const [, sign, hours, minutes] = NUMERIC.exec(zone) ?? [];
  if (sign === undefined) return NAMED_MINUTES.get(zone.toLowerCase());
  const total = Number(hours) * MINUTES_OF_HOUR + Number(minutes);
  if (zone === UNKNOWN) return undefined;
  return sign === '-' ? -total : total;
}

/** Whether the last two digits of a zone are minutes of an hour. */
export function hasZoneMinutes(zone: string): boolean {
  return Number(NUMERIC.exec(zone)?.[3] ?? 0) < MINUTES_OF_HOUR;
}
