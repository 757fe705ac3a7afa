import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed: what scrolls or folds on the screen must then be there in full. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia("print");
    const turn = (on: boolean) => flushSync(() => setPrinting(on));
    const start = () => turn(true);
    const end = () => turn(false);
    const follow = (event: MediaQueryListEvent) => turn(event.matches);
    if (media.matches) setPrinting(true);
    window.addEventListener("beforeprint", start);
    window.addEventListener("afterprint", end);
    media.addEventListener("change", follow);
    return () => {
      window.removeEventListener("beforeprint", start);
      window.removeEventListener("afterprint", end);
      media.removeEventListener("change", follow);
    };
  }, []);
  return printing;
}
