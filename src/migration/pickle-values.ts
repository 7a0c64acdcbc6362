/** What a pickle may hold here: plain values, and descriptions of the arrays that Python would build. */

/** A run of bytes: a view of the file, or text of which each character stands for one byte (protocols 0 to 2). */
export interface BytesValue {
  readonly kind: 'bytes';
  readonly content: Uint8Array | string;
}

export interface TupleValue {
  readonly kind: 'tuple';
  readonly items: readonly PickleValue[];
}

/** The functions and classes a file may name. They are words here: none of them exists in Lintel. */
export type GlobalName = 'reconstruct' | 'frombuffer' | 'ndarray' | 'dtype' | 'encode';

export interface GlobalValue {
  readonly kind: 'global';
  readonly name: GlobalName;
}

/** The type of the numbers of an array. */
export interface DtypeValue {
  readonly kind: 'dtype';
  readonly bytesPerNumber: 4 | 8;
  /** Null until its state is read. */
  littleEndian: boolean | null;
}

/** What an array holds. */
export interface ArrayContent {
  readonly shape: readonly number[];
  readonly dtype: DtypeValue;
  /** As many bytes as the shape and the type ask for; not yet looked at. */
  readonly data: BytesValue;
}

/** A numpy.ndarray, as described. */
export interface ArrayValue {
  readonly kind: 'array';
  /** Null until its state is read. */
  content: ArrayContent | null;
}

export interface DictValue {
  readonly kind: 'dict';
  readonly entries: Map<string, ArrayValue>;
}

export type PickleValue =
  | null
  | boolean
  | number
  | string
  | BytesValue
  | TupleValue
  | GlobalValue
  | DtypeValue
  | ArrayValue
  | DictValue;

/** The value as the given kind; null when it is of another. */
export function asKind<K extends 'bytes' | 'tuple' | 'global' | 'dtype' | 'array' | 'dict'>(
  value: PickleValue | undefined,
  kind: K,
): Extract<PickleValue, { kind: K }> | null {
  if (typeof value !== 'object' || value?.kind !== kind) return null;
  return value as Extract<PickleValue, { kind: K }>;
}
