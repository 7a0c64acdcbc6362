/** What the reader of pickles refuses, and why it says so. */
import { describe, expect, it } from 'vitest';
import { PickleError } from '../../../src/migration/pickle-error';
import { MAX_FILE_BYTES, readPickle } from '../../../src/migration/pickle-reader';
import { arrayOf, bytesOf, dictOf, littleEndian, pythonPickles, refusalOf, textOf, vectorOf } from './pickles';

const data = littleEndian(vectorOf(0));
const good = arrayOf(data);
const refusal = (...parts: readonly (string | number | Uint8Array)[]): string => refusalOf(readPickle, bytesOf(...parts));

/** A file of protocol 3 with one entry, of which one piece was replaced by another. */
function changed(piece: string, replacement: string): string {
  const text = Buffer.from(dictOf(['Ada', good])).toString('latin1');
  if (!text.includes(piece)) throw new Error('The piece is not in the file.');
  return refusal(text.replace(piece, () => replacement));
}

describe('files that ask for something to be run', () => {
  it.each([
    ['GLOBAL', "cos\nsystem\n(S'echo'\ntR.", 'os.system'],
    ['GLOBAL in the middle of an entry', '\x80\x03}X\x01\x00\x00\x00acbuiltins\neval\n', 'builtins.eval'],
    ['STACK_GLOBAL', '\x80\x04\x8c\x02os\x8c\x06system\x93.', 'os.system'],
    ['INST', '(ios\nsystem\n.', 'os.system'],
    ['OBJ', '(cos\nsystem\no.', 'os.system'],
    ['a member of an allowed module', 'cnumpy\nload\n.', 'numpy.load'],
    ['a member that reaches further', 'cnumpy\ncore.multiarray._reconstruct\n.', 'numpy.core.multiarray._reconstruct'],
    ['getattr', 'cbuiltins\ngetattr\n.', 'builtins.getattr'],
    ['the old module of getattr', 'c__builtin__\ngetattr\n.', '__builtin__.getattr'],
    ['another codec function', 'c_codecs\ndecode\n.', '_codecs.decode'],
    ['numpy.float32 scalars', 'cnumpy.core.multiarray\nscalar\n.', 'numpy.core.multiarray.scalar'],
  ])('are refused by name (%s)', (_, file, name) => {
    expect(refusal(file)).toBe(`The file asks for ${name}, which Lintel never runs.`);
  });

  it('are quoted in a way that is fit to show', () => {
    expect(refusal(`c\u001b[1m${'x'.repeat(100)}\nf\n.`)).toMatch(/^The file asks for \?\[1mx{56}…, which Lintel never runs\.$/);
  });

  it.each([
    ['EXT1', '\x80\x02\x82\x01.', 'extension registry'],
    ['EXT2', '\x80\x02\x83\x01\x00.', 'extension registry'],
    ['EXT4', '\x80\x02\x84\x01\x00\x00\x00.', 'extension registry'],
    ['PERSID', 'P1\n.', 'kept outside it'],
    ['BINPERSID', 'K\x01Q.', 'kept outside it'],
    ['OBJ of an allowed class', '(cnumpy\nndarray\no.', 'an object of a class'],
    ['NEWOBJ', '\x80\x02cnumpy\nndarray\n)\x81.', 'an object of a class'],
    ['NEWOBJ_EX', '\x80\x04\x8c\x05numpy\x8c\x07ndarray\x93)}\x92.', 'an object of a class'],
    ['calling the class of arrays', 'cnumpy\nndarray\n)R.', 'numpy.ndarray by itself'],
    ['calling a string', 'X\x02\x00\x00\x00os)R.', 'not a function'],
    ['another codec', 'c_codecs\nencode\n(Vabc\nVrot13\ntR.', '_codecs.encode for something'],
    ['buffers outside the file', '\x80\x05\x97\x98.', 'keeps its numbers outside it'],
  ])('are refused by kind (%s)', (_, file, found) => {
    expect(refusal(file)).toContain(found);
  });
});

describe('files that hold something else', () => {
  it.each([
    ['nothing', '', /^The file is empty, so it is not a face database that Lintel reads\.$/],
    ['a list', '\x80\x04]\x94.', /a list/],
    ['a set', '\x80\x04\x8f\x94.', /a set/],
    ['a float', 'G\x00\x00\x00\x00\x00\x00\x00\x00.', /single float/],
    ['a long integer', '\x80\x02\x8a\x05\x00\x00\x00\x00\x01.', /more than 32 bits/],
    ['text of Python 2', "(dS'Ada'\n", /Python 2/],
    ['a number', 'I42\n.', /other than one dictionary/],
    ['two values', '}}.', /other than one dictionary/],
    ['an open mark', '}(.', /other than one dictionary/],
    ['nothing but an end', '.', /other than one dictionary/],
    ['a picture', '\x89PNG\r\n', /instruction that its protocol lacks/],
    ['JSON', '{"Ada": []}', /byte 0x7b where/],
    ['protocol 6', '\x80\x06}.', /unknown protocol 6/],
    ['protocol 1, declared', '\x80\x01}.', /unknown protocol 1/],
    ['two protocols', '\x80\x03\x80\x03}.', /changes its protocol/],
    ['opcodes of a later protocol', '\x80\x03}\x94.', /protocol lacks/],
    ['a second pickle', '}.}.', /goes on for 2 bytes/],
    ['a dictionary in a dictionary', '}X\x01\x00\x00\x00a}s.', /not a numpy array/],
    ['a number as a name', bytesOf('\x80\x03}K\x01', good, 's.'), /name is not text/],
    ['None as a person', '}X\x01\x00\x00\x00aNs.', /not a numpy array/],
    ['a name without an array', '(X\x01\x00\x00\x00ad.', /not a dictionary/],
  ])('are refused (%s)', (_, file, found) => {
    expect(refusal(file)).toMatch(found);
  });

  it('are refused when a name comes twice', () => {
    expect(refusalOf(readPickle, dictOf(['Ada', good], ['Ada', good]))).toMatch(/two entries of one name/);
  });
});

describe('arrays that numpy would not write', () => {
  it.each(['i4', 'f2', 'O8', 'U4', 'V8', 'c8', '<f4'])('are refused (numbers of the type %s)', (type) => {
    expect(refusalOf(readPickle, dictOf(['Ada', arrayOf(data, [128], type)]))).toContain(`the type "${type}"`);
  });

  it.each(['=', '|', ''])('are refused (byte order %j)', (order) => {
    expect(refusalOf(readPickle, dictOf(['Ada', arrayOf(data, [128], 'f4', order)]))).toMatch(/in which order the bytes/);
  });

  it.each([[127], [129], [2, 128], [0], [], [65536, 65536, 65536, 65536], [-128], [-1, -128]])('are refused (shape %j)', (...shape) => {
    expect(refusalOf(readPickle, dictOf(['Ada', arrayOf(data, shape)]))).toMatch(/more or fewer bytes|unknown way/);
  });

  it.each([
    ['an unknown version', '(K\x01(J', '(K\x02(J'],
    ['another class', 'cnumpy\nndarray\nK\x00', 'cnumpy\ndtype\nK\x00'],
    ['another start', 'K\x00\x85C\x01b', 'K\x01\x85C\x01b'],
    ['another type code', 'C\x01b', 'C\x01c'],
    ['a type without its state', 'NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb', 'NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00t0'],
    ['fields', '<NNN', '<NN)'],
    ['an alignment', '\x89\x88\x87R', '\x88\x88\x87R'],
    ['an integer as the order of columns', 'tb\x89B', 'tbK\x00B'],
    ['a state given twice', 'tbs', 'tb(tbs'],
    ['no state', 'tbs', 'tq\x00s'],
  ])('are refused (%s)', (_, piece, replacement) => {
    expect(changed(piece, replacement)).toMatch(/unknown way|by itself|state|throws a value away|not a dictionary/);
  });

  it('are refused when they never get their state', () => {
    const start = 'cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85C\x01b\x87R';
    expect(refusal('\x80\x03}', textOf('Ada'), start, 's.')).toMatch(/array without numbers/);
  });

  it('are refused with a type that never gets its state', () => {
    const start = '\x80\x05}\x8c\x01a\x8c\x12numpy.core.numeric\x8c\x0b_frombuffer\x93(\x96\x04\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00';
    expect(refusal(start, 'cnumpy\ndtype\n\x8c\x02f4\x89\x88\x87RK\x01\x85\x8c\x01CtRs.')).toMatch(/unknown way/);
  });
});

describe('files that lead in circles or too far', () => {
  it.each([
    ['a dictionary in itself', '}q\x00X\x01\x00\x00\x00ah\x00s.', /not a numpy array/],
    ['a tuple of itself', '(q\x00t.', /remembers a value that is not there/],
    ['a memory that is empty', 'h\x07.', /recalls a value that is not there/],
    ['a memory below zero', '}p-1\n.', /below zero/],
    ['a memory written twice', '}q\x00q\x00.', /two values under one number/],
    ['a value below a mark', '}X\x01\x00\x00\x00a(Ns.', /value that is not there/],
    ['a mark that is not there', 't.', /mark that is not there/],
    ['a broken integer', 'I1e9\n.', /integer that is not one/],
    ['a line without an end', 'Vabc', /line that does not end/],
    ['a broken escape', 'V\\u12\n.', /broken escape/],
    ['a code point too high', 'V\\U00110000\n.', /broken escape/],
  ])('are refused (%s)', (_, file, found) => {
    expect(refusal(file)).toMatch(found);
  });

  it.each([
    ['BINUNICODE', 'X\xff\xff\xff\xff'],
    ['BINUNICODE8', '\x80\x04\x8d\xff\xff\xff\xff\xff\xff\xff\xff'],
    ['BINBYTES', '\x80\x03B\xff\xff\xff\xff'],
    ['BINBYTES8', '\x80\x04\x8e\x00\x00\x00\x00\x00\x00\x00\x80'],
    ['BYTEARRAY8', '\x80\x05\x96\xff\xff\xff\xff\x00\x00\x00\x00'],
    ['a short string', '\x80\x04\x8c\xffabc'],
    ['an integer', 'J\x01'],
  ])('are refused when a length goes beyond the end (%s)', (_, file) => {
    expect(refusal(file)).toMatch(/ends inside a value/);
  });

  it.each([
    ['longer than the file', '\x80\x04\x95\x03\x00\x00\x00\x00\x00\x00\x00}.', /ends inside a frame/],
    ['of a length beyond any file', '\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\xff}.', /ends inside a frame/],
    ['that ends inside a value', '\x80\x04\x95\x02\x00\x00\x00\x00\x00\x00\x00M\x01\x00.', /ends inside a value/],
    ['that goes on after the end', '\x80\x04\x95\x03\x00\x00\x00\x00\x00\x00\x00}..', /before its last frame does/],
    ['inside a frame', '\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x95\x01\x00\x00\x00\x00\x00\x00\x00}.', /inside another frame/],
  ])('are refused when they have a frame %s', (_, file, found) => {
    expect(refusal(file)).toMatch(found);
  });

  it.each([
    ['values', '}'.repeat(100_000), /piles up/],
    ['marks', '('.repeat(100_000), /piles up/],
    ['nested tuples', `)${'\x85'.repeat(1_000_000)}`, /more than 800000 instructions/],
    ['memory', `}${'\x94'.repeat(300_000)}`, /remembers more than 200000/],
  ])('are refused with too many %s', (_, file, found) => {
    expect(refusalOf(readPickle, Buffer.from(`\x80\x04${file}`, 'latin1'))).toMatch(found);
  });

  it('are refused with too much text, in one piece or in many', () => {
    expect(refusalOf(readPickle, textOf('a'.repeat(70_000)))).toMatch(/too much text/);
    const piece = textOf('a'.repeat(60_000));
    expect(refusalOf(readPickle, Buffer.concat(Array.from({ length: 500 }, () => piece)))).toMatch(/too much text/);
  });

  it('make no copies of text that they name again and again', () => {
    const start = bytesOf('c_codecs\nencode\nq\x00', textOf('a'.repeat(60_000)), 'q\x01', textOf('latin1'), 'q\x02');
    const repeated = bytesOf(start, 'h\x00(h\x01h\x02tR'.repeat(15_000), '.');
    const startedAt = performance.now();
    expect(refusalOf(readPickle, repeated)).toMatch(/one dictionary/);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('are refused by size before they are read', () => {
    expect(refusalOf(readPickle, new Uint8Array(MAX_FILE_BYTES + 1))).toMatch(/larger than 64 MiB/);
  });
});

describe('damaged files', () => {
  it.each(pythonPickles())('are refused wherever they are cut off ($what, protocol $protocol, numpy $numpy)', ({ bytes }) => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readPickle(bytes.subarray(0, length))).toThrow(PickleError);
    }
  });
});
