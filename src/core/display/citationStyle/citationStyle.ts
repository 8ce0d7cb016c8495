import { say } from '../../util/say';

/** A style that can be used, or why it cannot. */
export type StyleCheck =
  | {
      readonly usable: true;
      readonly title: string;
      /** The style has no bibliography: a footnote style that gives full references in its notes. */
      readonly hasBibliography: boolean;
    }
  | { readonly usable: false; readonly problem: string };

/** What a style says of itself stands at the beginning of its file. */
const headLength = 20_000;

/** Looks at the text of a `.csl` file without running it. */
export function checkStyle(csl: string): StyleCheck {
  const head = csl.slice(0, headLength);
  if (!/<style\b[^>]*\bxmlns=["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(head))
    return { usable: false, problem: say('This file is not a CSL style.') };
  const title = textOf(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? '') || say('Untitled style');
  const parent = parentOf(head);
  if (parent)
    return {
      usable: false,
      problem: say('“{0}” only refers to the style “{1}”. Use that style’s own file instead.', title, parent),
    };
  if (!/<citation\b/.test(csl))
    return { usable: false, problem: say('“{0}” lacks its <citation> element.', title) };
  return { usable: true, title, hasBibliography: /<bibliography\b/.test(csl) };
}

/** The name of the style that a dependent style stands for; `undefined` when it stands for itself. */
export function parentStyle(csl: string): string | undefined {
  return parentOf(csl.slice(0, headLength));
}

function parentOf(head: string): string | undefined {
  for (const [link] of head.matchAll(/<link\b[^>]*>/g))
    if (/\brel=["']independent-parent["']/.test(link))
      return /\bhref=["']([^"']*)["']/.exec(link)?.[1]?.split('/').findLast(Boolean);
  return undefined;
}

function textOf(xml: string): string {
  return xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
}
