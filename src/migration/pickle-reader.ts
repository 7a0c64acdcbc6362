/**
 * A restricted reader of pickles.
 * A pickle is a program for a small machine, and Python's machine runs whatever function the program names. This one
 * knows the instructions that a dictionary of names and numpy arrays needs, treats function names as words from a list
 * of seven, and builds dictionaries, text and descriptions of arrays. Every bound is checked before memory is used.
 */
import { ByteCursor } from './byte-cursor';
import { allowedGlobal, build, reduce } from './numpy-arrays';
import { neverRun, unreadable } from './pickle-error';
import { INST, OP, protocolOf, refusedOpcode } from './pickle-opcodes';
import { decodeEscapes, decodeLatin1, decodeUtf8 } from './pickle-text';
import { type ArrayContent, asKind, type PickleValue } from './pickle-values';

/** Largest file that is read: many times what 10 000 people need. */
export const MAX_FILE_BYTES = 64 * 2 ** 20;

/** Most people in a file. */
export const MAX_PEOPLE = 10_000;

/** Python writes 35 instructions per person at most, 56 where each array brings a number type of its own. */
const MAX_INSTRUCTIONS = 80 * MAX_PEOPLE;

/** Python remembers 9 values per person, 13 where each array brings a number type of its own. */
const MAX_REMEMBERED = 20 * MAX_PEOPLE;

/** Values that wait for their instruction. Python writes a dictionary in batches of 1000 entries. */
const MAX_WAITING = 2 * MAX_PEOPLE + 100;

/** Longest text in bytes. The numbers of an array are text up to protocol 2: 6 KiB at most for 128 of 64 bits. */
const MAX_TEXT_BYTES = 64 * 2 ** 10;

/** All text of a file together, in bytes. */
const MAX_ALL_TEXT_BYTES = 24 * 2 ** 20;

/** Longest module or member name, and longest number, in bytes. */
const MAX_WORD_BYTES = 200;

/** One entry of the dictionary. */
export interface PickledArray {
  readonly name: string;
  readonly array: ArrayContent;
}

/**
 * Reads a pickled `dict[str, numpy.ndarray]` of protocol 0 to 5, in the order of the file. What the arrays hold, and
 * whether the names are names, is for the caller to judge.
 * @throws PickleError for every other file, with what was found.
 */
export function readPickle(bytes: Uint8Array): PickledArray[] {
  if (bytes.length === 0) throw unreadable('is empty');
  if (bytes.length > MAX_FILE_BYTES) throw unreadable(`is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB`);
  return new PickleMachine(new ByteCursor(bytes)).run();
}

/** One run over one file. */
class PickleMachine {
  private readonly stack: PickleValue[] = [];
  /** Heights of the stack at the marks that are open. */
  private readonly marks: number[] = [];
  private readonly memo = new Map<number, PickleValue>();
  private protocol = 0;
  private textBytes = 0;

  constructor(private readonly cursor: ByteCursor) {}

  run(): PickledArray[] {
    for (let count = 0; count < MAX_INSTRUCTIONS; count += 1) {
      const opcode = this.cursor.nextOpcode();
      if (opcode === OP.STOP) return this.stop();
      if (opcode === OP.PROTO && count === 0) this.protocol = this.declaredProtocol();
      else this.step(opcode);
      if (this.stack.length > MAX_WAITING || this.marks.length > MAX_WAITING) throw unreadable('piles up too many values');
    }
    throw unreadable(`has more than ${MAX_INSTRUCTIONS} instructions`);
  }

  private declaredProtocol(): number {
    const protocol = this.cursor.uint8();
    if (protocol < 2 || protocol > 5) throw unreadable(`is a pickle of the unknown protocol ${protocol}`);
    return protocol;
  }

  private step(opcode: number): void {
    const { cursor } = this;
    // A file without a declared protocol is of protocol 0 or 1.
    if (protocolOf(opcode) > Math.max(1, this.protocol)) throw unreadable('has an instruction that its protocol lacks');
    switch (opcode) {
      case OP.MARK: return void this.marks.push(this.stack.length);
      case OP.FRAME: return cursor.enterFrame(cursor.uint64());
      case OP.NONE: return this.push(null);
      case OP.NEWTRUE: return this.push(true);
      case OP.NEWFALSE: return this.push(false);
      case OP.INT: return this.push(this.textInteger());
      case OP.LONG: return this.push(this.textLong());
      case OP.BININT: return this.push(cursor.int32());
      case OP.BININT1: return this.push(cursor.uint8());
      case OP.BININT2: return this.push(cursor.uint16());
      case OP.UNICODE: return this.push(this.text(cursor.takeLine(MAX_TEXT_BYTES), decodeEscapes));
      case OP.SHORT_BINUNICODE: return this.push(this.text(cursor.take(cursor.uint8()), decodeUtf8));
      case OP.BINUNICODE: return this.push(this.text(cursor.take(cursor.uint32()), decodeUtf8));
      case OP.BINUNICODE8: return this.push(this.text(cursor.take(cursor.uint64()), decodeUtf8));
      case OP.SHORT_BINBYTES: return this.pushBytes(cursor.uint8());
      case OP.BINBYTES: return this.pushBytes(cursor.uint32());
      case OP.BINBYTES8:
      case OP.BYTEARRAY8: return this.pushBytes(cursor.uint64());
      case OP.EMPTY_TUPLE: return this.pushTuple([]);
      case OP.TUPLE1: return this.pushTuple(this.pop(1));
      case OP.TUPLE2: return this.pushTuple(this.pop(2));
      case OP.TUPLE3: return this.pushTuple(this.pop(3));
      case OP.TUPLE: return this.pushTuple(this.popToMark());
      case OP.EMPTY_DICT: return this.pushDict([]);
      case OP.DICT: return this.pushDict(this.popToMark());
      case OP.SETITEM: return this.setItems(this.pop(2));
      case OP.SETITEMS: return this.setItems(this.popToMark());
      case OP.GLOBAL: return this.pushGlobal(this.word(), this.word());
      case OP.STACK_GLOBAL: return this.pushGlobal(...this.pop(2));
      case INST: throw neverRun(this.word(), this.word());
      case OP.REDUCE: return this.reduce();
      case OP.BUILD: return this.build();
      case OP.PUT: return this.remember(this.lineNumber());
      case OP.BINPUT: return this.remember(cursor.uint8());
      case OP.LONG_BINPUT: return this.remember(cursor.uint32());
      case OP.MEMOIZE: return this.remember(this.memo.size);
      case OP.GET: return this.recall(this.lineNumber());
      case OP.BINGET: return this.recall(cursor.uint8());
      case OP.LONG_BINGET: return this.recall(cursor.uint32());
      case OP.PROTO: throw unreadable('changes its protocol in the middle');
      default: throw unreadable(refusedOpcode(opcode));
    }
  }

