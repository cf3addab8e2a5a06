// Made by test/tools/generate-machine.mjs from schema/machine.v1.schema.json. Do not edit.
import type { ErrorObject } from 'ajv';
import type { WrittenMachine } from './written-machine.ts';

export declare const validate: {
  (data: unknown): data is WrittenMachine;
  errors?: readonly ErrorObject[] | null;
};
/** The JSON Schema itself. */
export declare const schema: Readonly<Record<string, unknown>>;
