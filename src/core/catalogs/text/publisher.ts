import { isBody } from './names/body';
import { plainLine } from './plainLine';

/** What companies are in law. Who cites a book leaves it out. */
const legalForm = new RegExp(
  `,?\\s+(?:${[
    '(?:Platform )?LLC|LLP|L\\.L\\.C\\.|Inc\\.?|Incorporated|Ltd\\.?|Limited|PLC|Pty\\.?|Co\\.',
    'g?G?mbH(?: (?:&|und) Co\\.? KG(?:aA)?)?|AG|KG(?:aA)?|e\\.\\s?V\\.',
    'B\\.?V\\.?|N\\.V\\.|S\\.?A\\.?|S\\.?A\\.?S\\.?|S\\.A\\.R\\.L\\.|SARL|S\\.?r\\.?l\\.?|S\\.?p\\.?A\\.?|Ltda\\.?',
    's\\.\\s?r\\.\\s?o\\.|[Ss]p\\. z ?o\\. ?o\\.|d\\.\\s?o\\.\\s?o\\.|A/S',
  ].join('|')})$`,
);
/** An abbreviation behind the name that it is of: `Association for Computing Machinery (ACM)`. */
const abbreviation = /\s+\((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}&./-]{2,12}\)$/u;

/** How the companies of one house in several countries tell themselves apart. */
const imprint =
  /(?<=^Springer|^Palgrave Macmillan)\s(?:International Publishing|Nature (?:Switzerland|Singapore)|Fachmedien Wiesbaden|US|UK|Netherlands|India|Japan|London|Berlin Heidelberg|New York|Singapore)$/;

/** Longer names are none. */
const longest = 500;

/** A publisher as people write it: `Elsevier` for `Elsevier BV`, `O'Reilly Media` for `"O'Reilly Media, Inc."`. */
export function publisherName(raw: unknown, place = ''): string {
  let name = plainLine(raw)
    .slice(0, longest)
    .replace(/^["“](.*)["”]$/, '$1')
    .replace(/;.*$/, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(abbreviation, '').replace(legalForm, '');
  }
  // `Springer Berlin Heidelberg` in `Berlin, Heidelberg`
  const [house, ...rest] = name.split(' ');
  const places = place.split(/[\s,]+/);
  if (rest.length > 0 && !isBody(house!) && rest.every(word => places.includes(word))) name = house!;
  name = name.replace(imprint, '');
  // `Oxford University PressNew York`
  if (place && name.endsWith(place) && /\p{Ll}$/u.test(name.slice(0, -place.length)))
    name = name.slice(0, -place.length);
  if (isSsrn.test(name)) return 'SSRN';
  return name.replace(/(?<=\p{Ll})(?<=Press)\p{Lu}\p{Ll}.*$/u, '').replace(/[\s,:/]+$/, '');
}

const isSsrn = /^(?:ssrn electronic journal|social science research network)$/i;

/** Servers of preprints by the names that services give them; `CoRR` is arXiv's in DBLP. */
export function isPreprintServer(name: string): boolean {
  return /^(?:[\p{L}]*rxiv(?:\.org|\s\(.*\))?(?:\s*:.*)?|ssrn(?: electronic journal)?|social science research network|research square|preprints(?:\.org)?|corr|authorea|osf preprints|techrxiv)$/iu.test(
    name.trim(),
  );
}
