/** Remembers the scene that was searched last, as a thumbnail, to tell whether it is worth searching again. */
import type { GreyImage } from '../../vision/pixels';
import { isSameScene, type SceneThumbnail, thumbnailOf } from '../../vision/scene-thumbnail';

export class SceneWatch {
  #searched: SceneThumbnail | null = null;

  /** True when the picture shows the scene that was searched last. One that does not is taken to be searched now. */
  isSame(grey: GreyImage): boolean {
    const seen = thumbnailOf(grey);
    if (this.#searched !== null && isSameScene(this.#searched, seen)) return true;
    this.#searched = seen;
    return false;
  }

  /** Takes the picture for the one that was searched last. */
  heed(grey: GreyImage): void {
    this.#searched = thumbnailOf(grey);
  }
}
