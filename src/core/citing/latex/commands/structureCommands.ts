import type { DeclaredBibliography } from '../../citation';
import { readCitation } from '../citations/citationArguments';
import type { LatexBibliography } from '../latexDocument';
import { closeBracket, lineEnd, openBracket, skipToArgument, star } from '../reader/characters';
import { readName } from '../reader/commandName';
import type { Action, LatexReader } from '../reader/latexReader';
import { verbatimEnd } from '../reader/verbatim';
import { readList, readText } from './arguments';
import { readBranches } from './choices';
import { citingEnvironments, knownCommands } from './knownCommands';

/** `\bibliography{a,b}` and its like: each name is a bibliography. */
export const readBibliographyList: Action = (reader, command) => {
  reader.readOption();
  for (const path of readList(reader)) addBibliography(reader, path, command);
};

/** `\addbibresource[options]{file}`: one file, whose name may hold commas. */
const readBibliographyFile: Action = (reader, command) => {
  const option = reader.readOption();
  const options = option ? reader.text.slice(option.start, option.end) : '';
  const path = readText(reader);
  const label = /(?:^|,)\s*label\s*=\s*([^,]*[^,\s])/.exec(options)?.[1];
  const about = {
    ...(/location\s*=\s*remote/.test(options) && { remote: true }),
    ...(label && { label }),
  };
  if (path) addBibliography(reader, path, command, about);
};

const readInclusion: Action = (reader, command) => {
  const path = readText(reader) ?? readBareWord(reader);
  if (path && path.path !== '') reader.inclusions.push({ ...path, command });
  if (!reader.others) reader.forgetValues();
};

/** `\InputIfFileExists{file}{…}{…}` */
const readInclusionOfFile: Action = (reader, command, start) => {
  const { position } = reader;
  const path = readText(reader)?.path;
  reader.position = position;
  readInclusion(reader, command, start);
  if (path !== undefined) readBranches(reader, path);
};

const readImport: Action = (reader, command) => {
  if (reader.text.charCodeAt(reader.position) === star) reader.position++;
  const folder = readText(reader);
  const path = folder && readText(reader);
  if (path) reader.inclusions.push({ ...path, command, folder: folder.path });
};

/** biblatex: `\ExecuteBibliographyOptions{refsection=chapter}`; LaTeX: `\PassOptionsToPackage{…}{biblatex}` */
const readLaterOptions: Action = (reader, command) => {
  reader.readOption();
  const options = reader.readGroup();
  const names = command.startsWith('Pass') ? readList(reader) : [{ path: 'biblatex' }];
  if (!options?.closed) return;
  for (const { path } of names) addPackage(reader, path, reader.text.slice(options.start, options.end));
};

/** Options given at several places add up. */
function addPackage(reader: LatexReader, name: string, options: string): void {
  const known = reader.packages.get(name);
  reader.packages.set(
    name,
    known && options && known !== options ? `${known},${options}` : options || known || '',
  );
}

const readPackages: Action = reader => {
  const option = reader.readOption();
  const options = option ? reader.text.slice(option.start, option.end).trim() : '';
  for (const { path } of readList(reader)) addPackage(reader, path, options);
};

const readClass: Action = reader => {
  const option = reader.readOption();
  const options = option ? reader.text.slice(option.start, option.end).trim() : '';
  const name = readText(reader)?.path;
  if (!name) return;
  reader.packages.set(name, options);
  if (name === 'subfiles') reader.subfileOf = options;
  else reader.isRoot = true;
};

const nothing = { start: 0, end: 0, closed: false };

const readBegin: Action = (reader, _name, start) => {
  const group = reader.readGroup();
  if (!group) return;
  const name = reader.text.slice(group.start, group.end).trim();
  if (reader.verbatim.has(name)) {
    const options = readListingOptions(reader, name);
    const content = reader.position;
    const end = verbatimEnd(reader.text, content, name);
    for (const read of reader.listings.stretchesRead(reader.text, { start: content, end }, name, options))
      reader.readWithin(read.start, read.end);
    reader.position = end;
    if (name.startsWith('filecontents')) readOwnBibliography(reader, content, reader.position);
  } else if (name === 'document') {
    if (!reader.conditionals.isInDefinition) reader.bodyStart ??= start;
  } else if (citingEnvironments.has(name)) readCitation(reader, name, start, knownCommands.get(name)!, false);
  else if (reader.definedCommands.has(`begin{${name}}`))
    readCitation(reader, `begin{${name}}`, start, reader.definedCommands.get(`begin{${name}}`)!, false);
  else if (name === 'refsection') readBibliographyOption(reader, name, start);
  else if (name === 'bibunit') markList(reader, name, start);
  else if (name === 'btSect') readBibliographyList(reader, name, start);
  else if (reader.bodies.has(`begin{${name}}`)) reader.used.add(`begin{${name}}`);
};

