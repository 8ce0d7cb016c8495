import { formByName, usualArguments } from '../citationCommand';
import { readName } from '../reader/commandName';
import type { Action, LatexReader } from '../reader/latexReader';
import { multibibCommands } from './knownCommands';
import { defineStructure } from './structureMacros';

/** Commands of bibliography packages that make citation commands. */
export const packageDefinitions: readonly (readonly [names: string, Action])[] = [
  ['DeclareCiteCommand', declareCiteCommand],
  ['DeclareMultiCiteCommand', declareMultiCiteCommand],
  ['newcites', declareMultibib],
  ['newbibliography', declareMultibbl],
];

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

/** multibib: `\newcites{web,law}{Web,Law}` makes `\citeweb`, `\citepweb`, …, `\bibliographyweb`. */
function declareMultibib(reader: LatexReader): void {
  const group = reader.readGroup();
  if (!group?.closed) return;
  for (const suffix of reader.text.slice(group.start, group.end).split(',')) {
    const list = suffix.trim();
    for (const base of multibibCommands) {
      const command = reader.citationCommand(base);
      if (command) reader.setCommand(base + list, { ...command, list });
    }
    defineList(reader, `bibliography${list}`, list, '#1', 'm');
  }
}

/** From here on, and in the other files of the document, `command` declares the bibliographies of a list. */
function defineList(
  reader: LatexReader,
  command: string,
  list: string,
  path: string,
  parameters: string,
): void {
  const bibliographies = [{ path, command, list, start: 0, end: 0 }];
  defineStructure(reader, command, parameters, { inclusions: [], bibliographies, definedKeys: [] });
}

/** multibbl: `\newbibliography{web}` and then `\cite{web}{a,b}`, `\bibliography{web}{file}{Title}`. */
function declareMultibbl(reader: LatexReader): void {
  if (!reader.packages.has('multibbl')) return;
  reader.setCommand('cite', { form: 'normal', arguments: 'nlk' });
  reader.setCommand('nocite', { form: 'normal', arguments: 'lk' });
  defineList(reader, 'bibliography', '#1', '#2', 'mm');
}
