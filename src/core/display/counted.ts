import { lazy } from '../util/lazy';
import { say } from '../util/say';

const grouped = lazy(() => new Intl.NumberFormat('en'));

/** `1 reference`, `4,001 references`. */
export function counted(count: number, noun: 'reference' | 'problem'): string {
  const number = countText(count);
  if (noun === 'problem') return count === 1 ? say('1 problem') : say('{0} problems', number);
  return count === 1 ? say('1 reference') : say('{0} references', number);
}

/** `4,001` */
export function countText(count: number): string {
  return grouped().format(count);
}

/** `cited once`, `cited 12 times` */
export function citedTimes(count: number): string {
  return count === 1 ? say('cited once') : say('cited {0} times', countText(count));
}
