/** What happens when people are enrolled by several images and the rest come before the camera. */
import { type Embedding, templateOf } from '../../core/embedding';
import { dot } from './comparison';
import type { PhotoResult } from './photo-result';
import type { Photo } from './photos';

export interface EnrolCounts {
  /** Templates in the gallery. */
  readonly enrolled: number;
  /** People with enough images, but not enough of them with a usable face. */
  readonly notEnrolled: number;
  /** Images of enrolled people that are not in their template. */
  readonly probes: number;
  /** Probes whose best template is their own and reaches the threshold. */
  readonly identified: number;
  /** Probes whose best template is somebody else's and reaches the threshold. */
  readonly misidentified: number;
  /** Probes for whom no template reaches the threshold, failures included. */
  readonly falselyRejected: number;
  /** Probes that their own template refuses at the threshold for one person, failures included. */
  readonly ownRejected: number;
  /** Images of people who are not enrolled. */
  readonly strangers: number;
  /** Strangers whom at least one template accepts. */
  readonly strangersAccepted: number;
  /** Comparisons of a stranger with a template, failures included. */
  readonly strangerComparisons: number;
  readonly comparisonsAccepted: number;
}

export interface EnrolThresholds {
  /** Threshold for a gallery of so many people. */
  readonly identification: (people: number) => number;
  /** Threshold for one person. */
  readonly verification: number;
}

interface Template {
  readonly person: string;
  readonly vector: Float32Array;
}

/**
 * Enrols everybody with more than `perPerson` images by the first `perPerson` that have a usable face. The rest of
 * their images are probes; all images of everybody else are strangers.
 */
export function countEnrolment(photos: readonly Photo[], results: readonly PhotoResult[], perPerson: number, thresholds: EnrolThresholds): EnrolCounts {
  const { templates, notEnrolled, probes, strangers } = split(photos, results, perPerson);
  const threshold = thresholds.identification(templates.length);
  const counts = {
    enrolled: templates.length,
    notEnrolled,
    probes: probes.length,
    identified: 0,
    misidentified: 0,
    falselyRejected: 0,
    ownRejected: 0,
    strangers: strangers.length,
    strangersAccepted: 0,
    strangerComparisons: strangers.length * templates.length,
    comparisonsAccepted: 0,
  };
  for (const { person, result } of probes) {
    const scores = scoresOf(result, templates);
    const own = templates.findIndex((template) => template.person === person);
    const best = scores.indexOf(Math.max(...scores));
    if (!(scores[own]! >= thresholds.verification)) counts.ownRejected += 1;
    if (!(scores[best]! >= threshold)) counts.falselyRejected += 1;
    else if (best === own) counts.identified += 1;
    else counts.misidentified += 1;
  }
  for (const { result } of strangers) {
    const accepted = scoresOf(result, templates).filter((score) => score >= threshold).length;
    counts.comparisonsAccepted += accepted;
    if (accepted > 0) counts.strangersAccepted += 1;
  }
  return counts;
}

interface Probe {
  readonly person: string;
  readonly result: PhotoResult;
}

function split(photos: readonly Photo[], results: readonly PhotoResult[], perPerson: number) {
  const images = new Map<string, Probe[]>();
  photos.forEach(({ person }, index) => {
    const own = images.get(person) ?? [];
    own.push({ person, result: results[index]! });
    images.set(person, own);
  });
  const templates: Template[] = [];
  const probes: Probe[] = [];
  const strangers: Probe[] = [];
  let notEnrolled = 0;
  for (const [person, own] of images) {
    if (own.length <= perPerson) {
      strangers.push(...own);
      continue;
    }
    const usable = own.filter(({ result }) => result.kind === 'embedded').slice(0, perPerson);
    if (usable.length < perPerson) {
      notEnrolled += 1;
      continue;
    }
    const samples = usable.flatMap(({ result }) => (result.kind === 'embedded' ? [result.embedding as Embedding] : []));
    templates.push({ person, vector: templateOf(samples) });
    probes.push(...own.filter((image) => !usable.includes(image)));
  }
  return { templates, notEnrolled, probes, strangers };
}

/** A score for each template; a failure scores below everything. */
function scoresOf(result: PhotoResult, templates: readonly Template[]): number[] {
  return templates.map(({ vector }) => (result.kind === 'failed' ? -Infinity : dot(result.embedding, vector)));
}
