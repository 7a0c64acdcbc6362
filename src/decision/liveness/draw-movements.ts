/** Draws what a challenge asks for. */
import { type Movement, MOVEMENTS, TURNS } from './movements';

/**
 * One of all orders of `count` different movements with a turn among them, as a turn alone shows depth (see the note on
 * it): two movements have 14 orders, three 54. `chance` is uniform from 0 to 1, `without` are movements that somebody
 * cannot do; an order without them is empty where none is left.
 */
export function drawMovements(count: number, chance: number, without: readonly Movement[] = []): readonly Movement[] {
  const orders = ordersOf(MOVEMENTS.filter((movement) => !without.includes(movement)), count).filter((order) => order.some((movement) => TURNS.includes(movement)));
  return orders[Math.min(orders.length - 1, Math.floor(chance * orders.length))] ?? [];
}

function ordersOf(movements: readonly Movement[], count: number): Movement[][] {
  if (count === 0) return [[]];
  return movements.flatMap((first) => ordersOf(movements.filter((other) => other !== first), count - 1).map((rest) => [first, ...rest]));
}
