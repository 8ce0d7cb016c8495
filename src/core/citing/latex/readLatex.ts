import { runToEnd, type Task } from '../../util/cooperative';
import { parseCommandPattern } from './citationCommand';
import { isParameter } from './citations/citationKeys';
import { commandTable } from './commands/commandTable';
import { useStructure } from './commands/structureMacros';
import type { LatexCitation, LatexDocument, LatexVocabulary, StructureMacro } from './latexDocument';
import { LatexReader } from './reader/latexReader';

/**
 * Reads one LaTeX file: what it cites and declares, as LaTeX would, in one pass over the text, half-typed or not.
 * `moreCommands` are the settings' patterns of citation commands, `others` what the rest of its project defines and uses.
 */
export function readLatex(
  text: string,
  moreCommands: readonly string[] = [],
  others?: LatexVocabulary,
): LatexDocument {
  return runToEnd(readLatexInSteps(text, moreCommands, others));
}

/** Reads a file by what others define that take in files for it, and before all of its project is known. */
export function readLatexWith(text: string, macros: ReadonlyMap<string, StructureMacro>): LatexDocument {
  return runToEnd(readLatexInSteps(text, [], undefined, macros));
}

/** The same, some lines at a time. */
export function* readLatexInSteps(
  text: string,
  moreCommands: readonly string[],
  others: LatexVocabulary | undefined,
  macros: ReadonlyMap<string, StructureMacro> = new Map(),
): Task<LatexDocument> {
  const reader = new LatexReader(text, commandTable, others);
  for (const [name, macro] of macros) useStructure(reader, name, macro);
  for (const [name, command] of others?.commands ?? []) reader.setCommand(name, command);
  for (const name of others?.plainCommands ?? []) reader.setCommand(name, undefined);
  for (const name of others?.verbatimEnvironments ?? []) reader.verbatim.add(name);
  for (const [name, options] of others?.packages ?? []) reader.packages.set(name, options);
  for (const pattern of moreCommands) {
    const command = parseCommandPattern(pattern);
    if (command) reader.setCommand(...command);
  }
  const given = {
    commands: new Map(reader.definedCommands),
    plain: new Set(reader.settledCommands),
    verbatim: new Set(reader.verbatim),
  };
  yield* reader.readAll();
  const citations = [...reader.citations];
  for (const [name, inDefinition] of reader.bodies)
    if (reader.used.has(name) || others?.usedCommands.has(name)) citations.push(...inDefinition);
  return {
    language: 'latex',
    citations: citations.flatMap(withoutParameters).sort((a, b) => a.start - b.start || b.end - a.end),
    bibliographies: reader.bibliographies,
    definedKeys: reader.definedKeys,
    inclusions: reader.inclusions,
    structureMacros: reader.structureMacros,
    fileTests: reader.fileTests,
    listMarks: reader.listMarks,
    writtenFiles: reader.writtenFiles,
    packages: reader.packages,
    ...(reader.conditionals.undecided.length > 0 && { undecided: reader.conditionals.undecided }),
    ...(reader.rootComment && { rootComment: reader.rootComment }),
    ...(reader.subfileOf && { subfileOf: reader.subfileOf }),
    isRoot: reader.isRoot,
    ...(others?.habits && { projectHabits: others.habits }),
    commands: reader.definedCommands,
    vocabulary: {
      commands: new Map(
        [...reader.definedCommands].filter(([name, command]) => given.commands.get(name) !== command),
      ),
      plainCommands: new Set([...reader.settledCommands].filter(name => !given.plain.has(name))),
      constants: reader.constants,
      verbatimEnvironments: new Set([...reader.verbatim].filter(name => !given.verbatim.has(name))),
      listingOptions: reader.listings.all,
      packages: reader.packages,
      usedCommands: reader.usedCommands,
    },
    textMacros: reader.textMacros,
    providedMacros: reader.providedMacros,
    externalDocuments: reader.externalDocuments,
    ...(reader.bodyStart !== undefined && { bodyStart: reader.bodyStart }),
    readBy: { moreCommands, ...(others && { others }) },
  };
}

/** `#1` is no key, wherever it stands. */
function withoutParameters(citation: LatexCitation): LatexCitation[] {
  if (citation.keys.length === 0) return [citation];
  const keys = citation.keys.filter(({ key }) => !isParameter(key) && !/#\d/.test(key));
  if (keys.length === citation.keys.length) return [citation];
  return keys.length ? [{ ...citation, keys }] : [];
}
