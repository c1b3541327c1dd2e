/** Lower case; parameters such as `charset` do not make another media type, except a `version` or `profile`. */
export function mediaName(name: string): string {
  const [type, ...parameters] = name
    .toLowerCase()
    .split(';')
    .map(part => part.trim());
  const kept = parameters.filter(part => part !== '' && !/^(charset|boundary|q)=/.test(part));
  return [type, ...kept.sort()].join(';');
}
