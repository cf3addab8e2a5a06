/** The authority over an object: the spec, through the planner, or a guest, whose engine attaches and detaches. */
export type Owner = 'spec' | 'guest';
