/**
 * Makes a question that many ask at once one question: who asks while one is under way shares the next one, which begins
 * when that is over. No answer is older than the call that it is given to.
 */
export function sharing<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    next = null;
    const begun = ask();
    running = begun;
    const over = (): void => {
      if (running === begun) running = null;
    };
    begun.then(over, over);
    return begun;
  };
  return () => {
    if (running === null) return begin();
    next ??= running.then(begin, begin);
    return next;
  };
}
