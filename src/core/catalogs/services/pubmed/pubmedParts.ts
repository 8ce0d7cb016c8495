import { plainText, taggedText } from '../../../bibliography/tex/inline';
import type { DateValue, Name } from '../../../model/reference';
import { joinAbstract } from '../../text/abstract';
import { dateOf, monthNumber, readDate } from '../../text/date';
import { childAt, childrenNamed, type Element, textOf } from '../../text/markup';
import { inlinesOf } from '../../text/markupInlines';
import { literalName, splitName } from '../../text/names/personName';
import { readTitle, type Title } from '../../text/title';

/** Translated titles stand in square brackets; each ends in a stop. */
export function titleOf(element: Element | undefined): Title | undefined {
  if (!element) return undefined;
  const inlines = inlinesOf(element.children);
  const read = readTitle(taggedText(inlines));
  return read ?? readTitle(plainText(inlines));
}

/** People and bodies of a list. */
export function authorsOf(list: Element | undefined): (Name | undefined)[] {
  return childrenNamed(list, 'author').map(author => {
    const collective = textOf(childAt(author, 'collectivename'));
    if (collective) return literalName(collective.replace(/\.$/, ''));
    return splitName(
      textOf(childAt(author, 'lastname')),
      textOf(childAt(author, 'forename')) || textOf(childAt(author, 'initials')),
      textOf(childAt(author, 'suffix')),
    );
  });
}

/** Of `PubDate`, with a month, a season, or words: `2001 Nov-Dec`. */
export function issuedOf(date: Element | undefined): DateValue | undefined {
  const season = textOf(childAt(date, 'season'));
  const medline = textOf(childAt(date, 'medlinedate'));
  const year = textOf(childAt(date, 'year'));
  if (medline || season) return readDate(medline || `${season} ${year}`);
  return dateOf([year, monthNumber(textOf(childAt(date, 'month'))), textOf(childAt(date, 'day'))]);
}

/** Its parts with their labels. */
export function abstractOf(element: Element | undefined): string | undefined {
  return joinAbstract(
    childrenNamed(element, 'abstracttext').map(part => ({
      heading: part.attributes.Label,
      text: plainText(inlinesOf(part.children)),
    })),
  );
}
