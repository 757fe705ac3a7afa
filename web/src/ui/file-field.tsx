import { type DragEvent, useId, useState } from "react";
import { useText } from "../text/text.ts";
import "./file-field.css";

interface FileParts {
  readonly label: string;
  readonly accept: string;
  readonly hint?: string;
  readonly file: File | null;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, or to choose one. */
export function FileField({ label, accept, hint, file, onFile }: FileParts) {
  const { say } = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) onFile(dropped);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside does the same
    <div
      className={isOver ? "file-field file-field-over" : "file-field"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="field-label">{label}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-label={label}
        className="file-input visually-hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) onFile(chosen);
        }}
      />
      <span className="file-chosen">
        <label htmlFor={id} className="button">
          {say("page.chooseFile")}
        </label>
        {file !== null && <span className="file-name">{file.name}</span>}
      </span>
      <p className="quiet">
        {say("page.drop")}
        {hint !== undefined && ` ${hint}`}
      </p>
    </div>
  );
}

interface BarParts {
  readonly label: string;
  /** From 0 to 1; null while that is not known. */
  readonly share: number | null;
}

export function ProgressBar({ label, share }: BarParts) {
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div className="progress">
      <progress className="progress-bar" max={100} {...(percent !== null && { value: percent })} aria-label={label} />
      <span>{percent === null ? label : `${label} ${percent}\u00a0%`}</span>
    </div>
  );
}
