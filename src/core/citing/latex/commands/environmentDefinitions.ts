import { isParameter } from '../citations/citationKeys';
import { isBlank, star } from '../reader/characters';
import type { Action, LatexReader } from '../reader/latexReader';
import { beginsVerbatim } from '../reader/verbatim';

/** Commands that make environments, or say which are verbatim or left out. */
export const environmentDefinitions: readonly (readonly [names: string, Action])[] = [
  [
    'newenvironment renewenvironment NewDocumentEnvironment RenewDocumentEnvironment NewEnviron',
    readNewEnvironment,
  ],
  [
    'lstnewenvironment DefineVerbatimEnvironment RecustomVerbatimEnvironment newverbatim excludecomment newtcblisting renewtcblisting NewTCBListing RenewTCBListing ProvideTCBListing DeclareTCBListing NewPitonEnvironment',
    declareVerbatim,
  ],
  ['includecomment', declareShown],
  ['newminted', declareMinted],
];

/** An environment is verbatim when it is made of one that is; what its definition cites, its use cites. */
function readNewEnvironment(reader: LatexReader, command: string): void {
  if (reader.text.charCodeAt(reader.position) === star) reader.position++;
  const group = reader.readGroup();
  if (!group) return;
  const name = reader.text.slice(group.start, group.end).trim();
  while (isBlank(reader.text.charCodeAt(reader.position))) reader.position++;
  if (command.includes('Document')) reader.readGroup();
  else while (reader.readOption());
  const outer = reader.citations;
  reader.citations = [];
  let body = '';
  reader.conditionals.apart(() => {
    const begin = reader.readGroup(true);
    if (begin) body = reader.text.slice(begin.start, begin.end);
    if (command !== 'NewEnviron') reader.readGroup(true);
  });
  const constant = reader.citations.filter(({ keys }) => keys.every(({ key }) => !isParameter(key)));
  reader.citations = outer;
  if (beginsVerbatim.test(body) || (command === 'NewEnviron' && !body.includes('\\BODY')))
    reader.verbatim.add(name);
  if (constant.length) reader.bodies.set(`begin{${name}}`, constant);
}

function declareVerbatim(reader: LatexReader): void {
  reader.readOption();
  const group = reader.readGroup();
  if (group) reader.verbatim.add(reader.text.slice(group.start, group.end).trim());
}

/** `\newminted[name]{language}{options}` makes the environment `name` or `languagecode`. */
function declareMinted(reader: LatexReader): void {
  const option = reader.readOption();
  const group = reader.readGroup();
  if (option) reader.verbatim.add(reader.text.slice(option.start, option.end).trim());
  else if (group) reader.verbatim.add(`${reader.text.slice(group.start, group.end).trim()}code`);
}

function declareShown(reader: LatexReader): void {
  const group = reader.readGroup();
  if (group) reader.verbatim.delete(reader.text.slice(group.start, group.end).trim());
}