  private stop(): PickledArray[] {
    this.cursor.expectEnd();
    const dict = asKind(this.stack[0], 'dict');
    if (dict === null || this.stack.length !== 1 || this.marks.length > 0) throw unreadable('holds something other than one dictionary');
    return [...dict.entries].map(([name, { content }]) => {
      if (content === null) throw unreadable('has an array without numbers');
      return { name, array: content };
    });
  }

  private push(value: PickleValue): void {
    this.stack.push(value);
  }

  private pushBytes(length: number): void {
    this.push({ kind: 'bytes', content: this.cursor.take(length) });
  }

  private pushTuple(items: PickleValue[]): void {
    this.push({ kind: 'tuple', items });
  }

  private pushDict(items: readonly PickleValue[]): void {
    this.push({ kind: 'dict', entries: new Map() });
    this.setItems(items);
  }

  private pushGlobal(module?: PickleValue, member?: PickleValue): void {
    if (typeof module !== 'string' || typeof member !== 'string') throw unreadable('asks for a function without a name');
    this.push({ kind: 'global', name: allowedGlobal(module, member) });
  }

  /** The top value; undefined when there is none above the last open mark. */
  private top(): PickleValue | undefined {
    return this.stack.length > (this.marks.at(-1) ?? 0) ? this.stack.at(-1) : undefined;
  }

  /** Takes the top `count` values, which no open mark may stand between. */
  private pop(count: number): PickleValue[] {
    if (this.stack.length - count < (this.marks.at(-1) ?? 0)) throw unreadable('uses a value that is not there');
    return this.stack.splice(this.stack.length - count, count);
  }

  private popToMark(): PickleValue[] {
    const height = this.marks.pop();
    if (height === undefined) throw unreadable('uses a mark that is not there');
    return this.stack.splice(height);
  }

  private setItems(items: readonly PickleValue[]): void {
    const dict = asKind(this.top(), 'dict');
    if (dict === null || items.length % 2 !== 0) throw unreadable('fills something that is not a dictionary');
    for (let i = 0; i < items.length; i += 2) {
      const name = items[i];
      const array = asKind(items[i + 1], 'array');
      if (typeof name !== 'string') throw unreadable('has an entry whose name is not text');
      if (array === null) throw unreadable('has an entry that is not a numpy array');
      if (dict.entries.has(name)) throw unreadable('has two entries of one name');
      if (dict.entries.size >= MAX_PEOPLE) throw unreadable(`holds more than ${MAX_PEOPLE} people`);
      dict.entries.set(name, array);
    }
  }

  private reduce(): void {
    const [callee, args] = this.pop(2);
    this.push(reduce(callee, args));
  }

  private build(): void {
    const [state] = this.pop(1);
    build(this.top(), state);
  }

  private remember(index: number): void {
    const value = this.top();
    if (value === undefined) throw unreadable('remembers a value that is not there');
    if (this.memo.has(index)) throw unreadable('remembers two values under one number');
    if (this.memo.size >= MAX_REMEMBERED) throw unreadable(`remembers more than ${MAX_REMEMBERED} values`);
    this.memo.set(index, value);
  }

  private recall(index: number): void {
    const value = this.memo.get(index);
    if (value === undefined) throw unreadable('recalls a value that is not there');
    this.push(value);
  }

  private text(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
    this.textBytes += bytes.length;
    if (bytes.length > MAX_TEXT_BYTES || this.textBytes > MAX_ALL_TEXT_BYTES) throw unreadable('holds too much text');
    return decode(bytes);
  }

  private word(): string {
    return decodeLatin1(this.cursor.takeLine(MAX_WORD_BYTES));
  }

  /** Protocol 0 writes False as `00`, True as `01` and integers as they are. */
  private textInteger(): number | boolean {
    const word = this.word();
    return word === '00' ? false : word === '01' ? true : integerOf(word);
  }

  private textLong(): number {
    return integerOf(this.word().replace(/L$/, ''));
  }

  private lineNumber(): number {
    const number = integerOf(this.word());
    if (number < 0) throw unreadable('has a number below zero in its memory');
    return number;
  }
}

function integerOf(word: string): number {
  if (!/^-?\d{1,10}$/.test(word)) throw unreadable('has an integer that is not one');
  return Number(word);
}
