import { useQuery } from "@tanstack/react-query";
import { readTasks } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";

/** The tasks of the view, or those that fall to one area. */
export function useTasks(area?: string) {
  const { asOf, city } = useCut();
  const { language } = useText();
  const query = {
    ...(asOf === undefined ? {} : { asOf }),
    ...(city === undefined || area !== undefined ? {} : { city }),
    ...(area === undefined ? {} : { area }),
  };
  return useQuery({
    queryKey: ["tasks", language, query],
    queryFn: ({ signal }) => readTasks(query, signal),
  });
}
