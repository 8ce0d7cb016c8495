import type { BibliographyFormat } from '../model/source';

const byExtension: Readonly<Record<string, BibliographyFormat>> = {
  bib: 'bibtex',
  bibtex: 'bibtex',
  biblatex: 'bibtex',
  ris: 'ris',
  json: 'csl-json',
  csljson: 'csl-json',
  yaml: 'csl-yaml',
  yml: 'csl-yaml',
};

/** The format of a bibliography by its name, or by how its text begins where the name does not tell; `undefined` for something else. */
export function detectFormat(fileName: string, content = ''): BibliographyFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(byExtension, extension)
    ? byExtension[extension]
    : formatOfText(content.slice(0, 10_000));
}

function formatOfText(text: string): BibliographyFormat | undefined {
  if (/^\s*(?:\[\s*[{\]]|\{\s*["}])/.test(text)) return 'csl-json';
  if (/^\ufeff?TY {1,2}- /m.test(text)) return 'ris';
  if (/^[ \t]*@[A-Za-z]+\s{0,20}[{(]/m.test(text)) return 'bibtex';
  if (/^(?:---\s*$|references:|- +(?:id|type):)/m.test(text)) return 'csl-yaml';
  return undefined;
}
