/** The pages that a PASID-IOTLB descriptor covers: 2^mask pages, aligned to their size as hardware aligns them. */

import { PAGE_SHIFT } from '../model/page.ts';
import { DESCRIPTOR_FIELDS, pasidIotlbPage } from './descriptor-fields.ts';

/** Reused by each descriptor, so that none makes an object. */
export interface PageRange {
  /** Number of the first page. */
  page: number;
  /** 2^mask pages; {@link WHOLE_MASK}: all pages. */
  mask: number;
  /** Only last-level entries of the tables changed. */
  leaf: boolean;
}

/** Stands for all pages: 2^64 are more than 64-bit addresses have. */
export const WHOLE_MASK = 64;
export const WHOLE_RANGE: Readonly<PageRange> = { page: 0, mask: WHOLE_MASK, leaf: false };

/** Masks from here on cover all pages, since 64-bit addresses have 2^52. */
const ALL_PAGES_MASK = 64 - PAGE_SHIFT;

const { granularity, addressMask, leaf } = DESCRIPTOR_FIELDS['pasid-iotlb'];

/** @param words  of a PASID-IOTLB descriptor without a fault; granularities other than `page` cover all pages */
export function writeRange(into: PageRange, words: Uint32Array): void {
  const mask = addressMask(words, 0);
  const size = 2 ** mask;
  const isWhole = granularity(words, 0) !== 'page' || mask >= ALL_PAGES_MASK;
  into.page = isWhole ? 0 : Math.floor(pasidIotlbPage(words, 0) / size) * size;
  into.mask = isWhole ? WHOLE_MASK : mask;
  into.leaf = !isWhole && leaf(words, 0);
}
