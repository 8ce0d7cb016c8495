/** What needs no quotation marks, whatever stands around it. */
const plain = /^[\p{L}_][\p{L}\p{N}_:.+/-]*(?<!:)$/u;
/** What YAML takes for something else than a text. */
const meant = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as the value of a field of YAML: within the quotation mark that stands before it, or without one that it does not need. */
export function writeYaml(text: string, before: string | undefined): string {
  if (before === "'") return text.replaceAll("'", "''");
  const escaped = text.replace(/["\\]/g, '\\$&');
  if (before === '"') return escaped;
  return plain.test(text) && !meant.test(text) ? text : `"${escaped}"`;
}
