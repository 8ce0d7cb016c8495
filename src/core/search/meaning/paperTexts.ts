import { sentences } from '../text/sentences';

/** Shorter sentences say too little to be found by. */
const shortestSentence = 20;

/** What is encoded of a paper: its texts as a whole, its title, and each sentence of its abstract. */
export function paperTexts(title: string, abstract: string | undefined): string[] {
  if (!abstract) return [title, title];
  const parts = sentences(abstract).map(([start, end]) => abstract.slice(start, end));
  return [`${title}. ${abstract}`, title, ...parts.filter(part => part.length > shortestSentence)];
}
