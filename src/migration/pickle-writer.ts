/** Writes names and vectors as a pickle of protocol 3: `dict[str, numpy.ndarray]`, float32, one dimension. */
import { OP } from './pickle-opcodes';
import { encodeUtf8 } from './pickle-text';

export interface NamedVector {
  readonly name: string;
  readonly vector: Float32Array;
}

/** Where the number type is remembered for the arrays after the first. */
const DTYPE_SLOT = 0;

/** −1 as four bytes. */
const MINUS_ONE = [OP.BININT, 0xff, 0xff, 0xff, 0xff];

/** `_reconstruct(ndarray, (0,), b'b')`. Only numpy 1.x calls the module so by itself; numpy 2.x still knows the name. */
const EMPTY_ARRAY = [
  ...global('numpy.core.multiarray', '_reconstruct'),
  ...global('numpy', 'ndarray'),
  ...[OP.BININT1, 0, OP.TUPLE1],
  ...[OP.SHORT_BINBYTES, 1, 0x62],
  ...[OP.TUPLE3, OP.REDUCE],
];

/** `dtype('f4', False, True)` with the state `(3, '<', None, None, None, -1, -1, 0)`, remembered. */
const DTYPE = [
  ...global('numpy', 'dtype'),
  ...[...text('f4'), OP.NEWFALSE, OP.NEWTRUE, OP.TUPLE3, OP.REDUCE],
  ...[OP.MARK, OP.BININT1, 3, ...text('<'), OP.NONE, OP.NONE, OP.NONE, ...MINUS_ONE, ...MINUS_ONE, OP.BININT1, 0, OP.TUPLE],
  ...[OP.BUILD, OP.BINPUT, DTYPE_SLOT],
];

/** The pickle. Names must differ, as Python would keep the last of two. */
export function writePickle(people: readonly NamedVector[]): Uint8Array {
  const entries = people.map((person, i) => entry(person, i === 0 ? DTYPE : [OP.BINGET, DTYPE_SLOT]));
  return joined([Uint8Array.of(OP.PROTO, 3, OP.EMPTY_DICT), ...entries.flat(), Uint8Array.of(OP.STOP)]);
}

/** One entry, in the order of the state of an array: version, shape, number type, column order, bytes. */
function entry({ name, vector }: NamedVector, dtype: readonly number[]): Uint8Array[] {
  const data = littleEndian(vector);
  const shape = [OP.BININT, ...fourBytes(vector.length), OP.TUPLE1];
  const state = [OP.MARK, OP.BININT1, 1, ...shape, ...dtype, OP.NEWFALSE, OP.BINBYTES, ...fourBytes(data.length)];
  return [
    Uint8Array.from([...text(name), ...EMPTY_ARRAY, ...state]),
    data,
    Uint8Array.of(OP.TUPLE, OP.BUILD, OP.SETITEM),
  ];
}

function global(module: string, member: string): number[] {
  return [OP.GLOBAL, ...encodeUtf8(`${module}\n${member}\n`)];
}

function text(value: string): number[] {
  const bytes = encodeUtf8(value);
  return [OP.BINUNICODE, ...fourBytes(bytes.length), ...bytes];
}

function fourBytes(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff];
}

function littleEndian(vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vector.length * 4);
  const view = new DataView(bytes.buffer);
  vector.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
