const mark =
  /^(?:\[(?:retracted|withdrawn|removed)(?: (?:article|chapter|paper))?\]\s*[:.—–-]?|(?:retracted|withdrawn|removed)(?: (?:article|chapter|paper))?\s*[:—–-])\s*/i;

/** Whether a title says that its work was retracted: `RETRACTED ARTICLE: …`, `[Retracted] …`. */
export function isMarkedRetracted(title: string): boolean {
  return mark.test(title);
}

/** The title without what says so. */
export function withoutRetractionMark(title: string): string {
  return title.replace(mark, '');
}
