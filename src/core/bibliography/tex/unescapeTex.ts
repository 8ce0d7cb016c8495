import { tableOf } from '../../util/collections/tableOf';

/** Signs that TeX has commands for, as they get into addresses and identifiers. */
const commands: Readonly<Record<string, string>> = tableOf({
  textasciitilde: '~',
  sim: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textunderscore: '_',
  textbackslash: '\\',
  textbar: '|',
  textquotesingle: "'",
  textquotedbl: '"',
  textdollar: '$',
  textpercent: '%',
  textampersand: '&',
  textbraceleft: '{',
  textbraceright: '}',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
});

const command = new RegExp(
  `\\$?\\{?\\\\(${Object.keys(commands).join('|')})(?![A-Za-z])(?:\\{\\}|\\s(?=\\S)|\\s?\\})?\\$?`,
  'g',
);

/** Addresses and identifiers with `\_`, `\%`, `{\_}`, `{~}`, `\~{}` and such as what they stand for. */
export function unescapeTex(text: string): string {
  if (!/[\\{]/.test(text)) return text;
  return text
    .replace(command, (written, name: string) => {
      // A brace that was opened before the command is closed behind it.
      const kept = written.includes('{\\') && !written.includes('}') ? '{' : '';
      return kept + commands[name];
    })
    .replace(/\{\\([_#$%&{}~^-])\}|\\([~^])\{\}|\{([~^_#%&$])\}|\\([_#$%&{}~^])/g, (_, ...signs: unknown[]) =>
      String(signs.slice(0, 4).find(sign => sign !== undefined)),
    );
}
