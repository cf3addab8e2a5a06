/** Which entries an event concerns. It is valid during the event only: descriptors reuse one object. */

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'pasid'; readonly domain: number; readonly pasid: number };

export const ALL: Scope = { kind: 'all' };
