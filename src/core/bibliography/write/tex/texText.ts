import { tableOf } from '../../../util/collections/tableOf';
import type { FileEncoding } from './texEncoding';
import { signsEncoded, texEncoded } from './texEncoding';

const specials: Record<string, string> = tableOf({
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '\\': '{\\textbackslash}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '$|$',
  '`': '{\\textasciigrave}',
});

/** Plain text as TeX that shows it: specials escaped, white space made single. Braces always come out balanced. */
export function texText(text: string, encoding: FileEncoding = 'utf8'): string {
  const escaped = escapeBraces(text.replace(/\s+/g, ' ').trim()).replace(
    /[&%$#_~^<>|\\`]/g,
    special => specials[special]!,
  );
  const tex = escaped.replace(/[\ue000\ue001\ue002\ue003]/g, mark => braces[mark]!);
  if (encoding === 'utf8') return tex;
  return encoding === 'tex' ? texEncoded(tex) : signsEncoded(tex);
}

/** Braces wait as private-use characters until backslashes are escaped. */
const braces: Record<string, string> = tableOf({
  '\ue000': '\\{',
  '\ue001': '\\}',
  '\ue002': '{\\textbraceleft}',
  '\ue003': '{\\textbraceright}',
});

/** BibTeX counts braces even behind a backslash, so only those that pair are written as `\{…\}`. */
function escapeBraces(text: string): string {
  const characters = [...text.replace(/[\ue000-\ue003]/g, '')];
  const open: number[] = [];
  characters.forEach((character, index) => {
    if (character === '{') {
      open.push(index);
      characters[index] = '\ue002';
    } else if (character === '}') {
      const start = open.pop();
      if (start !== undefined) characters[start] = '\ue000';
      characters[index] = start === undefined ? '\ue003' : '\ue001';
    }
  });
  return characters.join('');
}
