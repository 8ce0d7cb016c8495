import type { KeyTemplate } from '../../citation';
import { parameterIn } from '../../edit/keyTemplate';
import { type CitationCommand, isDiscarding, unknownList } from '../citationCommand';
import type { LatexCitation } from '../latexDocument';
import { backslash, skipToArgument } from '../reader/characters';
import { readName } from '../reader/commandName';
import type { LatexReader } from '../reader/latexReader';
import { beginsVerbatim } from '../reader/verbatim';
import { defineStructure, structureIn } from './structureMacros';

/** Longer bodies are no file name or folder. */
const maxTextMacroLength = 200;

/** Reads a body and learns from it whether the command cites. `parameters`: one letter each, `undefined` if unknown. */
export function readBody(
  reader: LatexReader,
  name: string,
  parameters: string | undefined,
  isProvided = false,
): void {
  const start = skipToArgument(reader.text, reader.position);
  const single = reader.text.charCodeAt(start) === backslash;
  const outer = { citations: reader.citations, trailing: reader.trailing };
  reader.citations = [];
  reader.trailing = undefined;
  let body = '';
  let closed = true;
  const readInside = () => {
    if (single) {
      const source = readName(reader) ?? '';
      reader.trailing = reader.citationCommand(source);
      body = source;
    } else {
      const group = reader.readGroup(true);
      closed = group?.closed ?? true;
      body = group ? reader.text.slice(group.start, group.end) : '';
    }
  };
  const structure = structureIn(reader, () => reader.conditionals.apart(readInside));
  const inner = { citations: reader.citations, trailing: reader.trailing };
  reader.citations = outer.citations;
  reader.trailing = outer.trailing;
  if (!closed) {
    // Half-typed: what looks like the body is the rest of the document.
    reader.citations.push(...inner.citations);
    return;
  }
  define(reader, name, parameters, inner, body, isProvided);
  if (parameters && !reader.definedCommands.has(name)) defineStructure(reader, name, parameters, structure);
}

function define(
  reader: LatexReader,
  name: string,
  parameters: string | undefined,
  inner: { citations: LatexCitation[]; trailing: CitationCommand | undefined },
  body: string,
  isProvided: boolean,
): void {
  const command = parameters === undefined ? undefined : derivedCommand(parameters, inner, body);
  const before = reader.citationCommand(name);
  if (command) reader.setCommand(name, command);
  else if (parameters && !before && reader.conditionals.isSettled && leavesOut(parameters, body))
    reader.setCommand(name, { form: 'normal', arguments: leavesOut(parameters, body)! });
  else if (citesNothing(reader, before, body, inner)) reader.setCommand(name, undefined);
  const constant = inner.citations.flatMap(citation => {
    const keys = citation.keys.filter(({ key }) => !key.includes('#'));
    return keys.length ? [{ ...citation, keys }] : [];
  });
  if (constant.length) reader.bodies.set(name, constant);
  const isText = !parameters && body.length <= maxTextMacroLength && !/[\\#%]/.test(body);
  if (isText && !isProvided) reader.textMacros.set(name, body.trim());
  // The first that provides it counts.
  else if (isText && !reader.providedMacros.has(name)) reader.providedMacros.set(name, body.trim());
  reader.setValue(name, isText ? body.trim() : undefined);
  if (!parameters && beginsVerbatim.test(body)) reader.verbatim.add(name);
}

/**
 * Whether the body of a definition settles that the command does not cite what it is given: it holds no command that does or may, or
 * makes keys in a way that only TeX can follow. What a package's own command is redefined to must be known in every part.
 */
function citesNothing(
  reader: LatexReader,
  before: CitationCommand | undefined,
  body: string,
  { citations, trailing }: { citations: LatexCitation[]; trailing: CitationCommand | undefined },
): boolean {
  if (citations.some(({ keys }) => keys.some(({ key }) => key.includes('#')))) return true;
  if (trailing || /\\[a-zA-Z@]*[cC]it/.test(body)) return false;
  if (!before || isDiscarding(before)) return true;
  const used = [...body.matchAll(/\\([a-zA-Z@]+)/g)].map(match => match[1]!);
  return body !== '' && used.every(name => onlyPrints.has(name) || reader.isKnownNotToCite(name));
}

/** Commands of LaTeX that set their arguments as text. */
const onlyPrints: ReadonlySet<string> = new Set(
  (
    'textbf textit textsc textsf texttt textrm textsl textup textnormal emph underline mbox fbox text textcolor color colorbox ' +
    'bfseries itshape scshape ttfamily sffamily rmfamily small footnotesize scriptsize tiny normalsize large bf it em rm sc tt ' +
    'textsuperscript textsubscript ensuremath relax ignorespaces unskip xspace space quad footnote marginpar todo ref autoref nameref ' +
    'url href nolinkurl path protect MakeUppercase MakeLowercase hspace vspace par'
  ).split(' '),
);

/** What is set as it is written: `\detokenize{#1}`, `\string#1`. */
const setAsWritten = /\\detokenize\s{0,9}(?:\\expandafter\s{0,9})?\{[^{}]{0,200}\}|\\string\s{0,9}#\d/g;

/** The arguments of `\newcommand{\hide}[1]{}`, whose text is not read; `undefined` where all is. */
function leavesOut(parameters: string, body: string): string | undefined {
  const read = body.replace(setAsWritten, '');
  const spelled = [...parameters].map((parameter, index) =>
    parameter === 'm' && !read.includes(`#${index + 1}`) ? 'x' : parameter,
  );
  return spelled.includes('x') ? spelled.join('').replace('*', '') : undefined;
}

/** How `\newcommand{\name}[2][]{\textbf{#1} \citep[#1]{#2}}` cites, or `undefined` where it does not pass on its arguments simply. */
export function derivedCommand(
  parameters: string,
  { citations, trailing }: { citations: LatexCitation[]; trailing: CitationCommand | undefined },
  body: string,
): CitationCommand | undefined {
  const citing = citations.filter(({ keys }) => keys.some(({ key }) => parameterIn(key)));
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
  const made = citing.flatMap(({ keys }) => keys.flatMap(({ key }) => parameterIn(key) ?? []));
  const keyParameters = new Set(made.map(({ number }) => number));
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
  const templates = made.map(({ template }) => template);
  const isPlain = templates.every(({ before, after }) => !before && !after);
  // Several keys made in different ways: which of them belongs to which parameter is not followed.
  if (!isPlain && keyParameters.size > 1) return undefined;
  const list = citing.every(one => one.list === first.list) ? first.list : unknownList;
  return {
    form: first.keys[0]!.form,
    arguments: spelled.join('').replace('*', '').replace('pP', 'n'),
    ...(!isPlain && { templates: unique(templates) }),
    ...(list !== undefined && { list: list.includes('#') ? unknownList : list }),
  };
}

function unique(templates: readonly KeyTemplate[]): KeyTemplate[] {
  return [...new Map(templates.map(template => [`${template.before}#${template.after}`, template])).values()];
}
