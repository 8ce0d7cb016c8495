const name = '[\\p{XIDS}_][\\p{XIDC}_-]*';
const text = '"[^"\\\\\\n]*"';
const parts = new RegExp(`${text}|${name}`, 'gu');
const sum = `(?:${text}|${name})(?:[ \\t]*\\+[ \\t]*(?:${text}|${name}))*`;
/** Texts and names that are joined, as far as the statement goes, in parentheses or not. */
const joined = new RegExp(
  `(?:[ \\t]+(${sum})|[ \\t]*\\([ \\t]*(${sum})[ \\t]*\\))[ \\t]*(?=[\\n;})\\]]|$)`,
  'uy',
);
/** A list of nothing but texts. */
const list = new RegExp(`^\\(\\s*(?:${text}\\s*,\\s*)*(?:${text}\\s*)?\\)$`);
/** So many files no document takes in by one line. */
const maxFiles = 500;

/**
 * The files that `include` takes in where it is not given a name but code: `include "ch/" + name + ".typ"` in `for name in ("one", "two")`.
 * `at` is behind the keyword. `undefined` where that cannot be followed.
 */
export function filesIncluded(code: string, at: number): readonly string[] | undefined {
  joined.lastIndex = at;
  const match = joined.exec(code);
  const expression = match?.[1] ?? match?.[2];
  if (expression === undefined) return undefined;
  let files: readonly string[] = [''];
  for (const [part] of expression.matchAll(parts)) {
    const values = part.startsWith('"') ? [part.slice(1, -1)] : valuesOf(code, part);
    if (!values || files.length * values.length > maxFiles) return undefined;
    files = files.flatMap(file => values.map(value => file + value));
  }
  return files;
}

/** The texts that a name may stand for, by every `for` and `let` that gives it one. */
function valuesOf(code: string, variable: string): string[] | undefined {
  const values: string[] = [];
  const loop = new RegExp(
    `\\bfor\\s+(?:\\(\\s*${name}\\s*,\\s*${variable}\\s*\\)|${variable})\\s+in\\s+(\\([^()]*\\)|${name})(?:\\.enumerate\\([^()]*\\))?\\s*[{[]`,
    'gu',
  );
  for (const [, source] of code.matchAll(loop)) {
    const written = source!.startsWith('(') ? source : bound(code, source!, '\\([^()]*\\)');
    if (written === undefined || !list.test(written)) return undefined;
    values.push(...textsIn(written));
  }
  const single = bound(code, variable, text);
  return values.length ? values : single === undefined ? undefined : textsIn(single);
}

/** What `let` gives a name, once. */
function bound(code: string, variable: string, value: string): string | undefined {
  const found = [...code.matchAll(new RegExp(`\\blet\\s+${variable}\\s*=\\s*(${value})?`, 'gu'))];
  return found.length === 1 ? found[0]![1] : undefined;
}

function textsIn(written: string): string[] {
  return [...written.matchAll(/"([^"\\\n]*)"/g)].map(([, inside]) => inside!);
}
