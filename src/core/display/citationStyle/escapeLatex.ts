import { tableOf } from '../../util/collections/tableOf';

/** What has a meaning of its own to TeX. */
const special: Readonly<Record<string, string>> = tableOf({
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
});

export function escapeLatex(text: string): string {
  return text.replace(/[\\~^<>|]|[&%$#_{}]/g, sign => special[sign] ?? `\\${sign}`);
}
