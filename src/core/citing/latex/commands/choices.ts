import type { Action, LatexReader } from '../reader/latexReader';

/**
 * Commands that set one of two arguments: `\iftoggle{draft}{…}{…}` of etoolbox, `\ifthenelse{\boolean{draft}}{…}{…}` of ifthen. What is
 * not set cites nothing. The switches are conditionals of the reader, under names that no command has.
 */
export const choiceCommands: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['newtoggle', declare('toggle')],
  ['providetoggle', declare('toggle')],
  ['toggletrue', set('toggle', true)],
  ['togglefalse', set('toggle', false)],
  ['settoggle', setTo('toggle')],
  ['iftoggle', choose('toggle', true)],
  ['nottoggle', choose('toggle', false)],
  ['newbool', declare('bool')],
  ['providebool', declare('bool')],
  ['newboolean', declare('bool')],
  ['provideboolean', declare('bool')],
  ['booltrue', set('bool', true)],
  ['boolfalse', set('bool', false)],
  ['setbool', setTo('bool')],
  ['setboolean', setTo('bool')],
  ['ifbool', choose('bool', true)],
  ['notbool', choose('bool', false)],
  ['ifthenelse', chooseByTest],
  ['IfFileExists', readFileTest],
]);

/** A toggle has a name that no command can have; a boolean `draft` is the conditional `\ifdraft`. */
function switchName(reader: LatexReader, kind: 'toggle' | 'bool'): string | undefined {
  const name = textOfGroup(reader);
  return name === undefined ? undefined : kind === 'bool' ? `if${name}` : `toggle ${name}`;
}

function textOfGroup(reader: LatexReader): string | undefined {
  const group = reader.readGroup();
  return group?.closed ? reader.text.slice(group.start, group.end).trim() : undefined;
}

/** Other files that set a switch by a command of their own cannot be looked into from here: then it is open. */
function isSetOnlyHere(reader: LatexReader): boolean {
  const setters = [
    'toggletrue',
    'togglefalse',
    'settoggle',
    'booltrue',
    'boolfalse',
    'setbool',
    'setboolean',
  ];
  return !setters.some(name => reader.others?.usedCommands.has(name));
}

function declare(kind: 'toggle' | 'bool'): Action {
  return reader => {
    const name = switchName(reader, kind);
    if (name) reader.conditionals.declare(name, reader.isOutermost && isSetOnlyHere(reader));
  };
}

function set(kind: 'toggle' | 'bool', value: boolean): Action {
  return reader => {
    const name = switchName(reader, kind);
    if (name) reader.conditionals.set(name, value, reader.isOutermost && isSetOnlyHere(reader));
  };
}

function setTo(kind: 'toggle' | 'bool'): Action {
  return reader => {
    const name = switchName(reader, kind);
    const value = textOfGroup(reader);
    if (name && (value === 'true' || value === 'false'))
      reader.conditionals.set(name, value === 'true', reader.isOutermost && isSetOnlyHere(reader));
  };
}

function choose(kind: 'toggle' | 'bool', isFirst: boolean): Action {
  return reader => {
    const name = switchName(reader, kind);
    const value = name && reader.conditionals.valueOf(name);
    if (typeof value === 'boolean') readChosen(reader, value === isFirst);
  };
}

/** Tests of one switch or two texts; others are left open. */
function chooseByTest(reader: LatexReader): void {
  const test = textOfGroup(reader) ?? '';
  const [, negated, flag] = /^(\\(?:not|NOT)\s*)?\\boolean\s*\{\s*([^{}\s]+)\s*\}$/.exec(test) ?? [];
  const value = flag && reader.conditionals.valueOf(`if${flag}`);
  if (typeof value === 'boolean') readChosen(reader, value !== Boolean(negated));
}

/** `\IfFileExists{file}{…}{…}`: the files tell which of the two is set. */
function readFileTest(reader: LatexReader): void {
  const path = textOfGroup(reader);
  if (path !== undefined) readBranches(reader, path);
}

/** Reads two arguments, of which the first is set where there is such a file, and the second where there is none. */
export function readBranches(reader: LatexReader, path: string): void {
  const [ifThere, otherwise] = [reader.readGroup(true), reader.readGroup(true)];
  if (ifThere && otherwise && !reader.conditionals.isInDefinition)
    reader.fileTests.push({ path, ifThere, otherwise });
}

/** Reads two arguments, of which the first or the second is set. */
function readChosen(reader: LatexReader, isFirst: boolean): void {
  for (const isSet of [isFirst, !isFirst]) {
    const { citations } = reader;
    if (!isSet) reader.citations = [];
    reader.readGroup(true);
    reader.citations = citations;
  }
}
