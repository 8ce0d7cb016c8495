import { tableOf } from '../../util/collections/tableOf';

const entities: Readonly<Record<string, string>> = tableOf({
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
});

/** Character references as they get into copied addresses and identifiers. */
export function decodeCharacterReferences(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|#39);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '');
}

/** Percent-encoding undone, also where it was done twice; what is no valid encoding stays as it is. */
export function decodePercent(text: string): string {
  let decoded = text;
  for (let times = 0; times < 2 && /%[\da-f]{2}/i.test(decoded); times++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}
