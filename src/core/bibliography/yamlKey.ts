import type { KeyPosition } from './bibliographyFormat';

/** A key as YAML has it in place of one that stands there: within the same quotation marks, or in some where it needs them. */
export function yamlKeyInPlace(key: string, text: string, { start }: KeyPosition): string {
  const mark = text[start - 1];
  if (mark === "'") return key.replaceAll("'", "''");
  return mark === '"' ? JSON.stringify(key).slice(1, -1) : yamlScalar(key);
}

/** A text of one line as YAML: plain where that reads as the same text, else in quotation marks. */
export function yamlScalar(text: string): string {
  return needsQuotes(text) ? JSON.stringify(text) : text;
}

/** What YAML 1.1 or 1.2 would take for something else than the text itself (specification, 7.3.3 and 10.3). */
function needsQuotes(text: string): boolean {
  return (
    text === '' ||
    /^[-?:,[\]{}#&*!|>'"%@`\s=]|[\s:]$|:\s| #|[\n\r\t\u2028\u2029\u0085]/.test(text) ||
    /^(?:~|null|true|false|yes|no|on|off|y|n)$/i.test(text) ||
    /^[-+.\d][\d_,.:]*(?:e[-+]?\d+)?$|^0[xob][\da-f_]+$|^\d{4}-\d{1,2}-\d{1,2}|^[-+]?\.(?:inf|nan)$/i.test(
      text,
    )
  );
}
