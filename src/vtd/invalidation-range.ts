/** What a PASID-IOTLB descriptor covers: 2^mask pages, naturally aligned as hardware takes them. */

import { PAGE_SHIFT } from '../model/page.ts';
import { DESCRIPTOR_FIELDS, pasidIotlbPage } from './descriptor-fields.ts';

/** Written anew by each descriptor, so that none makes an object. */
export interface PageRange {
  /** Number of the first page. */
  page: number;
  /** 2^mask pages; {@link WHOLE_MASK}: everything. */
  mask: number;
  /** Only last-level entries of the tables changed. */
  leaf: boolean;
}

/** 2^64 pages are more than there are. */
export const WHOLE_MASK = 64;
export const WHOLE_RANGE: Readonly<PageRange> = { page: 0, mask: WHOLE_MASK, leaf: false };

/** From here on there is no page left out. */
const ALL_PAGES_MASK = 64 - PAGE_SHIFT;

const { granularity, addressMask, leaf } = DESCRIPTOR_FIELDS['pasid-iotlb'];

/** @param words  of a PASID-IOTLB descriptor without a fault; all but `page` cover everything */
export function writeRange(into: PageRange, words: Uint32Array): void {
  const mask = addressMask(words, 0);
  const size = 2 ** mask;
  const isWhole = granularity(words, 0) !== 'page' || mask >= ALL_PAGES_MASK;
  into.page = isWhole ? 0 : Math.floor(pasidIotlbPage(words, 0) / size) * size;
  into.mask = isWhole ? WHOLE_MASK : mask;
  into.leaf = !isWhole && leaf(words, 0);
}
