export function IndicatorsPage() {
  return <p>Indicators</p>;
}
