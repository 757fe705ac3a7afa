import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { readSummary } from "../api.ts";
import { cutOf, useView } from "../paths.ts";
import { useText } from "../text/text.ts";

/** Which city's areas are shown: only there where the installation has more than one. */
export function CitySwitch() {
  const { say, language } = useText();
  const view = useView();
  const navigate = useNavigate();
  const id = useId();
  const query = { ...cutOf(view), ...(view.since === undefined ? {} : { since: view.since }) };
  const cities = useQuery({
    queryKey: ["summary", language, query],
    queryFn: ({ signal }) => readSummary(query, signal),
  }).data?.cities;
  if (cities === undefined || cities.length < 2) return null;
  return (
    <span className="city">
      <label htmlFor={id} className="visually-hidden">
        {say("page.city")}
      </label>
      <select
        id={id}
        className="select"
        value={view.city ?? ""}
        onChange={(event) => {
          const city = event.target.value === "" ? undefined : event.target.value;
          void navigate({ to: ".", search: (before) => ({ ...before, city }) });
        }}
      >
        <option value="">{say("page.allCities")}</option>
        {cities.map((city) => (
          <option key={city.code} value={city.code}>
            {city.name}
          </option>
        ))}
      </select>
    </span>
  );
}
