/** Small ONNX models made by hand. */
import protobuf from 'protobufjs/minimal.js';
import { type Field, field, messageOf } from '../../src/tools/assets/protobuf-fields';

const FLOAT = 1;
export const INT64 = 7;

export interface Tensor {
  readonly name: string;
  readonly weights: readonly number[];
  /** [weights, 1, 1] unless said otherwise. */
  readonly shape?: readonly number[];
  /** The type it claims; float unless said otherwise. */
  readonly dataType?: number;
}

/** A whole number that is not negative. */
export function small(number: number, value: number): Field {
  const encoded = protobuf.Writer.create().uint32(number << 3).uint32(value).finish();
  return { number, encoded: new Uint8Array(encoded), content: null };
}

/** TensorProto with raw data. */
export function tensorOf({ name, weights, shape = [weights.length, 1, 1], dataType = FLOAT }: Tensor): Uint8Array {
  return messageOf([
    ...shape.map((size) => small(1, size)),
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
  return modelBetween([1, channels, 2, 2], [1, channels, 2, 2], parts);
}

function modelBetween(input: readonly number[], output: readonly number[], parts: readonly Field[]): Uint8Array {
  const value = (name: string, sizes: readonly number[]): Uint8Array => {
    const shape = messageOf(sizes.map((size) => field(1, messageOf([small(1, size)]))));
    const type = messageOf([field(1, messageOf([small(1, FLOAT), field(2, shape)]))]);
    return messageOf([field(1, name), field(2, type)]);
  };
  const graph = messageOf([...parts, field(2, 'graph'), field(11, value('x', input)), field(12, value('y', output))]);
  return messageOf([small(1, 7), field(2, 'a test'), field(7, graph), field(8, messageOf([field(1, ''), small(2, 9)]))]);
}

/** y = PRelu(x, slope), with one slope for each channel. */
export function preluModel(slopes: readonly number[]): Uint8Array {
  return modelOf(
    [field(1, nodeOf('PRelu', ['x', 'slope'], 'y')), field(5, tensorOf({ name: 'slope', weights: slopes }))],
    slopes.length,
  );
}

/**
 * A network in place of one that recognises faces: so many numbers that depend on nothing but the mean colour of the
 * picture, and far longer than any that Lintel takes for no face.
 */
export function meanColourModel(dimensions: number): Uint8Array {
  const weights = Array.from({ length: dimensions * 3 }, (_, index) => 1000 * Math.sin(1 + index * index));
  return modelBetween([1, 3, 112, 112], [1, dimensions, 1, 1], [
    field(1, nodeOf('GlobalAveragePool', ['x'], 'mean')),
    field(1, nodeOf('Conv', ['mean', 'weights'], 'y')),
    field(5, tensorOf({ name: 'weights', weights, shape: [dimensions, 3, 1, 1] })),
  ]);
}
