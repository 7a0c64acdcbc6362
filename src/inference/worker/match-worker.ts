/** The entry of the match worker: compares a face with a large gallery away from the page. */
import { bestRows } from '../../core/best-rows';
import type { MatchReply, MatchRequest } from '../match-protocol';

onmessage = ({ data }: MessageEvent<MatchRequest>): void => {
  const reply: MatchReply = { id: data.id, found: data.searches.map(bestRows) };
  postMessage(reply);
};
