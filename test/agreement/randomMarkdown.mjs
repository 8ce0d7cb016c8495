import { randomNumbers } from '../support/randomNumbers.mjs';

/** Running text that is hard to read, `K` standing for a key of its own each time. */
const inlines =
  `text|a @K b|[@K]|[see @K, pp. 3-4; also @K]|[-@K]|@K [p. 3]|@K [see @K]|-@K|[@K and @K]|*see @K*|**@K**|_@K_
"see @K"|'@K'|it's @K's|["see" @K]|[*see* @K]|[see *@K*]|["@K"]|[see [@K]]|[[@K]]|[see [link](u) @K]|[link @K](http://x.org/@K)
![image @K](a.png "t @K")|[ref @K][label]|[label]|[label][]|[@K][label]|[@K](url)|[@K]{.c}|[span @K]{.c key="@K"}|[@K]: b|^[note @K]
\`@K\`|\`\`a \` @K\`\`|\` unclosed @K|\`@K\`{.r}|\`@K\`{=latex}|$@K$|$5 and @K $6|$$ @K $$|$a @K|\\\\@K|\\\\[@K]|\\\\(@K\\\\)|\\\\* @K|a\\\\\\\\@K
\\\\cite{@K}|\\\\foo[@K]{x} @K|\\\\foo {@K}|\\\\emph{@K|\\\\begin{x} @K \\\\end{x}|{@K}|(@K)|(see @K; @K)|{#id @K}|<b>@K</b>|<a title="@K">@K</a>|<!-- @K -->
<@K>|<me@K.org>|<http://x.org/@K>|me@K|me.@K|http://x.org/@K|a.@K|a. @K|...@K|é@K|—@K|/@K|&amp;@K|&@K|#@K|~@K~|^@K^|~~@K~~|H~@K~O|^[@K]|x^[@K; @K]
@K.|@K;|@K:b|@K-|@K--b|@K_b_|@K*|@{K a}|@{a{K}b}|@{K}s|@{K|@K{.x}|@K(x)|@K[|[@K|[@K;|[@K;]|[; @K]|@K]|[@K] [@K]|[@K][@K]|[@K](|[^1]|[^n @K]|[^x]
@1K|@_K|@*K|@*|@-K|@K/b|@K//b|@K.b|@K@K|@K @K|[@K @K]|[a@K]|[see a@K]|[@K, [p. 3]]|[@K [@K]]|[@K, {pp. @K}]|[@K](<u @K>)|**bold @K|*open @K|"open @K
www.x.org/@K|[a](b "c @K")|[a](b '@K' )|[a](b (c) @K)|[a](@K)|[a] (@K)|[a]
[@K]|<span class="@K">|</span>|<br/>@K|<div>@K</div>|</div>|<?php @K ?>|<!DOCTYPE @K>|<b @K|a < @K|a<@K|1 | @K|\\\\
|  |\\\\|---|--@K|@K--|-- @K|[-- @K]|[– @K]|«@K»|„@K“|“@K”|[@K; @K; ]|[see @K](u)[@K]|[@K]^[@K]|[@K, p. 3; *a; b* @K]|[\`;\` @K]|[a; b @K]|[@K; [a; b]]
[$;$ @K]|[<b;c> @K]|[@K; a\\\\; b]|[a \\\\] @K]|[@K **a** ; @K]|[\\\\@K]|[\\\\cite{a} @K]|[@K\\\\]|@K\\\\|\\\\@K@K|@K [**p**]|@K [[p]]|@K [p]{.c}|@K [p](u)|@K [a;b]|@K [@K](u)|@K  [p. 3]
@K [\`a\`]|@K[p]|@K [^1]|@K ^[x]|*@K [p. 3]*|*[@K]*|***@K***|_a_@K|*a*@K|a*@K*|"a"@K|'a'@K|)@K|]@K|}@K|>@K|$x$@K|\`x\`@K|<b>@K|\\\\x@K|\\\\x{}@K|[x]@K|[x](y)@K`
    .replace(/\\\\/g, '\\')
    .split(/[|\n](?! )/);

