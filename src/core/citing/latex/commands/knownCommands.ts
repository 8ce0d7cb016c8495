import { type CitationCommand, formByName, usualArguments } from '../citationCommand';

const latex = 'cite nocite bibentry fullcite onlinecite citen citenum citeonline Cite';

const natbib =
  'citet citep citealt citealp citeauthor citefullauthor citeyear citeyearpar Citet Citep Citealt Citealp Citeauthor ' +
  'Citefullauthor citetalias citepalias shortcite';

const biblatex =
  'parencite Parencite footcite Footcite footcitetext Footcitetext textcite Textcite smartcite Smartcite supercite autocite ' +
  'Autocite citetitle Citetitle citedate citeurl footfullcite notecite Notecite pnotecite Pnotecite fnotecite Fnotecite mcite ' +
  'Mcite mparencite Mparencite mfootcite mfootcitetext mtextcite Mtextcite msupercite mautocite Mautocite';

const multicites =
  'cites Cites parencites Parencites footcites Footcites footcitetexts Footcitetexts smartcites Smartcites textcites Textcites ' +
  'supercites autocites Autocites';

const volumes =
  'volcite Volcite pvolcite Pvolcite fvolcite Fvolcite ftvolcite svolcite Svolcite tvolcite Tvolcite avolcite Avolcite';

const apacite =
  'citeA citeNP citeauthorNP citeyearNP citeAsong citesong citesongNP fullcite fullciteA fullciteNP fullciteauthor ' +
  'fullciteauthorNP shortcite shortciteA shortciteNP shortciteauthor shortciteauthorNP nocitemeta ' +
  'citeauthort citeauthorp Citeauthort Citeauthorp citefullauthort citefullauthorp shortcitet shortcitep shortcitealt shortcitealp ' +
  'shortCitet shortCitep shortCitealt shortCitealp shortciteauthort shortciteauthorp';

const otherStyles =
  'citeN citeANP citeNN shortciteN shortciteANP shortciteNN citeasnoun possessivecite citetitleonly footcitet footcitep ' +
  'footciteauthor footciteyear footcitetitle footcitealt footcitealp ocite ycite ocites ycites fullocite newcite citeauthoronline ' +
  'citework headlesscite headlessfullcite shorthandcite posscite Posscite posscites Posscites textcitealias parencitealias';

const quotes = 'textcquote blockcquote displaycquote';
const quotesInAnotherLanguage =
  'foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote foreigndisplaycquote hyphendisplaycquote';

/** Every command of LaTeX's bibliography packages that cites, without backslash and star. */
export const knownCommands: ReadonlyMap<string, CitationCommand> = table();

/** Environments whose `\begin` takes notes and a key: csquotes' displayed quotations. */
export const citingEnvironments: ReadonlySet<string> = new Set(
  [...knownCommands.keys()].filter(name => name.endsWith('displaycquote')),
);

/** The commands multibib makes anew for each bibliography of its own: `\newcites{web}{…}` gives `\citepweb`. */
export const multibibCommands: readonly string[] = `cite nocite ${natbib}`.split(' ');

function table(): Map<string, CitationCommand> {
  const commands = new Map<string, CitationCommand>();
  const add = (names: string, spelled: string, repeatsFrom?: number) => {
    for (const name of names.split(' '))
      commands.set(name, {
        form: formByName(name),
        arguments: spelled,
        ...(repeatsFrom !== undefined && { repeatsFrom }),
      });
  };
  add(`${latex} ${natbib} ${biblatex} ${apacite} ${otherStyles} ${quotes}`, usualArguments);
  for (const name of apacite.split(' ').concat('cite', 'citeauthor', 'citeyear', natbib.split(' ')))
    add(`mask${name}`, usualArguments);
  add(multicites, '((nk', 2);
  add(volumes, 'pmPk');
  add(volumes.replaceAll('cite', 'cites'), '((pmPk', 2);
  add(quotesInAnotherLanguage, 'mnk');
  add('citelist', 'nkom');
  commands.set('citefield', { form: 'normal', arguments: 'nkom', argumentsWith: { jurabib: 'nmk' } });
  commands.set('citename', { form: 'inText', arguments: 'nkom', packages: ['biblatex', 'harvard'] });
  add('citeaffixed', 'nkm');
  add('defcitealias', 'km');
  add('apud apudonline', 'nkk');
  return commands;
}
