/** Which entries an event concerns; nobody keeps it beyond the event, since descriptors write theirs anew. */

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'pasid'; readonly domain: number; readonly pasid: number };

export const ALL: Scope = { kind: 'all' };
