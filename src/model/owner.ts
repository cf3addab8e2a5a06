/** Who wants a thing so: the spec, whose things the planner plans, or a guest, whose things its engine attaches and detaches. */
export type Owner = 'spec' | 'guest';
