import { useLocation } from "@tanstack/react-router";
import { useView } from "../paths.ts";
import { usePrinting } from "../ui/printing.ts";
import { useWide } from "../ui/wide.ts";
import { rememberedTheme } from "./remembered.ts";

/** Narrower than this is no wall: there the overview is the overview, in the wall's colours. */
const narrowest = 1000;

/** Whether the overview is looked at across the room: one screen of its own, without the frame of the pages. Paper never is. */
export function useWall(): boolean {
  const { theme = rememberedTheme() } = useView();
  const { pathname } = useLocation();
  const isWide = useWide(narrowest);
  return !usePrinting() && isWide && theme === "wall" && pathname === "/";
}
