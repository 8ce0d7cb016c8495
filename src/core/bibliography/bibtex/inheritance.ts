/** Fields that are about the entry itself and never inherited (biblatex manual, appendix B). */
const own = new Set(
  (
    'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype ' +
    'shorthand shorthandintro sortkey'
  ).split(' '),
);

/** Fields of a container that say nothing of its parts. */
const containerOnly = new Set(['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle']);

const partsOf: readonly (readonly [
  containers: readonly string[],
  parts: readonly string[],
  prefix: string,
])[] = [
  [['mvbook'], ['book', 'inbook', 'bookinbook', 'suppbook'], 'main'],
  [
    ['mvcollection', 'mvreference'],
    ['collection', 'reference', 'incollection', 'inreference', 'suppcollection'],
    'main',
  ],
  [['mvproceedings'], ['proceedings', 'inproceedings'], 'main'],
  [['book'], ['inbook', 'bookinbook', 'suppbook'], 'book'],
  [['collection', 'reference'], ['incollection', 'inreference', 'suppcollection'], 'book'],
  [['proceedings'], ['inproceedings', 'conference'], 'book'],
  [['periodical'], ['article', 'suppperiodical'], 'journal'],
];

/** The fields that a part gets from this field of its container: the title of the proceedings is the `booktitle` of a paper. */
export function inheritedName(containerType: string, partType: string, name: string): readonly string[] {
  if (own.has(name)) return [];
  if (name === 'author' && /^(?:mv)?book$/.test(containerType) && /^(?:in|bookin|supp)book$/.test(partType))
    return ['bookauthor', 'author'];
  const relation = partsOf.find(
    ([containers, parts]) => containers.includes(containerType) && parts.includes(partType),
  );
  if (!relation) return [name];
  if (containerOnly.has(name)) return [];
  if (name === 'title' || name === 'subtitle' || (name === 'titleaddon' && relation[2] !== 'journal'))
    return [relation[2] + name];
  return [name];
}
