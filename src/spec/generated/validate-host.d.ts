// Made by `npm run generate` from schema/host.v1.schema.json. Do not edit.
import type { ErrorObject } from 'ajv';
import type { WrittenSpec } from './written-spec.ts';

interface Validate<T> {
  (data: unknown): data is T;
  errors?: readonly ErrorObject[] | null;
}

export declare const validateSpec: Validate<WrittenSpec>;
export declare const validateDevice: Validate<unknown>;
export declare const validateViommu: Validate<unknown>;
export declare const validateMemory: Validate<unknown>;
export declare const validateBinding: Validate<unknown>;
export declare const validateAccepted: Validate<unknown>;
export declare const validateName: Validate<unknown>;
export declare const validatePasidRange: Validate<unknown>;
/** The JSON Schema itself. */
export declare const schema: Readonly<Record<string, unknown>>;
