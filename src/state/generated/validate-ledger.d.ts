// Made by test/tools/generate-state.mjs from src/state/sealed-records.schema.json. Do not edit.
import type { Validate } from '../checked.ts';

export declare const validateLedger: Validate;
