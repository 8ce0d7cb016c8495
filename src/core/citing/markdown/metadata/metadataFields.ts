const field = /^([\w-]+)[ \t]*:(?=\s|$)/;
/** A line of an item that says its id and nothing else: no error can be in it. */
const plainId = /^(?:[ \t]*-)?[ \t]+id[ \t]*:[ \t]+(?:[\w.:/+-]+|"[^"\\]*"|'[^']*')[ \t]*\r?$/;

/**
 * A YAML text with blanks for all its top-level fields but these, and for all of `references` but the ids: every place stays what it was.
 * For metadata so long that reading all of it would be noticed.
 */
export function onlyFields(yaml: string, wanted: ReadonlySet<string>): string {
  let current = '';
  return yaml
    .split('\n')
    .map(line => {
      const name = field.exec(line)?.[1];
      if (name !== undefined) current = name;
      if (!wanted.has(current)) return blank(line);
      if (current !== 'references' || name !== undefined || plainId.test(line)) return line;
      const dash = /^[ \t]*-(?=\s)/.exec(line)?.[0] ?? '';
      return dash + blank(line.slice(dash.length));
    })
    .join('\n');
}

/** The text with neither the lines that `onlyFields` leaves of `references`, nor what is blank. */
export function withoutReferences(yaml: string): string {
  return yaml
    .split('\n')
    .filter(line => line.trim() !== '' && line.trim() !== '-' && !plainId.test(line))
    .join('\n');
}

function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ');
}
