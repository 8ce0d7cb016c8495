const marked = '(?:retracted|withdrawn|removed)(?: (?:article|chapter|paper))?';
const before = new RegExp(`^(?:\\[${marked}\\]\\s*[:.—–-]?|${marked}\\s*[:—–-])\\s*`, 'i');
/** `… (Retracted article. See vol. 12, p. 3)` */
const behind =
  /\s*[([]retracted(?: (?:article|chapter|paper))?(?:(?:[.:,;]| (?:by|in|on|see)\b)[^()[\]]*)?[)\]]\.?$/i;

/** Whether a title says that its work was retracted: `RETRACTED ARTICLE: …`, `[Retracted] …`, `… (Retracted)`. */
export function isMarkedRetracted(title: string): boolean {
  return withoutRetractionMark(title) !== title;
}

/** The title without what says so. */
export function withoutRetractionMark(title: string): string {
  return title.replace(before, '').replace(behind, '');
}
