import type { TextEdit } from '../../model/textEdit';
import { newlineOf } from '../../util/newline';

/** Adds to the document's `#bibliography(…)`, or puts one at its end. */
export function declareInTypst(text: string, path: string): readonly TextEdit[] {
  const quoted = JSON.stringify(path);
  // One path, or several in parentheses: `bibliography("a.bib", style: "apa")`, `bibliography(("a.bib", "b.yml"))`.
  const call = /^[^\S\n]*#(?:set )?bibliography\(\s*(?:("(?:[^"\\\n]|\\.)*")|\(([^()]*)\))/m.exec(text);
  if (!call) {
    const newline = newlineOf(text);
    const gap = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
    return [{ start: text.length, end: text.length, text: `${gap}#bibliography(${quoted})${newline}` }];
  }
  const end = call.index + call[0].length;
  const [, single, several = ''] = call;
  if (single) return [{ start: end - single.length, end, text: `(${single}, ${quoted})` }];
  const inside = several.trimEnd();
  const at = end - 1 - (several.length - inside.length);
  return [
    {
      start: at,
      end: at,
      text: inside === '' ? `${quoted},` : inside.endsWith(',') ? ` ${quoted}` : `, ${quoted}`,
    },
  ];
}