/** The options of a listing, which TeX reads: `caption={As in \cite{a}}`. Those of other environments stand on the line that begins them. */
function readListingOptions(reader: LatexReader, name: string): string {
  const { text, position } = reader;
  if (!reader.listings.familyOf(name)) return '';
  const isOnLine = skipToArgument(text, position) < lineEnd(text, position);
  if (!/^(?:lstlisting|minted|tcblisting)$/.test(name) && !isOnLine) return '';
  const option = reader.readOption() ?? (name === 'tcblisting' ? reader.readGroup(true) : undefined);
  return option ? text.slice(option.start, option.end) : '';
}

const readEnd: Action = (reader, _name, start) => {
  const group = reader.readGroup();
  const name = group && reader.text.slice(group.start, group.end).trim();
  if (name === 'document') {
    if (!reader.conditionals.isInDefinition) stopReading(reader);
  } else if (name === 'refsection' || name === 'bibunit') markList(reader, `end${name}`, start);
};

/** `\bibitem[label]{key}`; `\harvarditem[label]{label}{year}{key}` */
const readBibitem: Action = (reader, name) => {
  reader.readOption();
  if (name === 'harvarditem') {
    reader.readGroup();
    reader.readGroup();
  }
  addDefinedKey(reader, readText(reader));
};

/** amsrefs: `\bib{key}{article}{…}` */
const readBib: Action = reader => {
  const key = readText(reader);
  if (key && readText(reader) && reader.text[skipToArgument(reader.text, reader.position)] === '{')
    addDefinedKey(reader, key);
};

/** notes2bib: `\bibnote[name]{…}`, a note among the references, which may be cited by its name. */
const readBibnote: Action = reader => {
  const option = reader.readOption();
  if (!option) return;
  const { start, end } = option;
  addDefinedKey(reader, { path: reader.text.slice(start, end).trim(), start, end });
};

/** `\loadglsentries[type]{file}`, `\includestandalone[options]{file}` */
const readInclusionWithOptions: Action = (reader, command, start) => {
  reader.readOption();
  readInclusion(reader, command, start);
};

/** catchfilebetweentags: `\ExecuteMetaData[file]{tag}`, of whose file all counts. */
const readTaggedText: Action = (reader, command) => {
  if (reader.text.charCodeAt(reader.position) === star) reader.position++;
  for (const path of readList(reader, reader.readOption() ?? nothing).slice(0, 1))
    reader.inclusions.push({ ...path, command });
};

/** `\CatchFileBetweenTags{\name}{file}{tag}` */
const readCaughtText: Action = (reader, command, start) => {
  readName(reader);
  readInclusion(reader, command, start);
};

const readShortVerb: Action = reader => {
  reader.readOption();
  const delimiter = readText(reader)?.path.replace(/^\\/, '');
  if (delimiter?.length === 1) reader.addShortVerb(delimiter);
};

/** `\ifdraft` and all its kind. */
export const beginConditional: Action = (reader, name) => {
  reader.position = reader.conditionals.begin(name, reader.text, reader.position);
};

/** Headings with which a list of references may begin, the highest first. */
export const divisions = ['part', 'chapter', 'section', 'subsection'] as const;

/** bibunits: `\bibliographyunit[\chapter]` */
function readUnits(reader: LatexReader, name: string, start: number): void {
  const option = reader.readOption();
  markList(reader, option ? name + reader.text.slice(option.start, option.end).trim() : name, start);
}

function endConditional(reader: LatexReader, name: string, start: number): void {
  if (!reader.conditionals.isOpen && !reader.conditionals.isInDefinition)
    reader.listMarks.push({ start, name, isCertain: false });
  reader.conditionals.end(start);
}

function markList(
  reader: LatexReader,
  name: string,
  start: number,
  bibliographies?: readonly number[],
): void {
  const isCertain = reader.isOutermost && reader.conditionals.isSettled;
  reader.listMarks.push({ start, name, isCertain, ...(bibliographies && { bibliographies }) });
}

