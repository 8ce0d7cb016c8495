import { isParameter } from '../citations/citationKeys';
import { isBlank, star } from '../reader/characters';
import type { Action, LatexReader } from '../reader/latexReader';
import { beginsVerbatim, type VerbatimFamily } from '../reader/verbatim';
import { argumentsOfXparse } from './arguments';
import { derivedCommand } from './definedCommand';

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

/** Commands that say what of a listing TeX reads all the same. */
export const listingCommands: readonly (readonly [names: string, Action])[] = [
  ['lstset', reader => setOptions(reader, 'listings')],
  ['lstdefinestyle', reader => defineStyle(reader, 'listings')],
  ['tcbset', reader => setOptions(reader, 'listings')],
  ['setminted', reader => setOptions(reader, 'minted')],
  ['fvset', reader => setOptions(reader, 'fancyvrb')],
];

/** A definition only says what its command will do. */
function setOptions(reader: LatexReader, family: VerbatimFamily): void {
  reader.readOption();
  const options = textOfGroup(reader);
  if (options !== undefined && !reader.conditionals.isInDefinition) reader.listings.set(family, options);
}

function defineStyle(reader: LatexReader, family: VerbatimFamily): void {
  const name = textOfGroup(reader)?.trim();
  const options = name === undefined ? undefined : textOfGroup(reader);
  if (options !== undefined) reader.listings.setStyle(family, name!, options);
}

function textOfGroup(reader: LatexReader): string | undefined {
  const group = reader.readGroup(true);
  return group?.closed ? reader.text.slice(group.start, group.end) : undefined;
}

/** An environment is verbatim when it is made of one that is; what its definition cites, its use cites, also of its arguments. */
function readNewEnvironment(reader: LatexReader, command: string): void {
  if (reader.text.charCodeAt(reader.position) === star) reader.position++;
  const group = reader.readGroup();
  if (!group) return;
  const name = reader.text.slice(group.start, group.end).trim();
  const parameters = readParameters(reader, command);
  const { citations: outer, trailing } = reader;
  reader.citations = [];
  let body = '';
  reader.conditionals.apart(() => {
    const begin = reader.readGroup(true);
    if (begin) body = reader.text.slice(begin.start, begin.end);
    if (command !== 'NewEnviron') reader.readGroup(true);
  });
  const { citations } = reader;
  reader.citations = outer;
  reader.trailing = trailing;
  const constant = citations.filter(({ keys }) => keys.every(({ key }) => !isParameter(key)));
  if (beginsVerbatim.test(body) || (command === 'NewEnviron' && !body.includes('\\BODY')))
    reader.verbatim.add(name);
  if (constant.length) reader.bodies.set(`begin{${name}}`, constant);
  const derived = parameters && derivedCommand(parameters, { citations, trailing: undefined }, body);
  if (derived) reader.setCommand(`begin{${name}}`, derived);
}

/** `[2][default]`, or those of xparse, one letter each. */
function readParameters(reader: LatexReader, command: string): string | undefined {
  while (isBlank(reader.text.charCodeAt(reader.position))) reader.position++;
  if (command.includes('Document')) {
    const spelled = reader.readGroup();
    return spelled && argumentsOfXparse(reader.text.slice(spelled.start, spelled.end));
  }
  const counted = reader.readOption();
  if (!counted) return undefined;
  const count = Math.min(9, Number.parseInt(reader.text.slice(counted.start, counted.end), 10) || 0);
  const isOptional = reader.readOption() !== undefined;
  while (reader.readOption());
  return (isOptional ? 'o' : '').padEnd(count, 'm');
}

function declareVerbatim(reader: LatexReader, command: string): void {
  reader.readOption();
  const group = reader.readGroup();
  if (!group) return;
  const name = reader.text.slice(group.start, group.end).trim();
  reader.verbatim.add(name);
  if (command === 'lstnewenvironment') declareListing(reader, name);
  else if (/VerbatimEnvironment$/.test(command) && textOfGroup(reader) !== undefined)
    reader.listings.setEnvironment('fancyvrb', name, textOfGroup(reader) ?? '');
  else if (/tcblisting|TCBListing/.test(command)) declareBoxedListing(reader, command, name);
}

/** `\lstnewenvironment{name}[1][]{\lstset{…}}{}` */
function declareListing(reader: LatexReader, name: string): void {
  while (reader.readOption());
  let begin: string | undefined;
  reader.conditionals.apart(() => {
    begin = textOfGroup(reader);
    textOfGroup(reader);
  });
  const options = begin === undefined ? undefined : /\\lstset\s*\{(.*)\}/s.exec(begin)?.[1];
  reader.listings.setEnvironment('listings', name, options ?? '');
}

/** `\newtcblisting{name}[1][]{listing options={…}}` */
function declareBoxedListing(reader: LatexReader, command: string, name: string): void {
  while (reader.readOption());
  // The arguments of those that xparse makes.
  if (command.includes('TCB')) textOfGroup(reader);
  reader.listings.setEnvironment('listings', name, textOfGroup(reader) ?? '');
}

/** `\newminted[name]{language}{options}` makes the environment `name` or `languagecode`. */
function declareMinted(reader: LatexReader): void {
  const option = reader.readOption();
  const group = reader.readGroup();
  if (!group) return;
  const name = option
    ? reader.text.slice(option.start, option.end).trim()
    : `${reader.text.slice(group.start, group.end).trim()}code`;
  reader.verbatim.add(name);
  reader.listings.setEnvironment('minted', name, textOfGroup(reader) ?? '');
}

function declareShown(reader: LatexReader): void {
  const group = reader.readGroup();
  if (group) reader.verbatim.delete(reader.text.slice(group.start, group.end).trim());
}
