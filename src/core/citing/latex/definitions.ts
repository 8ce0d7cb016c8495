import {
  backslash,
  closeBrace,
  equals,
  isBlank,
  newline,
  openBrace,
  skipToArgument,
  star,
} from './characters';
import { type CitationCommand, formByName, isDiscarding, usualArguments } from './citationCommand';
import { isParameter } from './citationKeys';
import { multibibCommands } from './knownCommands';
import type { LatexCitation } from './latexDocument';
import type { Action, LatexReader } from './latexReader';
import { readBibliographyList } from './structureCommands';
import { beginsVerbatim } from './verbatim';

/** Longer bodies are no file name or folder. */
const longestTextMacro = 200;

/** Nine parameters and what little may stand between them. */
const longestParameterText = 100;

/** Commands that define commands: their bodies cite nothing by themselves, but tell which new commands cite. */
export const definitionCommands: ReadonlyMap<string, Action> = new Map<string, Action>([
  ...names(
    'newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd providerobustcmd newcommandx renewcommandx',
    readNewCommand,
  ),
  ...names('def gdef edef xdef protected@edef', readDef),
  ...names('let glet', readLet),
  ...names('NewCommandCopy RenewCommandCopy DeclareCommandCopy', readCopy),
  ...names(
    'NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand NewExpandableDocumentCommand RenewExpandableDocumentCommand DeclareExpandableDocumentCommand',
    readDocumentCommand,
  ),
  ...names('DeclareCiteCommand', declareCiteCommand),
  ...names('DeclareMultiCiteCommand', declareMultiCiteCommand),
  ...names(
    'newenvironment renewenvironment NewDocumentEnvironment RenewDocumentEnvironment NewEnviron',
    readNewEnvironment,
  ),
  ...names(
    'lstnewenvironment DefineVerbatimEnvironment RecustomVerbatimEnvironment newverbatim excludecomment newtcblisting DeclareTCBListing',
    declareVerbatim,
  ),
  ...names('includecomment', reader => {
    const group = reader.readGroup();
    if (group) reader.verbatim.delete(reader.text.slice(group.start, group.end).trim());
  }),
  ...names('newminted', declareMinted),
  ...names('newcites', declareMultibib),
  ...names('newif', declareConditional),
]);

function names(list: string, action: Action): [string, Action][] {
  return list.split(' ').map(name => [name, action]);
}

const beginConditional: Action = (reader, name) => {
  reader.position = reader.conditionals.begin(name, reader.text, reader.position);
};

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

/** `{\name}` or `\name`, after an optional star. */
function readName(reader: LatexReader): string | undefined {
  const { text } = reader;
  let here = skipToArgument(text, reader.position);
  if (text.charCodeAt(here) === star) here = skipToArgument(text, here + 1);
  const braced = text.charCodeAt(here) === openBrace;
  if (braced) here = skipToArgument(text, here + 1);
  if (text.charCodeAt(here) !== backslash) return undefined;
  const name = reader.commandName(here);
  reader.position = here + 1 + name.length;
  if (braced) {
    here = skipToArgument(text, reader.position);
    if (text.charCodeAt(here) === closeBrace) reader.position = here + 1;
  }
  return name || undefined;
}

/** `\newcommand{\name}[2][default]{body}` */
function readNewCommand(reader: LatexReader): void {
  const name = readName(reader);
  if (!name) return;
  const counted = reader.readOption();
  const count = counted
    ? Math.min(9, Number.parseInt(reader.text.slice(counted.start, counted.end), 10) || 0)
    : 0;
  const isOptional = counted !== undefined && reader.readOption() !== undefined;
  readBody(reader, name, (isOptional ? 'o' : '').padEnd(count, 'm'));
}

