/** What REDUCE and BUILD mean for the few globals of numpy that are allowed: descriptions, and nothing that runs. */
import { neverRun, quote, unreadable } from './pickle-error';
import { type ArrayContent, asKind, type BytesValue, type DtypeValue, type GlobalName, type PickleValue } from './pickle-values';

/** Every global that is allowed, as module and name: those of numpy 1.x and 2.x, and the one that carries bytes up to protocol 2. */
const ALLOWED = new Map<string, GlobalName>([
  ['numpy.core.multiarray _reconstruct', 'reconstruct'],
  ['numpy._core.multiarray _reconstruct', 'reconstruct'],
  ['numpy.core.numeric _frombuffer', 'frombuffer'],
  ['numpy._core.numeric _frombuffer', 'frombuffer'],
  ['numpy ndarray', 'ndarray'],
  ['numpy dtype', 'dtype'],
  ['_codecs encode', 'encode'],
]);

/** Most dimensions an array has in numpy 1.x. */
const MAX_DIMENSIONS = 32;

/** The word for a global. @throws PickleError for every other, by name. */
export function allowedGlobal(module: string, member: string): GlobalName {
  const name = ALLOWED.get(`${module} ${member}`);
  if (name === undefined) throw neverRun(module, member);
  return name;
}

/** What calling `callee` with `args` would describe. @throws PickleError for a call that Python's pickle does not write. */
export function reduce(callee: PickleValue | undefined, args: PickleValue | undefined): PickleValue {
  const name = asKind(callee, 'global')?.name;
  const items = asKind(args, 'tuple')?.items;
  if (name === undefined || items === undefined) throw unreadable('calls something that is not a function');
  switch (name) {
    case 'encode':
      return encoded(items);
    case 'reconstruct':
      if (!isEmptyArrayCall(items)) throw unreadable('starts an array in an unknown way');
      return { kind: 'array', content: null };
    case 'frombuffer':
      return { kind: 'array', content: fromBuffer(items) };
    case 'dtype':
      return dtypeOf(items);
    case 'ndarray':
      throw unreadable('builds an object of the class numpy.ndarray by itself');
  }
}

/** Gives a described array or number type its state, once. @throws PickleError for a state that numpy does not write. */
export function build(target: PickleValue | undefined, state: PickleValue | undefined): void {
  const items = asKind(state, 'tuple')?.items ?? [];
  const dtype = asKind(target, 'dtype');
  const array = asKind(target, 'array');
  if (dtype !== null && dtype.littleEndian === null) {
    dtype.littleEndian = byteOrderOf(items);
  } else if (array !== null && array.content === null) {
    const [version, shape, type, fortran, data] = items;
    if (items.length !== 5 || version !== 1 || typeof fortran !== 'boolean') throw unknownState();
    array.content = contentOf(shape, type, data);
  } else {
    throw unreadable('gives a state to something that takes none');
  }
}

/** `_codecs.encode(text, 'latin1')`, which is how protocols 0 to 2 write bytes. */
function encoded(items: readonly PickleValue[]): BytesValue {
  const [text, codec] = items;
  const isBytes = items.length === 2 && typeof text === 'string' && codec === 'latin1';
  if (!isBytes) throw unreadable('uses _codecs.encode for something other than bytes');
  return { kind: 'bytes', content: text };
}

/** `_reconstruct(ndarray, (0,), b'b')`: the empty array that every array starts from. */
function isEmptyArrayCall(items: readonly PickleValue[]): boolean {
  const [type, shape, code] = items;
  const dimensions = asKind(shape, 'tuple')?.items;
  const content = asKind(code, 'bytes')?.content;
  const isCodeB = content === 'b' || (content instanceof Uint8Array && content.length === 1 && content[0] === 0x62);
  const isEmpty = dimensions?.length === 1 && dimensions[0] === 0;
  return items.length === 3 && asKind(type, 'global')?.name === 'ndarray' && isEmpty && isCodeB;
}

/** `_frombuffer(data, dtype, shape, order)`, which is how protocol 5 writes arrays. */
function fromBuffer(items: readonly PickleValue[]): ArrayContent {
  const [data, type, shape, order] = items;
  if (items.length !== 4 || (order !== 'C' && order !== 'F')) throw unknownState();
  return contentOf(shape, type, data);
}

/** `dtype('f4', False, True)`; older numpy writes 0 and 1 for the two. */
function dtypeOf(items: readonly PickleValue[]): DtypeValue {
  const [code, align, copy] = items;
  const isKnownCall = items.length === 3 && typeof code === 'string' && (align === false || align === 0) && (copy === true || copy === 1);
  if (!isKnownCall) throw unreadable('describes numbers in an unknown way');
  if (code !== 'f4' && code !== 'f8') throw unreadable(`holds numbers of the type "${quote(code)}" and not float32`);
  return { kind: 'dtype', bytesPerNumber: code === 'f4' ? 4 : 8, littleEndian: null };
}

/** `(3, '<', None, None, None, -1, -1, 0)`: true for `<`, false for `>`. */
function byteOrderOf(items: readonly PickleValue[]): boolean {
  const order = items[1];
  const rest = [3, order, null, null, null, -1, -1, 0];
  if (items.length !== rest.length || !rest.every((item, i) => item === items[i])) throw unknownState();
  if (order !== '<' && order !== '>') throw unreadable('does not say in which order the bytes of a number stand');
  return order === '<';
}

function contentOf(shapeValue?: PickleValue, dtypeValue?: PickleValue, dataValue?: PickleValue): ArrayContent {
  const dtype = asKind(dtypeValue, 'dtype');
  const data = asKind(dataValue, 'bytes');
  const shape = asKind(shapeValue, 'tuple')?.items;
  if (dtype === null || data === null || shape === undefined) throw unknownState();
  const isShape = (items: readonly PickleValue[]): items is number[] =>
    items.length <= MAX_DIMENSIONS && items.every((side) => typeof side === 'number' && side >= 0);
  if (dtype.littleEndian === null || !isShape(shape)) throw unknownState();
  const bytes = shape.reduce((count, side) => count * side, dtype.bytesPerNumber);
  if (bytes !== data.content.length) throw unreadable('has an array with more or fewer bytes than its shape asks for');
  return { shape, dtype, data };
}

function unknownState(): Error {
  return unreadable('describes an array in an unknown way');
}
