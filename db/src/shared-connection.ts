/** Where connections come from, and how one of them is asked. */
interface Source<C, Q extends readonly unknown[], A> {
  readonly take: () => Promise<C>;
  /** Asks without waiting for what was asked before: the connection answers one question after the other. */
  readonly ask: (connection: C, ...question: Q) => Promise<A>;
  /** Given once everything that was asked of it is answered; `fault` is what the last failed question failed of. */
  readonly giveBack: (connection: C, fault: unknown) => void;
}

/** Who asks while a connection is being taken. */
interface Turn<C> {
  readonly connection: Promise<C>;
  asked: number;
  fault: unknown;
}

/** Behind so many questions another one would wait longer than it costs to take a connection of its own. */
const mostTogether = 16;

/**
 * Questions that are asked in one turn go over one connection, all of them before the first is answered: one message there
 * and one back, however many they are. Who asks once it is taken has another one, and waits for none of them.
 */
export function shareConnection<C, Q extends readonly unknown[], A>({
  take,
  ask,
  giveBack,
}: Source<C, Q, A>): (...question: Q) => Promise<A> {
  let open: Turn<C> | undefined;
  const begin = (): Turn<C> => {
    const turn = { connection: take(), asked: 0, fault: undefined };
    const close = (): void => {
      if (open === turn) open = undefined;
    };
    turn.connection.then(close, close);
    return turn;
  };
  return async (...question) => {
    if (open === undefined || open.asked >= mostTogether) open = begin();
    const turn = open;
    turn.asked += 1;
    const connection = await turn.connection;
    try {
      return await ask(connection, ...question);
    } catch (error) {
      turn.fault = error;
      throw error;
    } finally {
      turn.asked -= 1;
      if (turn.asked === 0) giveBack(connection, turn.fault);
    }
  };
}
