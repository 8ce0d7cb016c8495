import { say } from '../../util/say';

/** A JSON text with what people and programs most often get wrong put right; `undefined` when that does not make it valid. */
export function repairJson(
  text: string,
): { readonly value: unknown; readonly repairs: readonly string[] } | undefined {
  const repairs: string[] = [];
  const parts: string[] = [];
  let depth = 0;
  const token = /"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|[^"{}[\],:]+/gs;
  let before = '';
  for (const [piece] of text.matchAll(token)) {
    let next = piece;
    if (piece[0] === '"') {
      if (/["\]}\w]$/.test(before)) {
        parts.push(',');
        note(say('a missing comma'));
      }
      next = repairString(piece);
      if (next !== piece) note(say('a string that JSON does not allow'));
    } else if (/^[\]}]$/.test(piece)) {
      depth--;
      if (before === ',') {
        parts[parts.lastIndexOf(',')] = '';
        note(say('a comma too many'));
      }
    } else if (/^[[{]$/.test(piece)) {
      if (/[\]}]$/.test(before)) {
        parts.push(',');
        note(say('a missing comma'));
      }
      depth++;
    }
    parts.push(next);
    if (piece.trim()) before = piece.trim().slice(-1);
  }
  if (depth > 0) {
    while (parts.length && /^[,\s]*$/.test(parts.at(-1)!)) parts.pop();
    parts.push(closers(parts.join('')));
    note(say('a missing closing brace'));
  }
  try {
    return { value: JSON.parse(parts.join('')), repairs };
  } catch {
    return undefined;
  }

  function note(repair: string): void {
    if (!repairs.includes(repair)) repairs.push(repair);
  }
}

function repairString(written: string): string {
  const closed =
    written.length > 1 && written.endsWith('"') ? written : `${written.trimEnd().replace(/,$/, '')}"`;
  return (
    closed
      .replace(/\\(?!["\\/bfnrt]|u[0-9A-Fa-f]{4})/g, '\\\\')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON strings must not contain
      .replace(/[\u0000-\u001f]/g, ' ')
  );
}

/** What closes everything that is open. */
function closers(text: string): string {
  const open: string[] = [];
  for (const [piece] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]]/gs)) {
    if (piece === '{') open.push('}');
    else if (piece === '[') open.push(']');
    else if (piece === '}' || piece === ']') open.pop();
  }
  return open.reverse().join('');
}