const blocks = [
  I => I(),
  I => `${I()}\n${I()}`,
  I => `# ${I()}`,
  I => `## ${I()} {#id .c}`,
  I => `#${I()}`,
  I => `${I()}\n=====`,
  I => `${I()}\n---`,
  () => '---',
  () => '* * *',
  () => '',
  I => `    ${I()}`,
  I => `\t${I()}`,
  I => `  ${I()}`,
  I => `\`\`\`\n${I()}\n\`\`\``,
  I => `\`\`\`{r, echo=FALSE}\n${I()}\n\`\`\``,
  I => `\`\`\` {.python #id}\n${I()}\n\`\`\``,
  I => `\`\`\`python\n${I()}\n\n${I()}\n~~~\n\`\`\`\``,
  I => `~~~~\n${I()}\n~~~\n~~~~~`,
  I => `\`\`\`\n${I()}`,
  I => `$$\n${I()}\n$$`,
  I => `<div class="x">\n${I()}\n</div>`,
  I => `<div>\n\n${I()}\n\n</div>`,
  I => `<div>${I()}`,
  () => `</div>`,
  I => `<p>${I()}</p>`,
  I => `<table><tr><td>${I()}</td></tr></table>`,
  I => `<table>\n<tr>\n<td>\n${I()}\n</td>\n</tr>\n</table>`,
  I => `<pre>${I()}\n\n${I()}</pre>`,
  I => `<script>\n${I()}\n</script>`,
  I => `<style>${I()}</style> ${I()}`,
  I => `<!-- ${I()}\n\n${I()} -->`,
  I => `${I()} <!-- ${I()}\n\n${I()} --> ${I()}`,
  I => `<!-- ${I()} --> ${I()}`,
  I => `<details><summary>${I()}</summary>\n${I()}\n</details>`,
  I => `\\begin{equation}\n${I()}\n\n${I()}\n\\end{equation}`,
  I => `\\begin{a}\\begin{b}${I()}\\end{b}\\end{a} ${I()}`,
  I => `\\newcommand{\\x}[1]{${I()}}`,
  I => `\\newpage ${I()}`,
  I => `\\section{${I()}}\n${I()}`,
  () => `\\foo`,
  I => `\\begin{x} ${I()}`,
  I => `| ${I()} | ${I()} |\n|---|:-:|\n| ${I()} | ${I()} |\n${I()} | x\n`,
  I => `${I()} | b\n--- | ---\nx | ${I()}\n\nTable: ${I()}`,
  I => `: ${I()}\n\n| a |\n|---|\n| ${I()} |`,
  I => `a   b\n--- ---\n${I()}   c\n`,
  I => `  a     b\n----- -----\nx     ${I()}\nyyyy  zz\n\n: ${I()}`,
  I => `-------\n a    b\n---- ----\nx    ${I()}\n\ny    z\n------\n\n  Table: ${I()}`,
  I =>
    `+-----+----------------+\n| a   | ${I().padEnd(14)} |\n+=====+================+\n| - x | ${I().padEnd(14)} |\n+-----+----------------+`,
  I => `[^1]: ${I()}`,
  I => `[^1]: ${I()}\n\n    ${I()}\n\n        ${I()}\n`,
  I => `[^x]:\n    ${I()}\n${I()}\n`,
  I => `Term ${I()}\n:   ${I()}\n${I()}\n\n    ${I()}`,
  I => `Term ${I()}\n\n:   ${I()}\n\n~   ${I()}`,
  I => `Term\n: ${I()}\n: ${I()}`,
  I => `| ${I()}\n|   ${I()}\n  ${I()}`,
  I => `::: {.note}\n${I()}\n:::`,
  I => `:::: note\n${I()}\n\n::: x\n${I()}\n:::\n::::`,
  I => `:::\n${I()}`,
  I => `::: note\n${I()}`,
  I => `[label]: http://x.org/ "${I()}"`,
  () => `[label]: <u>\n   'title'`,
  () => `[label @K]: u`,
  I => `---\na: ${I()}\n---`,
  I => `---\nabstract: |\n  ${I()}\n\n  ${I()}\n...`,
  I => `---\nnocite: '@K, @K'\nx: [a, "${I().replace(/["\\]/g, '')}"]\n---`,
  I => `(@) ${I()}`,
  I => `(@eg) ${I()}\n\nas (@eg) @eg [@eg; @K]`,
  I => `% title ${I()}`,
  I => `*[HTML]: ${I()}`,
  I => `<http://x.org>\n${I()}`,
  () => `\\`,
  I => `+ ${I()}`,
  () => `{@K}`,
];

const markers = [
  '- ',
  '* ',
  '+   ',
  '1. ',
  '2) ',
  '(3) ',
  'a. ',
  'iv. ',
  '#. ',
  '(@) ',
  '-\t',
  '10.  ',
  '- [ ] ',
  'B.  ',
  'B. ',
  '-     ',
];

/** A document of nasty pieces, the same for the same seed. */
export function randomDocument(seed) {
  const random = randomNumbers(seed);
  const pick = list => list[Math.floor(random() * list.length)];
  let keys = 0;
  const inline = () => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(inlines));
    return parts.join(pick([' ', ' ', ' ', '', '\n'])).replace(/K/g, () => `k${++keys}`);
  };
  const block = depth => {
    const kind = depth > 2 ? 1 : random();
    const inside = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => block(depth + 1));
    if (kind < 0.15) {
      const marker = pick(markers);
      const indent = ' '.repeat(pick([marker.length, marker.length, 4, 2, 0, 3]));
      return `${marker}${inside()
        .join(pick(['\n', '\n\n']))
        .replace(/\n(?=.)/g, `\n${indent}`)}`;
    }
    if (kind < 0.22)
      return `> ${inside()
        .join('\n\n')
        .replace(/\n/g, pick(['\n> ', '\n>', '\n']))}`;
    if (kind < 0.27) return `::: {.x}\n${inside().join('\n\n')}\n:::`;
    if (kind < 0.3) return `<div>\n${inside().join('\n\n')}\n</div>`;
    return pick(blocks)(inline).replace(/K/g, () => `k${++keys}`);
  };
  const count = 1 + Math.floor(random() * 3);
  return `${Array.from({ length: count }, () => block(0)).join(pick(['\n\n', '\n\n', '\n']))}\n`;
}
