import fs from 'node:fs';
import path from 'node:path';

/** `l10n.t('…'` and `say('…'` with a text that stands there; `t({ message: '…'`. */
const call =
  /\b(?:l10n\.t|say)\(\s*(?:\{\s*message:\s*)?(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g;

/** Every text of the sources that is translated where it is shown, in order. */
export function sourceTexts(folder: string): string[] {
  const texts = new Set<string>();
  for (const file of fs.readdirSync(folder, { recursive: true }).map(String).sort())
    if (file.endsWith('.ts') && !file.startsWith('scripts'))
      for (const [, single, double, template] of fs
        .readFileSync(path.join(folder, file), 'utf8')
        .matchAll(call))
        texts.add(unescaped(single ?? double ?? template ?? ''));
  return [...texts].sort();
}

function unescaped(literal: string): string {
  return literal.replace(
    /\\(u\{([0-9a-f]+)\}|u([0-9a-f]{4})|.)/gi,
    (_, sign: string, braced?: string, four?: string) => {
      const code = braced ?? four;
      if (code) return String.fromCodePoint(Number.parseInt(code, 16));
      return sign === 'n' ? '\n' : sign === 't' ? '\t' : sign;
    },
  );
}
