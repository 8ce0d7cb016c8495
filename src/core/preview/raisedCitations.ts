import type Token from 'markdown-it/lib/token.mjs';

/** A raised number stands at its word: the blank before it goes, as Pandoc does it. */
export function withoutSpaceBeforeRaised(tokens: Token[], citationToken: string): void {
  for (let index = tokens.length - 1; index > 0; index--) {
    const token = tokens[index]!;
    if (token.type !== citationToken || !/^<span[^>]*><(?:a|span)[^>]*><sup>/.test(token.content)) continue;
    const before = tokens[index - 1]!;
    if (before.type === 'text') before.content = before.content.replace(/[ \t]+$/, '');
    else if (before.type === 'softbreak') tokens.splice(index - 1, 1);
  }
}
