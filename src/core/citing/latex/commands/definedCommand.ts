import { type CitationCommand, isDiscarding } from '../citationCommand';
import type { LatexCitation } from '../latexDocument';
import { backslash, skipToArgument } from '../reader/characters';
import { readName } from '../reader/commandName';
import type { LatexReader } from '../reader/latexReader';
import { beginsVerbatim } from '../reader/verbatim';

/** Longer bodies are no file name or folder. */
const maxTextMacroLength = 200;

/** Reads a body and learns from it whether the command cites. `parameters`: one letter each, `undefined` if unknown. */
export function readBody(reader: LatexReader, name: string, parameters: string | undefined): void {
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
  if (!parameters && body.length <= maxTextMacroLength && !/[\\#%]/.test(body))
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
