/** Photographs of made-up people, as far as an evaluation knows them: unit vectors in a plane, by their angle. */
import type { PhotoResult } from '../../../../src/tools/eval/photo-result';
import type { Photo } from '../../../../src/tools/eval/photos';

export interface MadeUp {
  readonly photos: Photo[];
  readonly results: PhotoResult[];
}

/** For each person the angles of their images in degrees; null is an image without a face. */
export function madeUp(people: Readonly<Record<string, readonly (number | null)[]>>): MadeUp {
  const photos: Photo[] = [];
  const results: PhotoResult[] = [];
  for (const [person, angles] of Object.entries(people)) {
    angles.forEach((degrees, index) => {
      photos.push({ file: `${person}/${person}_${index + 1}.jpg`, person, number: index + 1 });
      results.push(degrees === null ? { kind: 'failed', reason: 'no face found' } : { kind: 'embedded', embedding: at(degrees), pipeline: 'p-1' });
    });
  }
  return { photos, results };
}

function at(degrees: number): Float32Array {
  const radians = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(radians), Math.sin(radians));
}