/** `\def\name#1#2{body}`; arguments set off by other text than braces are beyond us. */
function readDef(reader: LatexReader): void {
  const name = readName(reader);
  if (!name) return;
  const { text } = reader;
  const start = reader.position;
  let here = start;
  while (here < start + longestParameterText && !/[{\\\n]/.test(text[here] ?? '\n')) here++;
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
}

/** `\NewDocumentCommand{\name}{s O{} m}{body}` */
function readDocumentCommand(reader: LatexReader): void {
  const name = readName(reader);
  const spelled = name && reader.readGroup();
  if (!name || !spelled) return;
  readBody(reader, name, argumentsOfXparse(reader.text.slice(spelled.start, spelled.end)));
}

/** Letters of `CitationCommand.arguments` for xparse's; `undefined` for what has none. A star (`s`) is a parameter, but any citation may have one. */
function argumentsOfXparse(specification: string): string | undefined {
  let spelled = '';
  for (const [argument] of specification.matchAll(/[a-zA-Z](?:\s*\{[^{}]*\})*(?:\s*[<>()]{2})?|[^\s+!]/g)) {
    const letter = argument[0]!;
    if (letter === 'm') spelled += 'm';
    else if (letter === 'o' || letter === 'O') spelled += 'o';
    else if (letter === 's') spelled += '*';
    else if (/^[dD]\s*(<>|\(\))/.test(argument)) spelled += argument.includes('<') ? '<' : '(';
    else return undefined;
  }
  return spelled;
}

/** Reads a body and learns from it whether the command cites. `parameters`: one letter each, `undefined` if unknown. */
function readBody(reader: LatexReader, name: string, parameters: string | undefined): void {
  const start = skipToArgument(reader.text, reader.position);
  const single = reader.text.charCodeAt(start) === backslash;
  const outer = { citations: reader.citations, trailing: reader.trailing };
  reader.citations = [];
  reader.trailing = undefined;
  let body = '';
  let closed = true;
  reader.conditionals.apart(() => {
    if (single) {
      const source = readName(reader) ?? '';
      reader.trailing = reader.citationCommand(source);
      body = source;
    } else {
      const group = reader.readGroup(true);
      closed = group?.closed ?? true;
      body = group ? reader.text.slice(group.start, group.end) : '';
    }
  });
  const inner = { citations: reader.citations, trailing: reader.trailing };
  reader.citations = outer.citations;
  reader.trailing = outer.trailing;
  if (!closed) {
    // Half-typed: what looks like the body is the rest of the document.
    reader.citations.push(...inner.citations);
    return;
  }
  define(reader, name, parameters, inner, body);
}

function define(
  reader: LatexReader,
  name: string,
  parameters: string | undefined,
  inner: { citations: LatexCitation[]; trailing: CitationCommand | undefined },
  body: string,
): void {
  const command = parameters === undefined ? undefined : derivedCommand(parameters, inner, body);
  const before = reader.citationCommand(name);
  if (command) reader.setCommand(name, command);
  else if (parameters && !before && reader.conditionals.isSettled && leavesOut(parameters, body))
    reader.setCommand(name, { form: 'normal', arguments: leavesOut(parameters, body)! });
  else if ((!before || isDiscarding(before)) && !/[cC]it/.test(body)) reader.setCommand(name, undefined);
  const constant = inner.citations.flatMap(citation => {
    const keys = citation.keys.filter(({ key }) => !key.includes('#'));
    return keys.length ? [{ ...citation, keys }] : [];
  });
  if (constant.length) reader.bodies.set(name, constant);
  if (!parameters && body.length <= longestTextMacro && !/[\\#%]/.test(body))
    reader.textMacros.set(name, body.trim());
  if (!parameters && beginsVerbatim.test(body)) reader.verbatim.add(name);
}

/** The arguments of `\newcommand{\hide}[1]{}`, whose text is not printed; `undefined` where all is. */
function leavesOut(parameters: string, body: string): string | undefined {
  const spelled = [...parameters].map((parameter, index) =>
    parameter === 'm' && !body.includes(`#${index + 1}`) ? 'x' : parameter,
  );
  return spelled.includes('x') ? spelled.join('').replace('*', '') : undefined;
}

/** How `\newcommand{\name}[2][]{\textbf{#1} \citep[#1]{#2}}` cites, or `undefined` where it does not pass on its arguments simply. */
function derivedCommand(
  parameters: string,
  { citations, trailing }: { citations: LatexCitation[]; trailing: CitationCommand | undefined },
  body: string,
): CitationCommand | undefined {
  const citing = citations.filter(({ keys }) => keys.some(({ key }) => /^#\d$/.test(key)));
  const first = citing[0];
  if (!first) {
    const passedOn = parameters.replaceAll('*', '');
    return (
      trailing && {
        ...trailing,
        arguments: passedOn + trailing.arguments,
        ...(trailing.repeatsFrom !== undefined && { repeatsFrom: trailing.repeatsFrom + passedOn.length }),
      }
    );
  }
  const keyParameters = new Set(citing.flatMap(({ keys }) => keys.map(({ key }) => Number(key.slice(1)))));
  const note = (key: 'prefix' | 'locator') =>
    new Set(first.keys.map(cited => /^#(\d)$/.exec(cited[key] ?? '')?.[1]).map(Number));
  const prenotes = note('prefix');
  const postnotes = note('locator');
  const spelled = [...parameters].map((parameter, index) => {
    if (keyParameters.has(index + 1)) return 'k';
    if (parameter !== 'o') return parameter;
    return prenotes.has(index + 1) ? 'p' : postnotes.has(index + 1) ? 'P' : 'o';
  });
  if (!body || !spelled.includes('k')) return undefined;
  return { form: first.keys[0]!.form, arguments: spelled.join('').replace('*', '').replace('pP', 'n') };
}

/** biblatex: `\DeclareCiteCommand{\name}[\wrapper]{…}{…}{…}{…}` */
function declareCiteCommand(reader: LatexReader): void {
  const name = readName(reader);
  if (!name) return;
  const { citations } = reader;
  reader.citations = [];
  reader.readOption();
  for (let group = 0; group < 4 && reader.readGroup(true); group++);
  reader.citations = citations;
  reader.setCommand(
    name,
    reader.citationCommand(name) ?? { form: formByName(name), arguments: usualArguments },
  );
}

function declareMultiCiteCommand(reader: LatexReader): void {
  const name = readName(reader);
  if (name) reader.setCommand(name, { form: formByName(name), arguments: '((nk', repeatsFrom: 2 });
}

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

/** multibib: `\newcites{web,law}{Web,Law}` makes `\citeweb`, `\citepweb`, …, `\bibliographyweb`. */
function declareMultibib(reader: LatexReader): void {
  const group = reader.readGroup();
  if (!group?.closed) return;
  for (const suffix of reader.text.slice(group.start, group.end).split(',')) {
    for (const base of multibibCommands) {
      const command = reader.citationCommand(base);
      if (command) reader.setCommand(base + suffix.trim(), command);
    }
    reader.setAction(`bibliography${suffix.trim()}`, readBibliographyList);
  }
}
