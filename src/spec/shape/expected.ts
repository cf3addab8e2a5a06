/** What a schema allows, as words to follow "must be". */

/** The keywords that the words are made of; ajv gives the schema with each error. */
export interface SchemaPart {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly patternErrorMessage?: string;
}

/** Such as `an integer from 0 to 20`, `true or false`, `restore or keep`. */
export function expected(schema: SchemaPart): string {
  if (schema.patternErrorMessage !== undefined) return schema.patternErrorMessage.replace(/^Must be |\.$/g, '');
  if (schema.enum !== undefined) return schema.enum.join(' or ');
  if (schema.const !== undefined) return String(schema.const);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return types.map((type) => (type === 'integer' ? integer(schema) : (TYPE_WORDS[type] ?? type))).join(' or ');
}

function integer({ minimum, maximum }: SchemaPart): string {
  if (minimum !== undefined && maximum !== undefined) return `an integer from ${minimum} to ${maximum}`;
  return minimum === undefined ? 'an integer' : `an integer of at least ${minimum}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  null: 'nothing',
  object: 'a mapping',
  string: 'text',
};
