import { formByName, usualArguments } from '../citationCommand';
import { readName } from '../reader/commandName';
import type { Action, LatexReader } from '../reader/latexReader';
import { multibibCommands } from './knownCommands';
import { readBibliographyList } from './structureCommands';

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
    for (const base of multibibCommands) {
      const command = reader.citationCommand(base);
      if (command) reader.setCommand(base + suffix.trim(), command);
    }
    reader.setAction(`bibliography${suffix.trim()}`, readBibliographyList);
  }
}

/** multibbl: `\newbibliography{web}` and then `\cite{web}{a,b}`, `\bibliography{web}{file}{Title}`. */
function declareMultibbl(reader: LatexReader): void {
  if (!reader.packages.has('multibbl')) return;
  reader.setCommand('cite', { form: 'normal', arguments: 'nxk' });
  reader.setCommand('nocite', { form: 'normal', arguments: 'xk' });
  reader.setAction('bibliography', (reader, command, start) => {
    reader.readGroup();
    readBibliographyList(reader, command, start);
  });
}
