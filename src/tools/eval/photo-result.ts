/** What the pipeline made of one photograph. */

export type PhotoResult =
  | {
      readonly kind: 'embedded';
      /** At unit length, so that a dot product of two is their cosine. Personal data. */
      readonly embedding: Float32Array;
      /** The version of the pipeline that made it. */
      readonly pipeline: string;
    }
  | {
      readonly kind: 'failed';
      /** In a few words, for people. */
      readonly reason: string;
    };

/** Milliseconds per stage of the worker. */
export type Timings = Readonly<Record<string, number>>;
