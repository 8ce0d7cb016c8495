/** What citation styles and titles make: words set apart, the parts of an entry, and small capitals. */
const allowed =
  /<(?:(\/?)(i|b|em|strong|sup|sub|span|div)|(div) class="csl-(?:entry|left-margin|right-inline|block|indent)"|(span) (?:class="nocase"|style="(?:font-variant:\s?(?:small-caps|normal)|font-style:\s?(?:normal|italic|oblique)|font-weight:\s?(?:normal|bold)|text-decoration:\s?(?:none|underline)|baseline);?"))>/y;

/**
 * HTML of a formatter with no tag in it but those that format, each closed where it belongs: whatever a field of a file says, it is text.
 */
export function onlyMarkup(html: string): string {
  const open: string[] = [];
  let safe = '';
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at);
    safe += html
      .slice(at, next < 0 ? undefined : next)
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    if (next < 0) break;
    allowed.lastIndex = next;
    const [tag = '', closing, plain, division, span] = allowed.exec(html) ?? [];
    const name = plain ?? division ?? span ?? '';
    const isKept = tag !== '' && (!closing || open.at(-1) === name);
    if (isKept && closing) open.pop();
    else if (isKept) open.push(name);
    safe += isKept ? tag : '&lt;';
    at = next + (isKept ? tag.length : 1);
  }
  return (
    safe +
    open
      .reverse()
      .map(name => `</${name}>`)
      .join('')
  );
}
