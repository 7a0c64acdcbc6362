/** Reads the bytes of a pickle in order, and never beyond the file or the frame they stand in. */
import { unreadable } from './pickle-error';

/** A place in a pickle. Every read moves it on; a read that does not fit throws PickleError and allocates nothing. */
export class ByteCursor {
  private position = 0;
  /** Where the current frame ends; null outside frames. */
  private frameEnd: number | null = null;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many bytes were read. */
  get offset(): number {
    return this.position;
  }

  /** Leaves the frame that ends here, if one does, and reads the next opcode. */
  nextOpcode(): number {
    this.leaveFrame();
    return this.uint8();
  }

  /** Enters a frame of `length` bytes. @throws PickleError inside another frame, or when the file is shorter. */
  enterFrame(length: number): void {
    if (this.frameEnd !== null) throw unreadable('has a frame inside another frame');
    if (length > this.bytes.length - this.position) throw unreadable('ends inside a frame');
    this.frameEnd = this.position + length;
  }

  /** @throws PickleError when anything is left, in the frame or in the file. */
  expectEnd(): void {
    this.leaveFrame();
    if (this.frameEnd !== null) throw unreadable('ends before its last frame does');
    const left = this.bytes.length - this.position;
    if (left > 0) throw unreadable(`goes on for ${left} bytes after its end`);
  }

  uint8(): number {
    return this.view.getUint8(this.advance(1));
  }

  uint16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  int32(): number {
    return this.view.getInt32(this.advance(4), true);
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  /** A length of eight bytes; one beyond 2^53 comes out rounded, and is too long for any file. */
  uint64(): number {
    const low = this.uint32();
    return low + this.uint32() * 2 ** 32;
  }

  /** The next `length` bytes, as a view of the file: nothing is copied. */
  take(length: number): Uint8Array {
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  /** The bytes up to the next line feed, which is read too. @throws PickleError when `limit` bytes hold none. */
  takeLine(limit: number): Uint8Array {
    const end = this.bytes.subarray(0, this.position + limit + 1).indexOf(0x0a, this.position);
    if (end === -1) throw unreadable('has a line that does not end');
    const line = this.take(end - this.position);
    this.advance(1);
    return line;
  }

  private leaveFrame(): void {
    if (this.position === this.frameEnd) this.frameEnd = null;
  }

  private advance(length: number): number {
    const start = this.position;
    if (length > (this.frameEnd ?? this.bytes.length) - start) throw unreadable('ends inside a value');
    this.position += length;
    return start;
  }
}
