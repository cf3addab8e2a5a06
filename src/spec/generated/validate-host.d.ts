// Made by `npm run generate` from schema/host.v1.schema.json. Do not edit.
import type { ErrorObject } from 'ajv';
import type { WrittenSpec } from './written-spec.ts';

export declare const validate: {
  (data: unknown): data is WrittenSpec;
  errors?: readonly ErrorObject[] | null;
};
/** The JSON Schema itself. */
export declare const schema: Readonly<Record<string, unknown>>;
