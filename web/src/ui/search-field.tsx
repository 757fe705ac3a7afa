interface SearchParts {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Filters a list by what its names contain. */
export function SearchField({ label, value, onChange }: SearchParts) {
  return (
    <input
      type="search"
      className="input"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value.trim())}
    />
  );
}