/** Commands that tell how the document is put together, and those that change how the text after them is to be read. */
export const structureCommands: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['begin', readBegin],
  ['end', readEnd],
  ['documentclass', readClass],
  ['LoadClass', readClass],
  ['ExecuteBibliographyOptions', readLaterOptions],
  ['PassOptionsToPackage', readLaterOptions],
  ['usepackage', readPackages],
  ['RequirePackage', readPackages],
  ['bibliography', readBibliographyList],
  ['nobibliography', readBibliographyList],
  ['putbib', readBibliographyOption],
  // biblatex, manual § 3.8.3: the bibliographies of one section.
  ['newrefsection', readBibliographyOption],
  ['endrefsection', (reader, name, start) => markList(reader, name, start)],
  ['bibliographyunit', readUnits],
  ...[...divisions, 'addpart', 'addchap', 'addsec'].map((name): [string, Action] => [
    name,
    (reader, name, start) => markList(reader, name, start),
  ]),
  ['defaultbibliography', readBibliographyList],
  ['addbibresource', readBibliographyFile],
  ['addglobalbib', readBibliographyFile],
  ['addsectionbib', readBibliographyFile],
  ['input', readInclusion],
  ['include', readInclusion],
  ['SweaveInput', readInclusion],
  ['subfile', readInclusion],
  ['subfileinclude', readInclusion],
  ['InputIfFileExists', readInclusionOfFile],
  ['loadglsentries', readInclusionWithOptions],
  ['includestandalone', readInclusionWithOptions],
  ['ExecuteMetaData', readTaggedText],
  ['CatchFileBetweenTags', readCaughtText],
  ['import', readImport],
  ['subimport', readImport],
  ['includefrom', readImport],
  ['subincludefrom', readImport],
  ['inputfrom', readImport],
  ['subinputfrom', readImport],
  ['bibitem', readBibitem],
  ['harvarditem', readBibitem],
  ['bib', readBib],
  ['bibnote', readBibnote],
  ['bibnotetext', readBibnote],
  ['MakeShortVerb', readShortVerb],
  ['DefineShortVerb', readShortVerb],
  ['lstMakeShortInline', readShortVerb],
  [
    'makeatletter',
    reader => {
      reader.atIsLetter = true;
    },
  ],
  [
    'makeatother',
    reader => {
      reader.atIsLetter = false;
    },
  ],
  ['ProvidesPackage', inStyleFile],
  ['ProvidesClass', inStyleFile],
  ['else', otherwise],
  ['or', otherwise],
  ['fi', endConditional],
  ['string', skipCommand],
  [
    'cs',
    reader => {
      reader.readGroup();
    },
  ],
  ['endinput', stopReading],
]);

/** Nothing behind counts; a definition only says what its command will do. */
function stopReading(reader: LatexReader): void {
  if (!reader.conditionals.isInDefinition) reader.position = reader.text.length;
}

function inStyleFile(reader: LatexReader): void {
  reader.atIsLetter = true;
}

function otherwise(reader: LatexReader): void {
  reader.position = reader.conditionals.otherwise(reader.text, reader.position);
}

/** `\string\cite` prints the name. */
function skipCommand(reader: LatexReader): void {
  const next = skipToArgument(reader.text, reader.position);
  if (reader.text[next] === '\\') reader.position = next + 1 + Math.max(1, reader.commandName(next).length);
}

/** bibunits: `\putbib[a,b]`; biblatex: `\begin{refsection}[a.bib,b.bib]` */
function readBibliographyOption(reader: LatexReader, command: string, start: number): void {
  const option = reader.readArgument(openBracket, closeBracket);
  const paths = option ? readList(reader, option) : [];
  for (const path of paths) addBibliography(reader, path, command);
  markList(reader, command, start, option && paths.map(path => path.start));
}

function addBibliography(
  reader: LatexReader,
  path: DeclaredBibliography,
  command: string,
  about: Pick<LatexBibliography, 'remote' | 'label'> = {},
): void {
  if (path.path && mayHoldParameters(reader, path.path))
    reader.bibliographies.push({ ...path, command, ...about });
}

function addDefinedKey(reader: LatexReader, key: DeclaredBibliography | undefined): void {
  if (key?.path && mayHoldParameters(reader, key.path))
    reader.definedKeys.push({ key: key.path, form: 'normal', start: key.start, end: key.end });
}

/** In a definition, `#1` is what it will be given; elsewhere nothing has such a name. */
function mayHoldParameters(reader: LatexReader, name: string): boolean {
  return reader.conditionals.isInDefinition || !name.includes('#');
}

/** `\input file` in the way of plain TeX. */
function readBareWord(reader: LatexReader): DeclaredBibliography | undefined {
  const start = skipToArgument(reader.text, reader.position);
  const word = /^[^\s\\{}%[\]]+/.exec(reader.text.slice(start, lineEnd(reader.text, start)))?.[0];
  return word ? { path: word, start, end: start + word.length } : undefined;
}

/** The entries of a bibliography written out in the document: `\begin{filecontents}{refs.bib}`. */
function readOwnBibliography(reader: LatexReader, start: number, end: number): void {
  const content = reader.text.slice(start, end);
  const name = /^[^\n{}]*\{([^\n{}]*\.bib)\s*\}/.exec(content)?.[1];
  if (name === undefined) return;
  reader.writtenFiles.push(name.trim());
  for (const entry of content.matchAll(/^[ \t]*@\w+[ \t]*\{[ \t]*([^\s,{}]+)[ \t]*,/gm)) {
    const keyStart = start + entry.index + entry[0].indexOf(entry[1]!, entry[0].indexOf('{'));
    addDefinedKey(reader, { path: entry[1]!, start: keyStart, end: keyStart + entry[1]!.length });
  }
}
