import { type ReactNode, useId } from "react";
import { useTold } from "./editing.ts";
import { MarksAt } from "./marks-at.tsx";
import { type Path, spell } from "./tree.ts";

interface PlaceParts {
  readonly path: Path;
  readonly legend?: string;
  readonly children: ReactNode;
}

/** A part of the scheme as a whole: what stands against it, its 待核 mark, and what it is made of. */
export function PlaceAt({ path, legend, children }: PlaceParts) {
  const id = useId();
  const told = useTold(path);
  return (
    <fieldset
      className="scheme-part"
      data-place={spell(path)}
      tabIndex={-1}
      {...(told !== undefined && { "aria-describedby": id })}
    >
      {legend !== undefined && <legend className="scheme-legend">{legend}</legend>}
      {told !== undefined && (
        <p className="field-error" id={id}>
          {told}
        </p>
      )}
      <MarksAt path={path} />
      {children}
    </fieldset>
  );
}
