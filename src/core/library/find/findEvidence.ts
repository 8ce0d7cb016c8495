import type { Reference } from '../../model/reference';
import { SentenceFinder } from '../../search/meaning/nearestSentence';
import { VectorStore } from '../../search/meaning/vectorStore';
import type { Evidence } from '../libraryService';
import type { MeaningStore } from '../sources/sourceLoader';
import type { SummaryCache } from '../works/summaryCache';

export interface EvidenceParts {
  readonly briefs: SummaryCache;
  readonly meaning?: MeaningStore;
  readonly pause: () => Promise<void>;
}

/** Where nothing can be encoded words decide. */
const byWords = new SentenceFinder(new VectorStore(1), () => undefined);

/** What the abstract of a work says to a claim: that of the first of its references that has one. Others are answered between sentences. */
export async function findEvidence(
  claim: string,
  references: readonly Reference[],
  { briefs, meaning, pause }: EvidenceParts,
): Promise<Evidence> {
  const texts = references.map(reference => briefs.of(reference));
  const abstract = texts.find(text => text.abstract?.trim())?.abstract;
  await meaning?.ready;
  const steps = (meaning ?? byWords).nearest(claim, { title: texts[0]?.title ?? '', abstract });
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const { text, nearness } = step.value ?? {};
      return { ...(text !== undefined && { sentence: text }), ...(nearness !== undefined && { nearness }) };
    }
    await pause();
  }
}
