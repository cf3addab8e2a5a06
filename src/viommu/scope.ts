/** Which entries an event concerns. */

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'pasid'; readonly domain: number; readonly pasid: number };

export const ALL: Scope = { kind: 'all' };
