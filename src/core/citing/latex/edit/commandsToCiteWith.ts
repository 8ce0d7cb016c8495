import type { CitingCommand } from '../../citationLanguage';
import { formByName } from '../citationCommand';
import type { LatexDocument } from '../latexDocument';
import { commandsOf } from './chooseCommand';

const natbib = 'citep citet citep* citet* citealp citealt citeauthor citeauthor* citeyear citeyearpar cite';
const biblatex =
  'autocite parencite textcite footcite smartcite supercite cite citeauthor citeyear citetitle parencite* autocite* fullcite footfullcite nocite';
const apacite = 'cite citeA citeNP citeauthor citeyear fullcite shortcite';

/**
 * The commands of the bibliography package that a document loads, the common ones first, then those that the document and its project define.
 * All take notes and keys, as nearly all do; of the document's own only those that do.
 */
export function commandsToCiteWith({ packages, commands, citations }: LatexDocument): CitingCommand[] {
  const own = [...commands].flatMap(([name, command]) =>
    isCommand(name) && /^<?[npPo]*k$/.test(command.arguments) && !command.templates ? [name] : [],
  );
  const used = citations
    .map(({ command }) => command)
    .filter(name => isCommand(name) && commands.has(name.replace(/\*$/, '')));
  const names = [...ofPackages(packages).split(' '), ...used, ...own];
  return [...new Set(names)].map(name => ({
    name,
    form: commands.get(name)?.form ?? formByName(name),
  }));
}

/** And no environment: `begin{claim}`. */
function isCommand(name: string): boolean {
  return !name.includes('{');
}

function ofPackages(packages: LatexDocument['packages']): string {
  if (packages.has('biblatex')) return biblatex;
  const { inText } = commandsOf(packages);
  if (inText === 'citet') return natbib;
  return inText === 'citeA' ? apacite : `cite ${inText}`;
}
