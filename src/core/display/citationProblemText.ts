import type { CitationProblem, OtherList, UnreadReason } from '../model/citationProblem';
import { say } from '../util/say';

/** What is said of a problem, in the editor and on the command line. */
export function citationProblemText(problem: CitationProblem): string {
  switch (problem.code) {
    case 'undefined-key':
      return problem.inOtherList
        ? keyOfOtherListText(problem.key, problem.inOtherList)
        : undefinedKeyText(problem.key);
    case 'missing-bibliography':
    case 'unreadable-bibliography':
      return unreadText(problem.path, problem.reason);
    case 'duplicate-key':
      return say(
        '“{0}” is defined in more than one bibliography: {1}.',
        problem.key,
        fileNames(problem.sources),
      );
  }
}

export function undefinedKeyText(key: string): string {
  return say('The key “{0}” is in no bibliography of this document.', key);
}

function keyOfOtherListText(key: string, { applying, defining }: OtherList): string {
  return say(
    'The key “{0}” is in {1}, but the references of this part of the document are taken from {2} alone.',
    key,
    fileNames(defining),
    fileNames(applying),
  );
}

function fileNames(sources: readonly string[]): string {
  return sources.map(source => source.slice(source.lastIndexOf('/') + 1)).join(', ');
}

function unreadText(path: string, reason: UnreadReason): string {
  switch (reason) {
    case 'missing':
      return say('The bibliography “{0}” is missing: there is no such file.', path);
    case 'unreadable':
      return say('The bibliography “{0}” could not be read.', path);
    case 'remote':
      return say('The bibliography “{0}” is on the web, which is not read.', path);
    case 'computed':
      return say('The bibliography “{0}” is known only when the document is rendered.', path);
    case 'untrusted':
      return say(
        'The bibliography “{0}” lies outside of this workspace, and is not read before you trust it.',
        path,
      );
  }
}
