export function AreaPage() {
  return <p>Area</p>;
}
