/** The opcodes of Python's pickle, by the names that `pickletools` gives them. */

/** Those that a dictionary of names and arrays needs. */
export const OP = {
  // Protocol 0: lines of text.
  MARK: 0x28,
  STOP: 0x2e,
  INT: 0x49,
  LONG: 0x4c,
  NONE: 0x4e,
  REDUCE: 0x52,
  UNICODE: 0x56,
  BUILD: 0x62,
  GLOBAL: 0x63,
  DICT: 0x64,
  GET: 0x67,
  PUT: 0x70,
  SETITEM: 0x73,
  TUPLE: 0x74,
  // Protocol 1: the same in binary.
  EMPTY_TUPLE: 0x29,
  BININT: 0x4a,
  BININT1: 0x4b,
  BININT2: 0x4d,
  BINUNICODE: 0x58,
  BINGET: 0x68,
  LONG_BINGET: 0x6a,
  BINPUT: 0x71,
  LONG_BINPUT: 0x72,
  SETITEMS: 0x75,
  EMPTY_DICT: 0x7d,
  // Protocol 2.
  PROTO: 0x80,
  TUPLE1: 0x85,
  TUPLE2: 0x86,
  TUPLE3: 0x87,
  NEWTRUE: 0x88,
  NEWFALSE: 0x89,
  // Protocol 3.
  BINBYTES: 0x42,
  SHORT_BINBYTES: 0x43,
  // Protocol 4.
  SHORT_BINUNICODE: 0x8c,
  BINUNICODE8: 0x8d,
  BINBYTES8: 0x8e,
  STACK_GLOBAL: 0x93,
  MEMOIZE: 0x94,
  FRAME: 0x95,
  // Protocol 5.
  BYTEARRAY8: 0x96,
} as const;

/** The protocol that brought an opcode; what is not listed is of protocol 0. */
const BROUGHT_BY = new Map<number, number>([
  ...[OP.EMPTY_TUPLE, OP.BININT, OP.BININT1, OP.BININT2, OP.BINUNICODE, OP.BINGET].map((op) => [op, 1] as const),
  ...[OP.LONG_BINGET, OP.BINPUT, OP.LONG_BINPUT, OP.SETITEMS, OP.EMPTY_DICT].map((op) => [op, 1] as const),
  ...[OP.PROTO, OP.TUPLE1, OP.TUPLE2, OP.TUPLE3, OP.NEWTRUE, OP.NEWFALSE].map((op) => [op, 2] as const),
  ...[OP.BINBYTES, OP.SHORT_BINBYTES].map((op) => [op, 3] as const),
  ...[OP.SHORT_BINUNICODE, OP.BINUNICODE8, OP.BINBYTES8, OP.STACK_GLOBAL, OP.MEMOIZE, OP.FRAME].map((op) => [op, 4] as const),
  [OP.BYTEARRAY8, 5],
]);

/** The oldest protocol, 0 to 5, that has this opcode. */
export function protocolOf(opcode: number): number {
  return BROUGHT_BY.get(opcode) ?? 0;
}

/** Opcodes of Python that are refused, with what they ask for: it completes "The file …". */
const REFUSED: Readonly<Partial<Record<number, string>>> = {
  0x30: 'throws a value away', // POP
  0x31: 'throws values away', // POP_MARK
  0x32: 'repeats a value', // DUP
  0x46: 'holds a single float', // FLOAT
  0x47: 'holds a single float', // BINFLOAT
  0x50: 'asks for an object that is kept outside it', // PERSID
  0x51: 'asks for an object that is kept outside it', // BINPERSID
  0x53: 'holds text of Python 2', // STRING
  0x54: 'holds text of Python 2', // BINSTRING
  0x55: 'holds text of Python 2', // SHORT_BINSTRING
  0x5d: 'holds a list', // EMPTY_LIST
  0x61: 'holds a list', // APPEND
  0x65: 'holds a list', // APPENDS
  0x6c: 'holds a list', // LIST
  0x6f: 'builds an object of a class', // OBJ
  0x81: 'builds an object of a class', // NEWOBJ
  0x82: "asks for something in Python's extension registry", // EXT1
  0x83: "asks for something in Python's extension registry", // EXT2
  0x84: "asks for something in Python's extension registry", // EXT4
  0x8a: 'holds an integer of more than 32 bits', // LONG1
  0x8b: 'holds an integer of more than 32 bits', // LONG4
  0x8f: 'holds a set', // EMPTY_SET
  0x90: 'holds a set', // ADDITEMS
  0x91: 'holds a set', // FROZENSET
  0x92: 'builds an object of a class', // NEWOBJ_EX
  0x97: 'keeps its numbers outside it', // NEXT_BUFFER
  0x98: 'keeps its numbers outside it', // READONLY_BUFFER
};

/** INST names a class and builds an object of it: refused like any other class, by name. */
export const INST = 0x69;

/** What an opcode that is not in `OP` asks for: completes "The file …". */
export function refusedOpcode(opcode: number): string {
  return REFUSED[opcode] ?? `has the byte 0x${opcode.toString(16).padStart(2, '0')} where a pickle has an instruction`;
}
