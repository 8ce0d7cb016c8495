const field = /^([\w-]+)[ \t]*:(?=\s|$)/;
/** A line of an item that says its id and nothing else: no error can be in it. */
const plainId = /^(?:[ \t]*-)?[ \t]+id[ \t]*:[ \t]+(?:[\w.:/+-]+|"[^"\\]*"|'[^']*')[ \t]*\r?$/;

/**
 * A YAML text with blanks for all its top-level fields but these, and for all of `references` but the ids: every place stays what it was.
 * For metadata so long that reading all of it would be noticed.
 */
export function onlyFields(yaml: string, wanted: ReadonlySet<string>): string {
  let current = '';
  let blankBefore = false;
  let read = '';
  for (const line of yaml.split('\n')) {
    const name = field.exec(line)?.[1];
    if (name !== undefined) current = name;
    const kept = !wanted.has(current)
      ? ''
      : current !== 'references' || name !== undefined || plainId.test(line)
        ? line
        : (/^[ \t]*-(?=\s)/.exec(line)?.[0] ?? '');
    // Lines that are left out become one, since the parser takes its time for each.
    const isBlank = kept === '';
    read += (blankBefore && isBlank ? ' ' : '\n') + kept + ' '.repeat(line.length - kept.length);
    blankBefore = isBlank;
  }
  return read.slice(1);
}

/** The text with neither the lines that `onlyFields` leaves of `references`, nor what is blank. */
export function withoutReferences(yaml: string): string {
  return yaml
    .split('\n')
    .filter(line => line.trim() !== '' && line.trim() !== '-' && !plainId.test(line))
    .join('\n');
}
