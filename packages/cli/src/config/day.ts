import { CommandError } from '../errors';

/** A calendar day of the command line, `2027-03-31`. */
export function readDay(option: string, value: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(value))
    throw new CommandError(`${option} cannot be '${value}'`, 'write a day such as 2027-03-31');
  return value;
}
