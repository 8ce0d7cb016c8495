import { tableOf } from '../../util/collections/tableOf';

/** Accents as characters of their own, which old typesetting and copies from PDFs leave beside their letter: the combining one, and the letters that bear it often and seldom. */
const accents: Readonly<Record<string, readonly [mark: string, often: string, seldom: string]>> = tableOf({
  '¨': ['\u0308', 'aeiouy', ''],
  '´': ['\u0301', 'aeiouy', 'cnsz'],
  '`': ['\u0300', 'ae', 'iou'],
  ˆ: ['\u0302', 'aeiouwy', ''],
  '˜': ['\u0303', 'n', 'ao'],
  ˇ: ['\u030c', 'e', 'cdnrstz'],
  '˝': ['\u030b', 'ou', ''],
  '¸': ['\u0327', '', 'cst'],
});

/** Inside a word, with no more than one blank behind it: `Mu¨ller`, `Schr¨odinger`, `Schr¨ odinger`, `l’´evolution`. */
const loose = /(\p{L}|(?<=\p{L})['’-])([¨´`ˆ˜ˇ˝¸])( ?)(\p{Ll})/gu;

/**
 * Texts with accents back on their letters: `Müller`, `García` for `Garc´ıa`. Where either neighbour could bear it, the one that does so more
 * often does, and of two alike the one before. What stands for an apostrophe (`l´eau`, `Rome´s`) is left alone.
 */
export function withAccentsJoined(text: string): string {
  if (!/[¨´`ˆ˜ˇ˝¸]/.test(text)) return text;
  return text.replace(
    loose,
    (whole, before: string, accent: string, blank: string, behind: string, at: number) => {
      const [mark, often, seldom] = accents[accent]!;
      const isFirst = !/\p{L}/u.test(text.charAt(at - 1));
      const endsWord = !/\p{L}/u.test(text.charAt(at + whole.length));
      if (
        (accent === '´' || accent === '`') &&
        ((isFirst && /[cdjlmnst]/i.test(before)) || (behind === 's' && endsWord))
      )
        return whole;
      // Before a blank the accent belongs to the word that ends there, unless that cannot bear it: `Poincare´ map`, `Schr¨ odinger`.
      if (blank && bears(often, before)) return accented(before, mark) + blank + behind;
      const place = [often, seldom]
        .flatMap(bearers => [
          bears(bearers, before) && blank === '' && 'before',
          bears(bearers, behind) && 'behind',
        ])
        .find(Boolean);
      if (place === 'before') return accented(before, mark) + behind;
      return place === 'behind' ? before + accented(behind, mark) : whole;
    },
  );
}

const signOf = new Map(Object.entries(accents).map(([sign, [mark]]) => [mark, sign]));

/** Texts with each combining accent that stands behind a blank, as copies from PDFs have it, as the character of its own. */
export function withAccentsApart(text: string): string {
  return text.replace(
    / ?[ \u00a0]([\u0300-\u0303\u0308\u030b\u030c\u0327])/g,
    (_, mark: string) => signOf.get(mark) ?? mark,
  );
}

function bears(bearers: string, letter: string): boolean {
  return bearers.includes(undotted(letter).toLowerCase());
}

function accented(letter: string, mark: string): string {
  return (undotted(letter) + mark).normalize('NFC');
}

/** Typesetting takes the dot off an `i` before it puts an accent there. */
function undotted(letter: string): string {
  return letter === 'ı' ? 'i' : letter;
}
