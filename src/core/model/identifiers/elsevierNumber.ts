/** `…/pii/S0140673697110960`, `cell.com/cell/fulltext/S0092-8674(20)30001-2`; with or without the scheme. */
const address =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:sciencedirect|elsevier|clinicalkey|cell)\.com\/\S*?\b(S\d{4}-?\d{3}[\dX]\(?\d\d\)?\d{5}-?[\dX])(?![\w-])/i;

/** The number that Elsevier gives a paper (PII: `S0140673697110960`), from the address of one of its pages, which show no DOI. */
export function elsevierNumber(url: string): string | undefined {
  return address.exec(url)?.[1]?.replace(/[()-]/g, '').toUpperCase();
}
