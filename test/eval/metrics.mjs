// Measures of a ranked list against graded judgements, each 0 to 1.
const depth = 10;

/** Discounted gain of the first ten against the best possible order of them. Gains are the grades themselves. */
export function ndcg(ranked, grades) {
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(ranked.map(id => grades.get(id) ?? 0)) / ideal;
}

function gain(grades) {
  return grades.slice(0, depth).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}

/** One over the rank of the first of the best grade within ten. */
export function reciprocalRank(ranked, grades) {
  const best = Math.max(...grades.values());
  const rank = ranked.slice(0, depth).findIndex(id => grades.get(id) === best);
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** The share of what is relevant that is among the first ten. */
export function recall(ranked, grades) {
  const found = ranked.slice(0, depth).filter(id => (grades.get(id) ?? 0) > 0).length;
  return found / Math.min(depth, grades.size);
}

export const measures = { 'nDCG@10': ndcg, 'MRR@10': reciprocalRank, 'Recall@10': recall };
