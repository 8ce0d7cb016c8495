// npm run -s citations -- [--language markdown|latex|typst] FILE…
// One JSON object a file: what it cites and which bibliographies it declares. LaTeX is read as a part of its project, whose other
// files may define citation commands.
import fs from 'node:fs';
import path from 'node:path';
import type { DocumentCitations, Language, MarkdownDialect } from '../core/citing/citation';
import type { ReadingOptions } from '../core/citing/citationLanguage';
import { citationLanguages, languageOfPath } from '../core/citing/citationLanguages';
import { findBibliographies, readingInProject } from '../core/citing/findBibliographies';
import { dialectOfPath } from '../core/citing/markdown/inline/crossReferences';
import type { ProjectFiles } from '../core/citing/project/projectFiles';
import { readCitations } from '../core/citing/readCitations';
import { errorMessage } from '../core/util/errorMessage';
import { readText } from '../node/nodeFiles';
import { endWithUsage, readArguments } from './readArguments';

const projectFiles: ProjectFiles = {
  read: async file => readText(file),
  list: async folder => fs.readdirSync(folder),
};

const usage = 'citations -- [--language markdown|latex|typst] FILE…';
const { values, positionals } = readArguments(usage, {
  options: { language: { type: 'string' } },
  allowPositionals: true,
});
const known = citationLanguages.map(({ id }) => id);
if (
  positionals.length === 0 ||
  (values.language !== undefined && !known.includes(values.language as Language))
)
  endWithUsage(usage);
void printAll();

async function printAll(): Promise<void> {
  for (const file of positionals) {
    try {
      console.log(JSON.stringify({ file, ...(await read(file)) }));
    } catch (error) {
      console.error(`${file}: ${errorMessage(error)}`);
      process.exitCode = 1;
    }
  }
}

async function read(file: string) {
  const extension = path.extname(file).toLowerCase();
  const language = (values.language as Language | undefined) ?? languageOfPath(file)?.id;
  if (!language)
    throw new Error(`What language is ${extension || 'this'}? Say --language markdown, latex or typst.`);
  const text = readText(file);
  if (text === undefined) throw new Error('There is no such file.');
  const dialect = dialectOfPath(file);
  const reading = readCitations(text, language, { dialect, ...(await project(file, text, language)) });
  return {
    citations: citations(reading, dialect),
    bibliographies: reading.bibliographies.map(({ path }) => path),
  };
}

async function project(file: string, text: string, language: Language): Promise<ReadingOptions> {
  const found = await findBibliographies(
    { path: path.resolve(file).replaceAll('\\', '/'), text, language },
    projectFiles,
  );
  return readingInProject(found);
}

function citations(reading: DocumentCitations, dialect: MarkdownDialect) {
  return reading.citations.flatMap(({ keys, start, end, command }) => {
    const cited = keys
      .filter(({ crossReference }) => !crossReference || dialect === 'pandoc')
      .map(({ key, form, start, end }) => ({ key, form, start, end }));
    return cited.length ? [{ keys: cited, start, end, ...(command !== undefined && { command }) }] : [];
  });
}
