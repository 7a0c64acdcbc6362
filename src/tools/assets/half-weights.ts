/**
 * Stores the large weights of a network in half precision, 16 bits in place of 32: half the bytes to keep and to fetch.
 * A Cast stands before each, which ONNX Runtime does once, when it loads the network: what runs is as fast as before.
 * The same input always gives the same bytes.
 */
import protobuf from 'protobufjs/minimal.js';
import { contentsOf, type Field, field, fieldsOf, messageOf, textOf } from './protobuf-fields';

/** Field numbers of onnx.proto, and its names for types. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3, type: 20 } as const;
const TENSOR = { dataType: 2, name: 8, rawData: 9 } as const;
const TYPE = { float: 1, half: 10 } as const;
const INTEGER_ATTRIBUTE = 2;

/** Smaller tensors (slopes, means and variances, biases) save nothing and may need their range. */
const MIN_BYTES = 4096;

/**
 * The model with its large weights at half precision.
 * @throws Error when the bytes are no ONNX model, or when a weight is too large for half precision.
 */
export function halveWeights(model: Uint8Array): Uint8Array {
  return messageOf(fieldsOf(model).map((part) => (part.number === MODEL.graph ? field(MODEL.graph, halveGraph(part.content!)) : part)));
}

function halveGraph(graph: Uint8Array): Uint8Array {
  const casts: Field[] = [];
  const parts = fieldsOf(graph).map((part) => {
    if (part.number !== GRAPH.initializer) return part;
    const tensor = fieldsOf(part.content!);
    const [weights] = contentsOf(tensor, TENSOR.rawData);
    const isFloat = tensor.some(({ number, encoded }) => number === TENSOR.dataType && encoded.at(-1) === TYPE.float);
    if (!isFloat || weights === undefined || weights.length < MIN_BYTES) return part;
    const name = textOf(tensor, TENSOR.name);
    casts.push(field(GRAPH.node, castNode(`${name}_half`, name)));
    return field(GRAPH.initializer, messageOf(tensor.map((own) => halved(own, name))));
  });
  // Nodes stand in the order in which they run.
  const first = parts.findIndex(({ number }) => number === GRAPH.node);
  return messageOf([...parts.slice(0, first), ...casts, ...parts.slice(first)]);
}

function halved(part: Field, name: string): Field {
  switch (part.number) {
    case TENSOR.dataType:
      return integerField(TENSOR.dataType, TYPE.half);
    case TENSOR.name:
      return field(TENSOR.name, `${name}_half`);
    case TENSOR.rawData:
      return field(TENSOR.rawData, halvesOf(part.content!));
    default:
      return part;
  }
}

function halvesOf(floats: Uint8Array): Uint8Array {
  const view = new DataView(floats.buffer, floats.byteOffset, floats.byteLength);
  const bytes = new Uint8Array(floats.length / 2);
  const halves = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += 2) halves.setUint16(at, halfOf(view.getFloat32(at * 2, true)), true);
  return bytes;
}

/** Of an IEEE 754 half: bits of the fraction, the bias of its exponent, and the first exponent that is too large. */
const HALF = { fractionBits: 10, bias: 15, tooLarge: 16 } as const;

/**
 * The bits of the nearest half, the even one of two that are equally near.
 * @throws Error when it would be infinite.
 */
export function halfOf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return sign;
  // Below the least normal exponent the steps do not become finer.
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), 1 - HALF.bias);
  const steps = toEven(magnitude * 2 ** (HALF.fractionBits - exponent));
  // A carry out of the fraction runs on into the exponent, as it must.
  const bits = steps + (exponent + HALF.bias - 1) * 2 ** HALF.fractionBits;
  if (!(bits < (HALF.tooLarge + HALF.bias) * 2 ** HALF.fractionBits)) throw new Error(`A weight of the model, ${value}, does not fit into half precision.`);
  return sign | bits;
}

function toEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}

function castNode(from: string, to: string): Uint8Array {
  const attribute = messageOf([field(ATTRIBUTE.name, 'to'), integerField(ATTRIBUTE.integer, TYPE.float), integerField(ATTRIBUTE.type, INTEGER_ATTRIBUTE)]);
  return messageOf([
    field(NODE.input, from),
    field(NODE.output, to),
    field(NODE.name, `${to}_Cast`),
    field(NODE.opType, 'Cast'),
    field(NODE.attribute, attribute),
  ]);
}

function integerField(number: number, value: number): Field {
  const encoded = protobuf.Writer.create().uint32(number << 3).uint32(value).finish();
  return { number, encoded: new Uint8Array(encoded), content: null };
}
