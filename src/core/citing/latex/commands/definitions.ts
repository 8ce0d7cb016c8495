import { equals, openBrace, skipToArgument } from '../reader/characters';
import { readName } from '../reader/commandName';
import type { Action, LatexReader } from '../reader/latexReader';
import { argumentsOfXparse } from './arguments';
import { readBody } from './definedCommand';
import { environmentDefinitions, listingCommands } from './environmentDefinitions';
import { packageDefinitions } from './packageDefinitions';
import { beginConditional } from './structureCommands';

/** Nine parameters and what little may stand between them. */
const maxParameterTextLength = 100;

/** Commands that define commands: their bodies cite nothing by themselves, but tell which new commands cite. */
const commandDefinitions: readonly (readonly [names: string, Action])[] = [
  [
    'newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd providerobustcmd newcommandx renewcommandx',
    readNewCommand,
  ],
  ['def gdef edef xdef protected@edef', readDef],
  ['let glet', readLet],
  ['NewCommandCopy RenewCommandCopy DeclareCommandCopy', readCopy],
  [
    'NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand NewExpandableDocumentCommand RenewExpandableDocumentCommand DeclareExpandableDocumentCommand',
    readDocumentCommand,
  ],
  ['newif', declareConditional],
];

/** Every command that changes what later commands and environments mean. */
export const definitionCommands: ReadonlyMap<string, Action> = new Map(
  [...commandDefinitions, ...environmentDefinitions, ...listingCommands, ...packageDefinitions].flatMap(
    ([names, action]) => names.split(' ').map((name): [string, Action] => [name, action]),
  ),
);

/** `\newif\ifdraft`, whose `\drafttrue` other files may hold. */
function declareConditional(reader: LatexReader): void {
  const name = readName(reader);
  if (!name?.startsWith('if')) return;
  const setters = [true, false].map(value => ({ value, setter: name.slice(2) + value }));
  const isSetElsewhere = setters.some(({ setter }) => reader.others?.usedCommands.has(setter));
  reader.conditionals.declare(name, reader.isOutermost && !isSetElsewhere);
  reader.setAction(name, beginConditional);
  for (const { value, setter } of setters)
    reader.setAction(setter, user => user.conditionals.set(name, value, user.isOutermost && !isSetElsewhere));
}

/** `\newcommand{\name}[2][default]{body}` */
function readNewCommand(reader: LatexReader, command: string): void {
  const name = readName(reader);
  if (!name) return;
  const counted = reader.readOption();
  const count = counted
    ? Math.min(9, Number.parseInt(reader.text.slice(counted.start, counted.end), 10) || 0)
    : 0;
  const isOptional = counted !== undefined && reader.readOption() !== undefined;
  readBody(reader, name, (isOptional ? 'o' : '').padEnd(count, 'm'), command.startsWith('provide'));
}

/** `\def\name#1#2{body}`; arguments set off by other text than braces are beyond us. */
function readDef(reader: LatexReader): void {
  const name = readName(reader);
  if (!name) return;
  const { text } = reader;
  const start = reader.position;
  let here = start;
  while (here < start + maxParameterTextLength && !/[{\\\n]/.test(text[here] ?? '\n')) here++;
  if (text.charCodeAt(here) !== openBrace) return;
  reader.position = here;
  const parameters = text.slice(start, here).replace(/\s/g, '');
  const count = parameters.length / 2;
  const simple = /^(?:#\d)*$/.test(parameters);
  readBody(reader, name, simple ? 'm'.repeat(count) : undefined);
}

/** `\let\a=\b` */
function readLet(reader: LatexReader): void {
  const name = readName(reader);
  if (!name) return;
  let here = skipToArgument(reader.text, reader.position);
  if (reader.text.charCodeAt(here) === equals) here = skipToArgument(reader.text, here + 1);
  reader.position = here;
  copyCommand(reader, name);
}

function readCopy(reader: LatexReader): void {
  const name = readName(reader);
  if (name) copyCommand(reader, name);
}

function copyCommand(reader: LatexReader, name: string): void {
  const source = readName(reader);
  reader.setValue(name, undefined);
  if (!source) return;
  if (reader.conditionals.has(source)) {
    reader.conditionals.copy(name, source);
    reader.setAction(name, beginConditional);
    return;
  }
  if (reader.verbatim.has(source)) reader.verbatim.add(name);
  const command = reader.citationCommand(source);
  if (command) reader.setCommand(name, command);
  else if (reader.actionOf(source)) reader.setAction(name, reader.actionOf(source)!);
  else if (takesItsArgumentAway.has(source)) reader.setCommand(name, { form: 'normal', arguments: 'x' });
  else if (source === 'relax') reader.setCommand(name, undefined);
}

const takesItsArgumentAway: ReadonlySet<string> = new Set(['@gobble', 'gobble']);

/** `\NewDocumentCommand{\name}{s O{} m}{body}` */
function readDocumentCommand(reader: LatexReader): void {
  const name = readName(reader);
  const spelled = name && reader.readGroup();
  if (!name || !spelled) return;
  readBody(reader, name, argumentsOfXparse(reader.text.slice(spelled.start, spelled.end)));
}
