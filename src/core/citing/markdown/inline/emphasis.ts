/** No emphasis is longer that anyone wrote; it keeps hostile ones from being read over and over. */
const maxLength = 500;

/** Whether emphasis ends right before a position: `*Title*@key` cites nothing in Pandoc. */
export function closesEmphasis(text: string, at: number): boolean {
  const mark = text[at - 1];
  if (mark !== '*' && mark !== '_') return false;
  let start = at - 1;
  while (text[start - 1] === mark) start--;
  if (/[\s\\]/.test(text[start - 1] ?? ' ')) return false;
  let isOpen = false;
  for (let run = text.indexOf(mark, Math.max(0, start - maxLength)); run < start; ) {
    let end = run;
    while (text[end] === mark) end++;
    if (end - run === at - start && text[run - 1] !== '\\') {
      const next = text[end] ?? ' ';
      const before = text[run - 1] ?? ' ';
      if (isOpen) isOpen = /\s/.test(before);
      else isOpen = !/\s/.test(next) && (mark === '*' || !/[\p{L}\p{N}]/u.test(before));
    }
    run = text.indexOf(mark, end);
  }
  return isOpen;
}
