const grouped = new Intl.NumberFormat('en');

/** `1 reference`, `4,001 references`. */
export function counted(count: number, noun: string): string {
  return `${grouped.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `4,001` */
export function countText(count: number): string {
  return grouped.format(count);
}

/** `once`, `12 times` */
export function times(count: number): string {
  return count === 1 ? 'once' : `${grouped.format(count)} times`;
}
