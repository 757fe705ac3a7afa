export function AreasPage() {
  return <p>Areas</p>;
}
