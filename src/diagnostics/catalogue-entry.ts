/** One entry of the catalogue. */

export interface CatalogueEntry {
  readonly severity: 'error' | 'warning';
  /** One line: what is wrong, without values. */
  readonly summary: string;
  /** What to do: one or two instructions to the operator. */
  readonly advice: string;
  /**
   * For `explain`: what was found, why it matters (kernel function with release, or VT-d section), and what follows from it.
   */
  readonly explanation: string;
}
