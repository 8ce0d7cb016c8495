// The readers that are compared: each gives the entries of a `.bib` file, and the short texts of them that a search needs first.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(import.meta.url);

export const readers = {
  'Literature Lookup': () => {
    const { readBibliography } = require(path.join(root, 'out/bench/references.cjs'));
    return {
      entries: bytes => readBibliography(bytes, 'bibtex', 'bench').references,
      fields: references =>
        references.map(({ brief }) => [brief.title, brief.authors.join(' '), brief.year, brief.venue]),
    };
  },
  '@citation-js/plugin-bibtex': () => {
    const { plugins } = require('@citation-js/core');
    require('@citation-js/plugin-bibtex');
    return {
      entries: bytes => plugins.input.chain(text(bytes), { generateGraph: false, forceType: '@bibtex/text' }),
      fields: items =>
        items.map(item => [
          item.title,
          item.author?.map(name => name.family).join(' '),
          item.issued,
          item['container-title'],
        ]),
    };
  },
  'latex-utensils': () => {
    const { bibtexParser } = require('latex-utensils');
    return {
      entries: bytes => bibtexParser.parse(text(bytes)).content.filter(entry => bibtexParser.isEntry(entry)),
      fields: entries => entries.map(entry => entry.content.map(field => [field.name, field.value.content])),
    };
  },
  'biblatex-csl-converter': async () => {
    const { parse } = await import('biblatex-csl-converter');
    return {
      entries: bytes => Object.values(parse(text(bytes)).entries ?? parse(text(bytes))),
      fields: entries =>
        entries.map(({ fields }) => [
          plain(fields.title),
          plain(fields.author),
          fields.date,
          plain(fields.journaltitle),
        ]),
    };
  },
  '@retorquere/bibtex-parser': async () => {
    const { parse } = await import('@retorquere/bibtex-parser');
    return {
      entries: bytes => parse(text(bytes)).entries,
      fields: entries =>
        entries.map(({ fields }) => [fields.title, fields.author, fields.year, fields.journal]),
    };
  },
};

function text(bytes) {
  return new TextDecoder().decode(bytes);
}

function plain(value) {
  return JSON.stringify(value ?? '');
}
