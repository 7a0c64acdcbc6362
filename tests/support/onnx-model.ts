/** Small ONNX models made by hand. */
import { type Field, field, messageOf } from '../../src/tools/assets/protobuf-fields';

const FLOAT = 1;
export const INT64 = 7;

export interface Tensor {
  readonly name: string;
  readonly weights: readonly number[];
  /** The type it claims; float unless said otherwise. */
  readonly dataType?: number;
}

/** A whole number below 128, which protobuf keeps in one byte. */
export function small(number: number, value: number): Field {
  return { number, encoded: Uint8Array.of(number << 3, value), content: null };
}

/** TensorProto with raw data, of shape [weights, 1, 1]. */
export function tensorOf({ name, weights, dataType = FLOAT }: Tensor): Uint8Array {
  return messageOf([
    ...[weights.length, 1, 1].map((size) => small(1, size)),
    small(2, dataType),
    field(8, name),
    field(9, new Uint8Array(Float32Array.from(weights).buffer)),
  ]);
}

export function nodeOf(opType: string, inputs: readonly string[], output: string): Uint8Array {
  return messageOf([...inputs.map((input) => field(1, input)), field(2, output), field(3, `the_${opType}`), field(4, opType)]);
}

/** ModelProto of these graph parts, from `x` to `y`, both of shape [1, channels, 2, 2]. */
export function modelOf(parts: readonly Field[], channels = 2): Uint8Array {
  const value = (name: string): Uint8Array => {
    const shape = messageOf([1, channels, 2, 2].map((size) => field(1, messageOf([small(1, size)]))));
    const type = messageOf([field(1, messageOf([small(1, FLOAT), field(2, shape)]))]);
    return messageOf([field(1, name), field(2, type)]);
  };
  const graph = messageOf([...parts, field(2, 'graph'), field(11, value('x')), field(12, value('y'))]);
  return messageOf([small(1, 7), field(2, 'a test'), field(7, graph), field(8, messageOf([field(1, ''), small(2, 9)]))]);
}

/** y = PRelu(x, slope), with one slope for each channel. */
export function preluModel(slopes: readonly number[]): Uint8Array {
  return modelOf(
    [field(1, nodeOf('PRelu', ['x', 'slope'], 'y')), field(5, tensorOf({ name: 'slope', weights: slopes }))],
    slopes.length,
  );
}
