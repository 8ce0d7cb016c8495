import type { Form, KeyTemplate } from '../citation';

/** How a LaTeX command cites. */
export interface CitationCommand {
  readonly form: Form;
  /**
   * Its arguments in order, one letter each:
   * `k` keys `{a,b}`, `m` any other `{…}`, `n` notes `[post]` or `[pre][post]`, `p` prenote `[…]`, `P` postnote `[…]`,
   * `x` a `{…}` that is not printed, `l` one that names the list of references, `o` any other `[…]`, `<` prenote `<…>` (apacite;
   * an overlay in beamer), `(` note `(…)` of a multicite.
   */
  readonly arguments: string;
  /** The arguments from `repeatsFrom` on may come several times: `\cites[1]{a}[2]{b}`. */
  readonly repeatsFrom?: number;
  /** What it cites for each key it is given, where that is another: `\newcommand{\bookcite}[1]{\cite{book:#1}}`. */
  readonly templates?: readonly KeyTemplate[];
  /** It cites only where one of these is loaded; elsewhere its name means something else. */
  readonly packages?: readonly string[];
  /** Its arguments where another package than the one that made it known gives it: jurabib's `\citefield{author}{key}`. */
  readonly argumentsWith?: Readonly<Record<string, string>>;
  /** The list of references that it cites from, where that has a name: `web` of multibib's `\citepweb`. */
  readonly list?: string;
}

/** The list of a command of which nobody knows from which it cites. */
export const unknownList = '?';

/** It cites nothing, and what its argument cites is left out: `\newcommand{\hide}[1]{}`. */
export function isDiscarding(command: CitationCommand): boolean {
  return !command.arguments.includes('k');
}

/** `\cite<pre>[post]{keys}` and `\citep[pre][post]{keys}`: what nearly all commands take. */
export const usualArguments = '<nk';

/**
 * A command from the settings. `mycite` takes the usual arguments; `\mycite[]{}{key}` shows its own, the one named `key` or `keys`
 * holding the keys. `undefined` when it cannot be understood.
 */
export function parseCommandPattern(pattern: string): [string, CitationCommand] | undefined {
  const match = /^\s*\\?([A-Za-z@]+)\*?\s*((?:\[[^[\]{}]*\]|\{[^[\]{}]*\}|\s)*)$/.exec(pattern);
  if (!match?.[1]) return undefined;
  const [, name, shown = ''] = match;
  const groups = [...shown.matchAll(/\[[^\]]*\]|\{([^}]*)\}/g)];
  const spelled = groups.map(([group, inside]) =>
    group[0] === '[' ? 'o' : /^\s*keys?\s*$/.test(inside ?? '') ? 'k' : 'm',
  );
  const lastMandatory = spelled.lastIndexOf('m');
  if (spelled.length && !spelled.includes('k') && lastMandatory >= 0) spelled[lastMandatory] = 'k';
  const valid = spelled.length === 0 || spelled.includes('k');
  return valid
    ? [name, { form: formByName(name), arguments: spelled.join('') || usualArguments, list: unknownList }]
    : undefined;
}

/** The form a command has by the naming that all packages follow: `\citet`, `\Textcite`, `\citeA`; `\citeyearpar`. */
export function formByName(name: string): Form {
  const lower = name.toLowerCase();
  if (/citeyear|citedate/.test(lower)) return 'suppressAuthor';
  if (
    /citeauthor|textcite|citet(s|alias)?$|citeonline$|onlinecite$|citeasnoun|possessivecite|newcite/.test(
      lower,
    )
  )
    return 'inText';
  return /[cC]ite(A|N|Asong)$|^o?[cf]?ocites?$|^ycites?$/.test(name) ? 'inText' : 'normal';
}

/** Contain `cite` but set, print or test something: they do not cite. */
const notCiting = new Set(
  (
    'citestyle shortcites setcitestyle citetext citename citenamefont citenumfont citedash citepunct citeleft citeright citeform citemid ' +
    'citesetup citereset citeindextype citeindextrue citeindexfalse citetracker citetrackertrue citetrackerfalse citecount ' +
    'citeauthoryear citeauthoryearpar citecolor citeends citestarts citeright citeopen citeclose citesep citesize citeprefix ' +
    'citationstyle bibcite harvardcite newcites newcitecommand mancite citeorder citedest citesel citeAltPunct ' +
    'excite incite recite solicite calcite tableofcites citeswithoutentry citefullfirstfortype citenotitlefortype ' +
    'citetitlefortype citeworkwithtitle nextcitefull nextcitenotitle nextcitereset nextciteshort jbcitetitle SetCiteCommand ' +
    'AtEveryCite AtNextCite AtNextCitekey citelabel citefont citehook citeblock citetype citewidth citeskip citespace'
  ).split(' '),
);

/**
 * Whether a command nobody has told us about cites, by its name: `\yrcite`, `\citejournal`, `\mycitep`. Such names come from
 * style files out of reach. Without this half the documents with a journal's own commands would look uncited.
 */
export function looksLikeCiting(name: string): boolean {
  return (
    (/^[cC]ite[a-zA-Z]*$/.test(name) || /[cC]ite(s|[tp]s?|al[tp]|author|year|yearpar|title)?$/.test(name)) &&
    !notCiting.has(name) &&
    !/^(if|the|print|set|the|At|Declare|Define|mk|use|new|renew|blx)[A-Za-z]*[cC]ite/.test(
      name.replace(/^newcite$/, ''),
    )
  );
}
